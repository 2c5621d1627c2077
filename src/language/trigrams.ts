import type { Steps } from '../steps.ts';
import { addTo } from './multi-map.ts';

/**
 * Postings that one search looks at, at most. The rarest runs come first, so what is left out says little. Holds a
 * search among 100,000 names below a millisecond.
 */
const MOST_VISITED = 8_000;

/** Finds texts that share runs of three letters with another, without looking at all of them. */
export class TrigramIndex {
  /** The numbers of the texts that hold a run of letters. */
  readonly #postings = new Map<string, number[]>();
  /** How much all runs of a text weigh together. */
  readonly #totals: Float64Array;
  /** Kept between searches, all zero. */
  readonly #scores: Float64Array;

  private constructor(texts: number) {
    this.#totals = new Float64Array(texts);
    this.#scores = new Float64Array(texts);
  }

  /** @param texts folded, with single spaces between words; referred to by their places. */
  static *of(texts: readonly string[]): Steps<TrigramIndex> {
    const index = new TrigramIndex(texts.length);
    for (const [number, text] of texts.entries()) {
      for (const run of runsOf(text)) addTo(index.#postings, run, number);
      yield;
    }
    for (const numbers of index.#postings.values()) {
      const weight = index.#weight(numbers);
      for (const number of numbers) index.#totals[number] = (index.#totals[number] ?? 0) + weight;
    }
    return index;
  }

  /** The numbers of at most so many texts, most alike first: by what both share, in proportion to both (Dice). */
  nearest(text: string, most: number): number[] {
    const runs = [...runsOf(text)].map(run => this.#postings.get(run) ?? []);
    const total = runs.reduce((sum, numbers) => sum + this.#weight(numbers), 0);
    const touched = this.#addUp(runs.sort((a, b) => a.length - b.length));
    const likeness = (number: number) => (this.#scores[number] ?? 0) / (total + (this.#totals[number] ?? 0));
    const best = topOf(touched, most, likeness);
    for (const number of touched) this.#scores[number] = 0;
    return best;
  }

  #addUp(runs: readonly (readonly number[])[]): number[] {
    const touched: number[] = [];
    let left = MOST_VISITED;
    for (const numbers of runs) {
      left -= numbers.length;
      if (left < 0 && touched.length > 0) break;
      const weight = this.#weight(numbers);
      for (const number of numbers) {
        if (this.#scores[number] === 0) touched.push(number);
        this.#scores[number] = (this.#scores[number] ?? 0) + weight;
      }
    }
    return touched;
  }

  /** Rare runs tell more: the inverse document frequency. */
  #weight(numbers: readonly number[]): number {
    return Math.log(1 + this.#scores.length / (numbers.length + 1));
  }
}

/** Runs of three letters of each word, with marks for its ends: "dns" gives ^dn, dns, ns$. */
function runsOf(text: string): Set<string> {
  const runs = new Set<string>();
  for (const word of text.split(' ')) {
    const marked = `^${word}$`;
    for (let at = 0; at + 3 <= marked.length; at += 1) runs.add(marked.slice(at, at + 3));
  }
  return runs;
}

/** The best so many, in order; a sort of all would cost more than the search. */
function topOf(numbers: readonly number[], most: number, likeness: (number: number) => number): number[] {
  const best: { number: number; likeness: number }[] = [];
  let least = 0;
  for (const number of numbers) {
    const own = likeness(number);
    if (best.length >= 2 * most) {
      best.sort((a, b) => b.likeness - a.likeness).length = most;
      least = best.at(-1)?.likeness ?? 0;
    }
    if (own > least) best.push({ number, likeness: own });
  }
  best.sort((a, b) => b.likeness - a.likeness);
  return best.slice(0, most).map(({ number }) => number);
}
