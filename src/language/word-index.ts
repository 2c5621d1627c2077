import type { Steps } from '../steps.ts';

/** For each word, the numbers of the items that have it, ascending. */
export interface WordIndex {
  get(word: string): Uint32Array | undefined;
}

/**
 * Collects the words of items, one after the other. Kept in two flat arrays of four bytes for each word of each item:
 * lists of their own would take five times as much.
 */
class Builder {
  readonly #ids = new Map<string, number>();
  /** For each word, how many items have it, and the last one that does. */
  readonly #counts: number[] = [];
  readonly #latest: number[] = [];
  /** The words of all items, one item after the other. */
  #words = new Uint32Array(1024);
  #length = 0;
  /** Where in them each item ends. */
  readonly #ends: number[] = [];

  /** Adds the next item. */
  add(words: Iterable<string>): void {
    const item = this.#ends.length;
    for (const word of words) {
      const id = this.#ids.get(word) ?? this.#ids.size;
      if (id === this.#ids.size) this.#ids.set(word, id);
      if (this.#latest[id] === item) continue;
      this.#latest[id] = item;
      this.#counts[id] = (this.#counts[id] ?? 0) + 1;
      if (this.#length === this.#words.length) this.#grow();
      this.#words[this.#length++] = id;
    }
    this.#ends.push(this.#length);
  }

  #grow(): void {
    const grown = new Uint32Array(2 * this.#length);
    grown.set(this.#words);
    this.#words = grown;
  }

  build(): WordIndex {
    const starts = new Uint32Array(this.#counts.length + 1);
    for (const [id, count] of this.#counts.entries()) starts[id + 1] = (starts[id] ?? 0) + count;
    const items = new Uint32Array(this.#length);
    const next = starts.slice();
    let at = 0;
    for (const [item, end] of this.#ends.entries())
      for (; at < end; at += 1) {
        const id = this.#words[at] ?? 0;
        const place = next[id] ?? 0;
        items[place] = item;
        next[id] = place + 1;
      }
    const ids = this.#ids;
    return {
      get(word) {
        const id = ids.get(word);
        return id === undefined ? undefined : items.subarray(starts[id], starts[id + 1]);
      },
    };
  }
}

/** An index of some items, each with its words. */
export function* indexWords<T>(
  items: readonly T[],
  wordsOf: (item: T) => Iterable<string>,
): Steps<WordIndex> {
  const builder = new Builder();
  for (const item of items) {
    builder.add(wordsOf(item));
    yield;
  }
  return builder.build();
}

/** The numbers of the items that have all of some words, ascending; none for no words. */
export function itemsWithAll(words: readonly string[], index: WordIndex): number[] {
  const [first = [], ...others] = words
    .map(word => index.get(word) ?? [])
    .sort((a, b) => a.length - b.length);
  return Array.from(first).filter(item => others.every(items => has(items, item)));
}

/** Whether an ascending list has a number. */
function has(items: ArrayLike<number>, item: number): boolean {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] ?? 0) < item) low = middle + 1;
    else high = middle;
  }
  return items[low] === item;
}
