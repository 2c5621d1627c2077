import { words } from './normalise.ts';
import type { Understood } from './query.ts';
import type { Lexicon, Reading } from './reading.ts';

const LISTING =
  /\b(?:what|which) (?:\w+ )?(?:terms|words|entries|topics|pages|things)\b|\bwhat (?:do we|do you|have we|have you|else do we) (?:have|got|know)?\b|^(?:list|show)\b|\b(?:all|any) (?:the )?(?:terms|words)\b|^terms (?:on|about)\b/;
const SUBJECT =
  /\b(?:on|about|for|regarding|around|in|under|related to|to do with) (?:the |an? )?(.+?)(?: (?:do we have|are there|are known|is there))?$/;

/** "What terms do we have on networks?"; null when no list is asked for. */
export function readList({ text, sentence, lexicon, isQuestion }: Reading): Understood | null {
  if (!LISTING.test(sentence)) return null;
  const subject = SUBJECT.exec(words(text).join(' '))?.[1];
  if (subject !== undefined) return listed(subject, lexicon, isQuestion);
  return /\b(?:terms|words|entries|topics|pages)\b/.test(sentence) ? listed('', lexicon, isQuestion) : null;
}

/** How sure a list is wanted once its form was recognised. */
const CONFIDENCE = 0.95;

export function listed(subject: string, { index }: Lexicon, isQuestion: boolean): Understood {
  const group = subject === '' ? null : index.group(subject);
  return { query: { kind: 'list', subject, group }, confidence: CONFIDENCE, isQuestion, unexplained: [] };
}
