import { contentWords } from './function-words.ts';
import type { Match } from './name-index.ts';
import { words } from './normalise.ts';
import type { Understood } from './query.ts';
import type { Lexicon, Reading } from './reading.ts';
import { stemOf } from './stem.ts';

const LISTING =
  /\b(?:what|which) (?:\w+ )?(?:terms|words|entries|topics|pages|things)\b|\bwhat (?:do we|do you|have we|have you|else do we) (?:have|got|know)?\b|^(?:list|show)\b|\b(?:all|any) (?:the )?(?:terms|words)\b|^terms (?:on|about)\b/;
const SUBJECT =
  /\b(?:on|about|for|regarding|around|in|under|related to|to do with) (?:the |an? )?(.+?)(?: (?:do we have|are there|are known|is there))?$/;

/** Forms that ask for a list when what they name is a subject. */
const FORMS: readonly RegExp[] = [
  /^(?:all|every|list|show|show me|give me)(?: me)?(?: all)?(?: of)?(?: the| our)? (.+?)(?: (?:terms|words|entries))?(?: (?:that )?(?:you|we) (?:have|know))?(?: as a list| stuff| things)?$/,
  /^everything (?:on|about) (?:the )?(.+?)(?: as a list)?$/,
  /^(?:what|which) (.+?) (?:terms|words|entries)\b/,
  /^(?:what|which) (.+?) (?:are there|do we have|do you (?:have|know)|have (?:you|we) got|are in the wiki)\b/,
  /^(?:what are )?(?:the )?(.+?)(?: (?:in|of|for) .+)?$/,
];
/** "What types of hypervisors exist?" is a list unless hypervisors are a term, whose facet it then is. */
const KINDS = /^(?:what|which) (?:kinds|types|sorts) of (.+?) (?:are there|exist|do we have)$/;

function subjectOf(line: string, namesTerm: boolean): string | null {
  const kinds = KINDS.exec(line)?.[1];
  if (kinds !== undefined) return namesTerm ? null : kinds;
  const forms = namesTerm ? FORMS.slice(0, 3) : FORMS;
  for (const form of forms) {
    const subject = form.exec(line)?.[1];
    if (subject !== undefined) return subject;
  }
  return null;
}

/** "What terms do we have on networks?"; null when no list is asked for. */
export function readList({ text, sentence, spotted, lexicon, isQuestion }: Reading): Understood | null {
  const line = words(text).join(' ');
  const all = subjectOf(line, spotted.matches.length > 0);
  if (all !== null && lexicon.index.isSubject(all)) return listed(all, lexicon, isQuestion);
  const doing = readDoing(sentence, lexicon, isQuestion, spotted.matches);
  if (doing) return doing;
  if (!LISTING.test(sentence)) return null;
  const subject = SUBJECT.exec(line)?.[1];
  if (subject !== undefined) return listed(subject, lexicon, isQuestion);
  return /\b(?:terms|words|entries|topics|pages)\b/.test(sentence) ? listed('', lexicon, isQuestion) : null;
}

const DOING =
  /^(?:what|which)(?: (?:kinds?|types?|sorts?) of)? ([a-z-]+)(?: (?:do|does|are|is|can|could|might|that|which))*(?: \w+ly)? (.+)$/;

/** "What attacks target cookies?": terms of a subject that have to do with something. */
function readDoing(
  sentence: string,
  { index, vocabulary }: Lexicon,
  isQuestion: boolean,
  matches: readonly Match[],
): Understood | null {
  const [, noun = '', rest = ''] = DOING.exec(sentence) ?? [];
  if (noun === '' || !isPlural(noun) || vocabulary.isFacetWord(noun) || !index.isSubject(noun)) return null;
  const named = rest.replace(/§(\d+)/g, (_, at: string) => matches[Number(at)]?.name ?? '');
  const about = [...new Set(contentWords(named).map(stemOf))];
  if (about.length === 0) return null;
  const query = { kind: 'list', subject: noun, group: index.group(noun), about } as const;
  return { query, confidence: CONFIDENCE, isQuestion, unexplained: [] };
}

function isPlural(word: string): boolean {
  return /[^s]s$/.test(word);
}

/** How sure a list is wanted once its form was recognised. */
const CONFIDENCE = 0.95;

export function listed(typed: string, { index }: Lexicon, isQuestion: boolean): Understood {
  const subject = typed
    .replace(
      /^(?:(?:everything|anything|something|all|stuff|things) (?:about|on|regarding|around|for) |of |all |the |our )+/i,
      '',
    )
    .replace(/^(?:terms|words|subjects|entries)$/i, '');
  const group = subject === '' ? null : index.group(subject);
  return { query: { kind: 'list', subject, group }, confidence: CONFIDENCE, isQuestion, unexplained: [] };
}
