import { addTo } from './multi-map.ts';

/** For each word of folded texts, the numbers of the items that have it, ascending. */
export type WordIndex = ReadonlyMap<string, readonly number[]>;

/** @param items each item's texts, folded, with single spaces between words. */
export function indexWords(items: Iterable<readonly string[]>): WordIndex {
  const index = new Map<string, number[]>();
  let number = 0;
  for (const texts of items) {
    for (const word of new Set(texts.flatMap(wordsOf))) addTo(index, word, number);
    number += 1;
  }
  return index;
}

/** The numbers of the items with the rarest word of a folded phrase: all that can contain it, and few others. */
export function numbersWith(phrase: string, index: WordIndex): readonly number[] {
  const found = wordsOf(phrase).map(word => index.get(word) ?? []);
  return found.reduce((fewest, next) => (next.length < fewest.length ? next : fewest), found[0] ?? []);
}

function wordsOf(folded: string): string[] {
  return folded.trim().split(' ');
}
