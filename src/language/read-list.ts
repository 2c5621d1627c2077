import { nameKey, words } from './normalise.ts';
import type { Understood } from './query.ts';
import type { Lexicon, Reading } from './reading.ts';

const LISTING =
  /\b(?:what|which) (?:\w+ )?(?:terms|words|entries|topics|pages|things)\b|\bwhat (?:do we|do you|have we|have you|else do we) (?:have|got|know)?\b|^(?:list|show)\b|\b(?:all|any) (?:the )?(?:terms|words)\b|^terms (?:on|about)\b/;
const SUBJECT =
  /\b(?:on|about|for|regarding|around|in|under|related to|to do with) (?:the |an? )?(.+?)(?: (?:do we have|are there|are known|is there))?$/;

/** Forms that ask for a list only when what they name is a subject. */
const ALL_OF =
  /^(?:all|every|list|show|show me)(?: me)?(?: all)?(?: of)?(?: the| our)? (.+?)(?: (?:terms|words|entries))?$|^everything (?:on|about) (?:the )?(.+)$|^(?:what|which) (?:kinds|types|sorts) of (.+?) (?:are there|exist|do we have)$|^(?:what|which) (.+?) (?:are there|do we have|do you (?:have|know)|are in the wiki)\b/;

/** "What terms do we have on networks?"; null when no list is asked for. */
export function readList({ text, sentence, lexicon, isQuestion }: Reading): Understood | null {
  const line = words(text).join(' ');
  const all = ALL_OF.exec(line)
    ?.slice(1)
    .find(subject => subject !== undefined);
  if (all !== undefined && isSubject(all, lexicon)) return listed(all, lexicon, isQuestion);
  if (!LISTING.test(sentence)) return null;
  const subject = SUBJECT.exec(line)?.[1];
  if (subject !== undefined) return listed(subject, lexicon, isQuestion);
  return /\b(?:terms|words|entries|topics|pages)\b/.test(sentence) ? listed('', lexicon, isQuestion) : null;
}

/** How sure a list is wanted once its form was recognised. */
const CONFIDENCE = 0.95;

export function listed(subject: string, { index }: Lexicon, isQuestion: boolean): Understood {
  const group = subject === '' ? null : index.group(subject);
  return { query: { kind: 'list', subject, group }, confidence: CONFIDENCE, isQuestion, unexplained: [] };
}

/** Whether a folder, page, heading or tag is named so. */
function isSubject(text: string, { glossary, index }: Lexicon): boolean {
  const key = ` ${nameKey(text)} `;
  return (
    index.group(text) !== null ||
    glossary.terms.some(term => term.subjects.some(subject => ` ${nameKey(subject)} `.includes(key)))
  );
}
