import { labelsOf } from './aspects.ts';
import { readCommand } from './commands.ts';
import { readMore, withContext } from './context.ts';
import { expandEllipsis } from './ellipsis.ts';
import { isFunctionWord } from './function-words.ts';
import { readMeaning } from './meaning.ts';
import { nameKey, words } from './normalise.ts';
import { spotOtherSide } from './other-side.ts';
import { isParticular } from './particular.ts';
import type { Query, Understood } from './query.ts';
import { listed, readList } from './read-list.ts';
import { readOne } from './read-one.ts';
import { readSeveral } from './read-several.ts';
import { readDescribed, readUnnamed } from './read-unnamed.ts';
import { type Lexicon, MOST_COMPARED, type Reading, weakest, weighed } from './reading.ts';
import { questionsIn, withoutCourtesy } from './sentences.ts';
import { spot } from './spot.ts';

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
  let before: Query | null = null;
  for (const earlier of after.slice(-MOST_REMEMBERED))
    before = understandAfter(earlier, before, lexicon).query;
  return understandAfter(text, before, lexicon);
}

/** Earlier questions of a thread that are looked at. */
const MOST_REMEMBERED = 6;

function understandAfter(text: string, before: Query | null, lexicon: Lexicon): Understood {
  const isQuestion = QUESTION.test(text);
  const bare = withoutEnd(text);
  const command = readCommand(bare);
  const isAlone = command !== null && command.rest === '' && command.kind !== 'list';
  if (isAlone && !namesTerm(bare, lexicon)) return { ...HELP_QUERY, isQuestion };
  const whole = command?.kind === 'list' && !namesTerm(bare, lexicon) ? null : wholeText(bare, lexicon);
  if (whole) return { ...whole, isQuestion, unexplained: [] };
  if (command?.kind === 'list') return listed(command.rest, lexicon, isQuestion);
  const compares = command?.kind === 'compare';
  const asked = command ? command.rest : bare;
  const commanded = asked === bare ? null : wholeText(asked, lexicon);
  if (commanded && (!compares || commanded.query.kind === 'compare')) {
    return { ...commanded, isQuestion, unexplained: [] };
  }
  const manner = { before, isQuestion, compares };
  const inStory = !command && SENTENCES.test(asked) ? questionWithin(asked, lexicon, manner) : null;
  if (inStory) return inStory;
  const understood = understandQuestion(asked, lexicon, manner);
  const within = command ? null : questionWithin(asked, lexicon, manner);
  const isBetter = within && (!isSettled(understood) || within.confidence > understood.confidence);
  return isBetter ? within : understood;
}

const HELP_QUERY = { query: { kind: 'help' }, confidence: 1, unexplained: [] } as const;

function namesTerm(text: string, { index }: Lexicon): boolean {
  const match = index.find(text);
  return match !== null && match.via !== 'mention';
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
  const bare = text.replace(/<\/?[a-z][^<>]{0,40}>/gi, ' ').trim();
  let end = bare.length;
  while (end > 0 && /[\s?!.,;:]/u.test(bare[end - 1] ?? '')) end -= 1;
  return bare.slice(0, end);
}

/** Longest text that may be one of the forms that buttons send, in characters: four long names, with room to spare. */
const LONGEST_FORM = 800;

/** The text is a name, a group's title, or one of the forms that buttons send: "Advantages of X", "X vs Y". */
function wholeText(text: string, lexicon: Lexicon): { query: Query; confidence: number } | null {
  const { index } = lexicon;
  const match = index.find(text);
  if (match) return { query: { kind: 'define', match }, confidence: match.confidence };
  if (text.length > LONGEST_FORM) return null;
  const meaning = readMeaning(text, index);
  if (meaning) return { query: { kind: 'define', match: meaning }, confidence: meaning.confidence };
  const facet = facetOfName(text, lexicon);
  if (facet) return facet;
  const sides = namesSideBySide(text, lexicon);
  const compared = sides?.query.unknown.length === 0 ? sides : (namesOnLabel(text, lexicon) ?? sides);
  if (compared) return compared;
  const group = index.group(text);
  return group && { query: { kind: 'list', subject: group.title, group }, confidence: 0.99 };
}

function facetOfName(
  text: string,
  { index, glossary }: Lexicon,
): { query: Query; confidence: number } | null {
  for (const { index: at } of [...text.matchAll(/ of /gi)].slice(0, MOST_SPLITS)) {
    const subject = text.slice(at + 4);
    const match = index.find(subject) ?? readMeaning(subject, index);
    if (!match || match.via === 'mention') continue;
    const key = nameKey(text.slice(0, at));
    const facet = labelsOf(match.terms, glossary).find(label => nameKey(label) === key);
    if (facet !== undefined) {
      return { query: { kind: 'facet', match, facet, also: null, about: [] }, confidence: match.confidence };
    }
  }
  return null;
}

/** "compare A vs B on Startup Time", as buttons ask it: the label is one of the terms' own, to the letter. */
function namesOnLabel(text: string, lexicon: Lexicon): { query: Query; confidence: number } | null {
  for (const { index: at } of [...text.matchAll(/ on /gi)].slice(-MOST_SPLITS)) {
    const compared = namesSideBySide(text.slice(0, at), lexicon);
    if (compared?.query.kind !== 'compare') continue;
    const terms = compared.query.matches.flatMap(match => match.terms);
    const key = nameKey(text.slice(at + 4));
    const aspect = labelsOf(terms, lexicon.glossary).find(label => nameKey(label) === key);
    if (aspect !== undefined) return { ...compared, query: { ...compared.query, aspect } };
  }
  return null;
}

/** Words at most in a misspelt name that is all of a text. */
const MOST_MISSPELT = 6;

/** The text is nothing but a misspelt name of several words: its parts may be names as well, but are not meant. */
function wholeMisspelt(text: string, { index }: Lexicon): { query: Query; confidence: number } | null {
  const { length } = words(text);
  if (length < 2 || length > MOST_MISSPELT) return null;
  const match = index.correct(text);
  return match && { query: { kind: 'define', match }, confidence: match.confidence };
}

/** "A vs B vs C": at least two sides are names; those that are none are said to be missing. */
function namesSideBySide(
  text: string,
  { index }: Lexicon,
): { query: Query & { kind: 'compare' }; confidence: number } | null {
  const sides = text.replace(/^compare\s+/i, '').split(/\s+vs\.?\s+/i);
  if (sides.length < 2 || sides.length > MOST_SIDES) return null;
  const matched = sides.map(side => index.find(side) ?? index.correct(side));
  const matches = matched.filter(match => match !== null);
  const unknown = sides.filter((_, at) => matched[at] === null);
  const areTerms = matches.every(({ via }) => via !== 'mention');
  const areNames = unknown.every(side => words(side).length <= LONGEST_SIDE);
  const areDistinct = new Set(matches.map(match => match.terms[0])).size === matches.length;
  if (matches.length < 2 || !areTerms || !areNames || !areDistinct) return null;
  const leftOut = matches.slice(MOST_COMPARED).map(({ name }) => name);
  return {
    query: { kind: 'compare', matches: matches.slice(0, MOST_COMPARED), aspect: null, leftOut, unknown },
    confidence: weakest(matches),
  };
}

/** Sides of "A vs B vs …" that are looked at, and words at most in one that is no name: more is a sentence. */
const MOST_SIDES = 8;
const LONGEST_SIDE = 3;

/** Places at most where "of" or "on" may part a label from a name. */
const MOST_SPLITS = 6;

interface Manner extends Pick<Reading, 'isQuestion' | 'compares'> {
  /** What was asked before in the thread. */
  readonly before: Query | null;
}

function understandQuestion(
  typed: string,
  lexicon: Lexicon,
  { before, isQuestion, compares }: Manner,
): Understood {
  const text = withoutCourtesy(typed);
  const misspelt = wholeMisspelt(text, lexicon);
  if (misspelt) return { ...misspelt, isQuestion, unexplained: [] };
  const named = spotOtherSide(expandEllipsis(spot(text, lexicon), lexicon.index), lexicon.index);
  const spotted = withContext(named, before, lexicon);
  const more = readMore(named.masked, before);
  if (more) return { query: more, confidence: 0.9, isQuestion, unexplained: [] };
  const sentence = spotted.masked.join(' ');
  const content = spotted.masked.filter(word => !word.startsWith('§') && !isFunctionWord(word));
  const reading: Reading = { text, isQuestion, compares, spotted, sentence, content, lexicon };
  if (HELP.test(sentence)) return { ...HELP_QUERY, isQuestion };
  const understood = readQuestion(reading);
  const isDefinition = understood.query.kind === 'define';
  return { ...understood, isParticular: isParticular({ sentence, spotted, isDefinition }) };
}

/** The name itself is asked for, so that a term in the question is part of a description. */
const DESCRIBES_NAMELESS =
  /\b(?:what (?:do|does|would|did) (?:you|we|i|one|people|they) call|(?:is|its|are) (?:it |that |this )?called|(?:name|word|term) (?:for|of) (?:an? |the )?(?!§)\w+|the (?:thing|one|tool|technique|attack|method|practice|way) (?:that|which|where|of \w+ing))\b/;

function readQuestion(reading: Reading): Understood {
  const { text, sentence, spotted } = reading;
  const list = readList(reading);
  if (list) return list;
  const described = DESCRIBES_NAMELESS.test(sentence) ? readDescribed(reading) : null;
  if (described) return described;
  const terms = spotted.matches.filter(match => match.via !== 'mention');
  const [only = spotted.matches[0]] = terms;
  if (terms.length >= 2) return readSeveral(reading, terms);
  const [tool] = spotted.matches.filter(match => match.via === 'mention');
  if (only && tool && only !== tool && /\b(?:vs|versus|difference)\b/.test(sentence)) {
    const candidates = [...new Set([...tool.terms, ...only.terms])];
    return weighed({ kind: 'suggest', asked: tool.name, candidates }, reading, { known: [], base: 0.4 });
  }
  if (only && (terms.length === 1 || spotted.matches.length === 1)) return readOne(reading, only);
  if (only) {
    const candidates = [...new Set(spotted.matches.flatMap(match => match.terms))];
    return weighed({ kind: 'suggest', asked: text, candidates }, reading, { known: [], base: 0.4 });
  }
  return readUnnamed(reading);
}
