import type { Glossary, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { Later, type Steps } from '../steps.ts';
import { contentWords } from './function-words.ts';
import { oncePer } from './once-per.ts';
import type { Lexicon } from './reading.ts';
import { HAS_NUMBER, NUMBER, passagesOf } from './statements.ts';
import { stemOf } from './stem.ts';
import { indexWords, itemsWithAll } from './word-index.ts';

/** How much less a word counts that only may mean what was asked. */
export const MEANS_THE_SAME = 0.5;

/** What a word weighs that no statement has: it may be a way of speaking as well as another subject. */
const UNKNOWN_WORD = 2.5;

/** How rare a stem is among the terms, 1 for one in all of them. */
export function rarityOf(stem: string, glossary: Glossary): number {
  const count = wordsOfTerms(glossary).get().get(stem)?.length ?? 0;
  return count === 0 ? UNKNOWN_WORD : 1 + Math.log((glossary.terms.length + 1) / (1 + count));
}

/** How many terms have a stem in their statements. */
export function termsWith(stem: string, glossary: Glossary): number {
  return wordsOfTerms(glossary).get().get(stem)?.length ?? 0;
}

/** Works out what the functions here look up, for all terms. */
export function* indexTermWords(glossary: Glossary): Steps<void> {
  yield* wordsOfTerms(glossary).inSteps();
  yield* wordsOfDefinitions(glossary).inSteps();
}

/** The numbers of the terms in whose statements each stem stands. */
const wordsOfTerms = oncePer(
  (glossary: Glossary) => new Later(() => indexWords(glossary.terms, term => stemsOf(term, glossary))),
);

function* stemsOf(term: Term, glossary: Glossary): Generator<string> {
  for (const { point } of passagesOf(term, glossary)) {
    const text = `${point.label ?? ''} ${plain(point.text)}`;
    for (const word of contentWords(text)) yield stemOf(word);
    if (HAS_NUMBER.test(text)) yield NUMBER;
  }
}

/** The same for names, what they stand under, and definitions alone. */
const wordsOfDefinitions = oncePer(
  ({ terms }: Glossary) =>
    new Later(() =>
      indexWords(terms, ({ name, subjects, definition }) => {
        const text = [name, ...subjects, definition ? plain(definition.text) : ''].join(' ');
        return contentWords(text).map(stemOf);
      }),
    ),
);

/** The terms in whose statements all of some stems stand, in the glossary's order. */
export function termsWithAll(stems: readonly string[], glossary: Glossary): Term[] {
  return itemsWithAll(stems, wordsOfTerms(glossary).get()).flatMap(number => glossary.terms[number] ?? []);
}

/** A term that some words describe. */
export interface Described {
  readonly term: Term;
  /** Which part of the words its statements have, 0 to 1; rare words count more, and the definition's most. */
  readonly coverage: number;
  /** How many of the words it has. */
  readonly count: number;
}

/** Terms looked at for one word; a word in more of them tells little apart, and costs time. */
const MOST_WITH_WORD = 1500;
/** How much less counts what stands only in a term's facets. */
const BESIDE_DEFINITION = 0.5;

/**
 * The terms that some words describe, the best first: "stops code on the stack from running".
 * @param asked stems of the words.
 */
export function termsDescribed(
  asked: readonly string[],
  { glossary, vocabulary }: Pick<Lexicon, 'glossary' | 'vocabulary'>,
  limit: number,
): Described[] {
  const sought = [...new Set(asked)];
  const meant = vocabulary.alternativesOf(sought);
  const scores = new Map<number, number>();
  const counts = new Map<number, number>();
  let total = 0;
  for (const stem of sought) {
    const weight = rarityOf(stem, glossary);
    total += weight;
    const best = new Map<number, number>();
    const count = (numbers: Uint32Array | undefined, share: number) => {
      if (numbers === undefined || numbers.length > MOST_WITH_WORD) return;
      for (const number of numbers) best.set(number, Math.max(best.get(number) ?? 0, weight * share));
    };
    for (const [other, share] of [
      [stem, 1] as const,
      ...(meant.get(stem) ?? []).map(same => [same, MEANS_THE_SAME] as const),
    ]) {
      count(wordsOfDefinitions(glossary).get().get(other), share);
      count(wordsOfTerms(glossary).get().get(other), share * BESIDE_DEFINITION);
    }
    for (const [number, score] of best) {
      scores.set(number, (scores.get(number) ?? 0) + score);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .flatMap(([number, score]) => {
      const term = glossary.terms[number];
      return term ? [{ term, coverage: score / total, count: counts.get(number) ?? 0 }] : [];
    });
}
