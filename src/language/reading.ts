import type { Glossary } from '../glossary/glossary.ts';
import type { NameIndex } from './name-index.ts';
import type { Query, Understood } from './query.ts';
import type { Match } from './said-names.ts';
import type { Spotted } from './spot.ts';
import { stemOf } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A glossary with its names indexed, and what people say: all that understanding needs. */
export interface Lexicon {
  readonly glossary: Glossary;
  readonly index: NameIndex;
  readonly vocabulary: Vocabulary;
}

/** Most terms that are put side by side. */
export const MOST_COMPARED = 4;

/** A question on its way to being understood. */
export interface Reading {
  readonly text: string;
  readonly isQuestion: boolean;
  /** The compare command was given, so that "containers vms" names two terms to compare. */
  readonly compares: boolean;
  readonly spotted: Spotted;
  /** The masked words, joined. */
  readonly sentence: string;
  /** Words that carry meaning and name no term. */
  readonly content: readonly string[];
  readonly lexicon: Lexicon;
}

/** Each unexplained word makes it less likely that the question was understood. */
const PER_UNEXPLAINED_WORD = 0.85;

/** A query with its confidence: `base`, less for each content word that is not among the `known` ones. */
export function weighed(
  query: Query,
  reading: Pick<Reading, 'content' | 'isQuestion'>,
  { known, base }: { readonly known: readonly string[]; readonly base: number },
): Understood {
  const unexplained = reading.content.filter(word => !known.includes(word) && !SAYS_LITTLE.has(word));
  const confidence = Math.round(base * PER_UNEXPLAINED_WORD ** unexplained.length * 1000) / 1000;
  return { query, confidence, isQuestion: reading.isQuestion, unexplained };
}

/** Words about who asks, when and for whom; nothing else is asked where they stand. */
const SAYS_LITTLE = new Set(
  `people person folks everybody company companies org organisation organization junior juniors senior seniors colleague
  intern beginner newcomer student dev devs engineer engineers time times day days week once while way ways world docs doc
  documentation wiki notes summary gets getting put mix mixed mixing confuse confused spell clear straight plain normal
  usual regular general typical modern proper properly love life sense moment bit lot somebody someone purpose
  considered question answer answers far honest curious big bigger`.split(/\s+/),
);

/** For terms that are offered, not answered: whatever was asked of them is not known. Too little to speak unasked. */
export const OFFERED = { known: [], base: 0.4 } as const;

export function weakest(matches: readonly Match[]): number {
  return Math.min(1, ...matches.map(match => match.confidence));
}

export function stems(content: readonly string[]): string[] {
  return content.map(word => stemOf(word));
}

/** The comparatives and superlatives of a sentence that name an aspect: "faster", "safest". */
export function askedAdjectives(sentence: string, vocabulary: Vocabulary): string[] {
  return sentence.split(' ').filter(word => vocabulary.isComparative(word));
}

export const YES_NO =
  /^(?:so |and |but |hey |hi )*(?:is|are|was|were|does|do|did|can|could|will|would|should|must|may|might|has|have|isnt|arent|doesnt|dont|cant)\b/;

/** Whether a sentence asks which of several has most of something. */
export function isSuperlative(sentence: string, vocabulary: Vocabulary): boolean {
  return (
    /\b(?:most|least|more|less|best|worst)\b/.test(sentence) ||
    askedAdjectives(sentence, vocabulary).length > 0
  );
}

/** Label score from which at least two words of the question name the label. */
export const CLEARLY = 6;

/** "… §0 in the §1 docs, what is that?": asks for what was named first. */
export const POINTS_AT_NAME =
  /\b(?:what|whats|wtf)(?: (?:is|are|was|does|do|s|the heck|on earth|even|exactly))* (?:that|it|this|they|those)(?: (?:mean|means|stand for|about|again|exactly|then|even))*$/;
