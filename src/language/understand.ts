import { labelsOf } from './aspects.ts';
import { readCommand } from './commands.ts';
import { withContext } from './context.ts';
import { expandEllipsis } from './ellipsis.ts';
import { nameKey } from './normalise.ts';
import type { Query, Understood } from './query.ts';
import { listed, readList } from './read-list.ts';
import { readOne } from './read-one.ts';
import { readSeveral } from './read-several.ts';
import { readUnnamed } from './read-unnamed.ts';
import { type Lexicon, MOST_COMPARED, type Reading, weakest } from './reading.ts';
import { questionsIn, withoutCourtesy } from './sentences.ts';
import { spot } from './spot.ts';
import { isFunctionWord } from './vocabulary.ts';

const QUESTION =
  /\?(?:\s|$)|^\W*(?:what|whats|which|who|why|when|where|how|is|are|does|do|can|could|should|would|will|wtf|difference|explain|define)\b/i;
/** More than one sentence, one of them a question. */
const SENTENCES = /\?\s+\S|[.!]\s+\S.*\?/;
const HELP =
  /^(?:help|what can (?:i|you|we|it|this) (?:do|ask|answer)\b.*|how (?:do i|does one) (?:use|ask) (?:this|you|it)|commands|usage)$/;

/**
 * Reads what was typed. Names come first; the words around them tell what is asked about them.
 * `after` holds what was asked before in the same thread, oldest first: "and its downsides?" is about that.
 * Any text gives a query; never throws.
 */
export function understand(text: string, lexicon: Lexicon, after: readonly string[] = []): Understood {
  const isQuestion = QUESTION.test(text);
  const bare = withoutEnd(text);
  const whole = wholeText(bare, lexicon);
  if (whole) return { ...whole, isQuestion, unexplained: [] };
  const command = readCommand(bare);
  if (command?.kind === 'help')
    return { query: { kind: 'help' }, confidence: 1, isQuestion, unexplained: [] };
  if (command?.kind === 'list') return listed(command.rest, lexicon, isQuestion);
  const compares = command?.kind === 'compare';
  const asked = command && command.rest !== '' ? command.rest : bare;
  const commanded = asked === bare ? null : wholeText(asked, lexicon);
  if (commanded && (!compares || commanded.query.kind === 'compare')) {
    return { ...commanded, isQuestion, unexplained: [] };
  }
  const manner = { after, isQuestion, compares };
  const inStory = !command && SENTENCES.test(asked) ? questionWithin(asked, lexicon, manner) : null;
  if (inStory) return inStory;
  const understood = understandQuestion(asked, lexicon, manner);
  return isSettled(understood) || command
    ? understood
    : (questionWithin(asked, lexicon, manner) ?? understood);
}

/** Nothing is left to explain, and no candidates had to be offered. */
function isSettled({ query, unexplained }: Understood): boolean {
  return unexplained.length === 0 && query.kind !== 'suggest' && query.kind !== 'unknown';
}

/** A message may wrap its question in a story: the part of it that is understood in full, if there is one. */
function questionWithin(text: string, lexicon: Lexicon, manner: Manner): Understood | null {
  for (const part of questionsIn(text)) {
    if (!QUESTION.test(part)) continue;
    const bare = withoutEnd(part);
    const understood = understandQuestion(bare, lexicon, { ...manner, isQuestion: true });
    if (isSettled(understood) && understood.query.kind !== 'list' && understood.query.kind !== 'help')
      return understood;
  }
  return null;
}

/** Closing punctuation and HTML tags say nothing about what is meant. */
function withoutEnd(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,40}>/gi, ' ')
    .replace(/[\s?!.,;:]+$/u, '')
    .trim();
}

/** The text is a name, a group's title, or one of the forms that buttons send: "Advantages of X", "X vs Y". */
function wholeText(text: string, lexicon: Lexicon): { query: Query; confidence: number } | null {
  const { index } = lexicon;
  const match = index.find(text);
  if (match) return { query: { kind: 'define', match }, confidence: match.confidence };
  const facet = facetOfName(text, lexicon);
  if (facet) return facet;
  const group = index.group(text);
  if (group) return { query: { kind: 'list', subject: group.title, group }, confidence: 0.99 };
  return namesSideBySide(text, lexicon);
}

function facetOfName(
  text: string,
  { index, glossary }: Lexicon,
): { query: Query; confidence: number } | null {
  for (const { index: at } of text.matchAll(/ of /gi)) {
    const match = index.find(text.slice(at + 4));
    if (!match || match.via === 'mention') continue;
    const key = nameKey(text.slice(0, at));
    const facet = labelsOf(match.terms, glossary).find(label => nameKey(label) === key);
    if (facet !== undefined) {
      return { query: { kind: 'facet', match, facet, also: null, about: [] }, confidence: match.confidence };
    }
  }
  return null;
}

function namesSideBySide(text: string, { index }: Lexicon): { query: Query; confidence: number } | null {
  const sides = text.replace(/^compare\s+/i, '').split(/\s+vs\.?\s+/i);
  if (sides.length < 2 || sides.length > MOST_COMPARED) return null;
  const matches = sides.flatMap(side => index.find(side) ?? []).filter(side => side.via !== 'mention');
  const distinct = new Set(matches.map(side => side.terms[0]));
  if (distinct.size < sides.length) return null;
  return { query: { kind: 'compare', matches, aspect: null }, confidence: weakest(matches) };
}

interface Manner extends Pick<Reading, 'isQuestion' | 'compares'> {
  readonly after: readonly string[];
}

function understandQuestion(
  typed: string,
  lexicon: Lexicon,
  { after, isQuestion, compares }: Manner,
): Understood {
  const text = withoutCourtesy(typed);
  const last = after.at(-1);
  const before = last === undefined ? null : understand(last, lexicon, after.slice(0, -1)).query;
  const spotted = withContext(expandEllipsis(spot(text, lexicon.index), lexicon.index), before);
  const sentence = spotted.masked.join(' ');
  const content = spotted.masked.filter(word => !word.startsWith('§') && !isFunctionWord(word));
  const reading: Reading = { text, isQuestion, compares, spotted, sentence, content, lexicon };
  if (HELP.test(sentence)) return { query: { kind: 'help' }, confidence: 1, isQuestion, unexplained: [] };
  const list = readList(reading);
  if (list) return list;
  const terms = spotted.matches.filter(match => match.via !== 'mention');
  const [only = spotted.matches[0]] = terms;
  if (terms.length >= 2) return readSeveral(reading, terms);
  if (only && !compares && (terms.length === 1 || spotted.matches.length === 1))
    return readOne(reading, only);
  return readUnnamed(reading);
}
