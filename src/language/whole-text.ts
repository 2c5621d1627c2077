import { labelsOf } from './aspects.ts';
import { readMeaning } from './meaning.ts';
import { nameKey, words } from './normalise.ts';
import type { Query } from './query.ts';
import { type Lexicon, MOST_COMPARED, weakest } from './reading.ts';

/** Longest text that may be one of the forms that buttons send, in characters: four long names, with room to spare. */
const LONGEST_FORM = 800;

/** The text is a name, a group's title, or one of the forms that buttons send: "Advantages of X", "X vs Y". */
export function wholeText(text: string, lexicon: Lexicon): { query: Query; confidence: number } | null {
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
  const group = index.subjects.group(text);
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
export function wholeMisspelt(text: string, { index }: Lexicon): { query: Query; confidence: number } | null {
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
