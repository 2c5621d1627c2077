import type { Comparison } from '../glossary/glossary.ts';
import { DEFINING } from './asks-definition.ts';
import { tableAbout } from './aspects.ts';
import { facetCue } from './facet-cue.ts';
import { contentWords, isFunctionWord } from './function-words.ts';
import { splitWords } from './normalise.ts';
import type { Understood } from './query.ts';
import {
  askedAdjectives,
  isSuperlative,
  MOST_COMPARED,
  OFFERED,
  type Reading,
  stems,
  weakest,
  weighed,
} from './reading.ts';
import type { Match } from './said-names.ts';
import { termsDescribed } from './terms-by-word.ts';
import { nameInText } from './text-names.ts';

const QUESTION_WORD = /\b(?:what|whats|which|who)\b/;
/** Words at most in what may be a misspelt name; longer texts are about something else. */
const MOST_SLOT_WORDS = 5;
const MOST_CANDIDATES = 5;
const MOST_OFFERED = 3;

/** No name was found as spelled: a misspelt one, a superlative over a table, or nothing that the glossary knows. */
export function readUnnamed(reading: Reading): Understood {
  const { lexicon, content, text, isQuestion } = reading;
  const slots = slotsOf(reading);
  const corrected = slots.map(
    slot => lexicon.index.find(slot) ?? lexicon.index.parts.inflected(slot) ?? lexicon.index.correct(slot),
  );
  const known = corrected.filter(match => match !== null);
  const answered = known.length === slots.length ? readCorrected(reading, known) : null;
  const read = answered ?? readSuperlative(reading);
  if (read) return read;
  const passing = readInPassing(reading, slots);
  if (passing) return passing;
  const described = readDescribed(reading);
  if (described) return described;
  const near = slots.flatMap(slot =>
    lexicon.index.nearest(slot, MOST_CANDIDATES).flatMap(({ terms }) => terms),
  );
  const candidates = [...new Set([...known.flatMap(match => match.terms), ...near])].slice(
    0,
    MOST_CANDIDATES,
  );
  const asked = slots.find((_, index) => corrected[index] === null) ?? text;
  return candidates.length > 0
    ? weighed({ kind: 'suggest', asked, candidates }, reading, OFFERED)
    : { query: { kind: 'unknown', asked }, confidence: 0, isQuestion, unexplained: content };
}

/** What is so like a name is offered as one. */
const LIKE_A_NAME = 0.75;

/** All that is asked about stands in the text of few terms, though it is no name there: "cache poisoning". */
function readInPassing(reading: Reading, slots: readonly string[]): Understood | null {
  const [slot] = slots;
  if (slot === undefined || slots.length > 1) return null;
  const [near] = reading.lexicon.index.nearest(slot, 1);
  if ((near?.similarity ?? 0) >= LIKE_A_NAME) return null;
  const match = nameInText(slot, reading.lexicon.glossary, { mayBePlain: true });
  return (
    match && weighed({ kind: 'define', match }, reading, { known: reading.content, base: match.confidence })
  );
}

/** "What do you call …", "the thing that …", "a tool for …": something is described, and its name is asked for. */
const DESCRIBES =
  /^(?:so )?(?:what|who|which) [a-z]{3,}s (?!are\b|is\b|do\b|does\b|have\b|we\b|you\b|should\b|can\b|would\b)|\b(?:called|(?:you|we|i|one|people|they) call|name for|name of|word for|term for|one where|one that|(?:thing|something|tool|tools|technique|techniques|method|mechanism|attack|attacks|system|way|ways|protocol|practice|device|software|kind|type|process|concept|approach|feature|service|principle|idea|rule|record|part|art|act|app|program|server|file|code|key|number|list|team|person|component|layer|machine) (?:that|of \w+ing|which|where|when|for|to|in which|by which|who))\b/;
/** Least part of the words, weighed by rarity, that a term must have to be answered, or offered. */
const DESCRIBED = 0.55;
const WORTH_OFFERING = 0.22;
/** How much better the best must be than the next one to be answered. */
const LEAD = 1.12;
/** How much better the best may be than what is offered beside it. */
const WORTH_BESIDE = 1.35;
const FEWEST_WORDS = 2;
/** Words that say only that something is described. */
const GENERIC = new Set(
  'call called calls people person someone tool tools technique techniques mechanism method way ways attack attacks system process approach giving give several different certain special kind type guy guys fancy proper official exactly'.split(
    ' ',
  ),
);

/**
 * No name is there, but words that stand in what the wiki says of a term; null where they stand in none.
 * @param least part of the words that a term has to have to be offered, 0 to 1.
 */
export function readDescribed(reading: Reading, least = WORTH_OFFERING): Understood | null {
  const { content, sentence, lexicon, spotted } = reading;
  const describes = DESCRIBES.test(sentence);
  const words = content.filter(word => !GENERIC.has(word));
  const named = new Set(spotted.matches.flatMap(({ terms }) => terms));
  const inNames = spotted.matches.flatMap(({ name }) => contentWords(name));
  const sought = stems([...words, ...inNames]);
  if (sought.length < FEWEST_WORDS || (words.length === 0 && !describes)) return null;
  const found = termsDescribed(sought, lexicon, MOST_OFFERED + named.size).filter(
    ({ term }) => !named.has(term),
  );
  const [best, next] = found;
  if (!best) return null;
  if (named.size > 0 && best.coverage < DESCRIBED) return null;
  const about = sought;
  const isClear = next === undefined || best.coverage >= next.coverage * LEAD;
  if (describes && isClear && best.coverage >= DESCRIBED) {
    const { term } = best;
    const match = {
      via: 'described',
      confidence: best.coverage,
      terms: [term],
      mentions: [],
      name: term.name,
    } as const;
    return weighed({ kind: 'define', match, about }, reading, { known: content, base: best.coverage });
  }
  const offered = found
    .filter(
      ({ coverage, count }) =>
        count >= FEWEST_WORDS && coverage >= least && coverage * WORTH_BESIDE >= best.coverage,
    )
    .map(({ term }) => term);
  if (offered.length === 0) return null;
  const asked = reading.text.replace(DEFINING, '');
  return weighed({ kind: 'suggest', asked, candidates: offered, about }, reading, OFFERED);
}

function readCorrected(reading: Reading, known: readonly Match[]): Understood | null {
  const [match] = known;
  if (!match) return null;
  const weight = { known: reading.content, base: weakest(known) };
  if (known.length >= 2)
    return weighed(
      {
        kind: 'compare',
        matches: known.slice(0, MOST_COMPARED),
        aspect: null,
        leftOut: known.slice(MOST_COMPARED).map(match => match.name),
        unknown: [],
      },
      reading,
      weight,
    );
  const cue = facetCue(reading.spotted.masked, reading.lexicon.vocabulary);
  return cue && match.via !== 'mention'
    ? weighed({ kind: 'facet', match, facet: cue.facet, also: cue.also, about: [] }, reading, weight)
    : weighed({ kind: 'define', match }, reading, weight);
}

/** "What is the most isolated?": the subjects of the one table that has such a row. */
function readSuperlative(reading: Reading): Understood | null {
  const { sentence, content, spotted, lexicon } = reading;
  const { vocabulary } = lexicon;
  if (!isSuperlative(sentence, vocabulary) || !QUESTION_WORD.test(sentence)) return null;
  const adjectives = askedAdjectives(sentence, vocabulary);
  const nouns = content.filter(word => !adjectives.includes(word));
  if (nouns.length > 2 || spotted.matches.length > 0) return null;
  const found = tableAbout(lexicon.glossary.comparisons, [...content, ...adjectives], vocabulary);
  if (!found || nouns.some(noun => vocabulary.labelScore([noun], found.label) === 0)) return null;
  const query = {
    kind: 'compare',
    matches: subjectsOf(found.table),
    aspect: found.label,
    leftOut: [],
    unknown: [],
  } as const;
  return weighed(query, reading, { known: content, base: 0.9 });
}

function subjectsOf(table: Comparison): Match[] {
  return table.subjects
    .slice(0, MOST_COMPARED)
    .map(term => ({ via: 'none', confidence: 0.9, terms: [term], mentions: [], name: term.name }));
}

/** The parts of the text that must be names, by the form of the question: "what is X", "X vs Y", "advantages of X". */
function slotsOf({ text, compares, sentence, spotted, lexicon }: Reading): string[] {
  const typed = splitWords(text);
  const line = typed.join(' ');
  const subject = line
    .replace(/^compare /i, '')
    .replace(DEFINING, '')
    .replace(/\b(?:the )?differences? (?:between|of) /i, '')
    .trim();
  const separator = compares ? / (?:vs|versus|and|with|to|or) /i : / (?:vs|versus|or|and|from) /i;
  const sides = subject.split(separator).map(withoutFrame);
  if ((compares || /\b(?:vs|versus|difference|compare)\b/i.test(line)) && sides.length >= 2)
    return sides.filter(isSlot);
  const owner = / (?:of|for) (?:an? |the )?(.+)$/i.exec(line)?.[1];
  if (owner !== undefined && facetCue(spotted.masked, lexicon.vocabulary) !== null)
    return [owner].filter(isSlot);
  const isDefining = DEFINING.test(line) || withoutFrame(line).split(' ').length <= MOST_SLOT_WORDS;
  return isDefining && !sentence.includes('§') ? [withoutFrame(subject)].filter(isSlot) : [];
}

function withoutFrame(text: string): string {
  return text
    .replace(/^(?:an?|the) /i, '')
    .replace(
      / (?:mean|means|meaning|stand for|please|pls|again|definition|explained|whats that|what is (?:that|it|this)|what is|means what)$/,
      '',
    )
    .trim();
}

function isSlot(text: string): boolean {
  const parts = text.split(' ');
  return (
    text !== '' && parts.length <= MOST_SLOT_WORDS && parts.some(word => !isFunctionWord(word.toLowerCase()))
  );
}
