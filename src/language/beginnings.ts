/** Tells whether any of some texts begins with another. */
export class Beginnings {
  readonly #texts: readonly string[];

  constructor(texts: Iterable<string>) {
    this.#texts = [...new Set(texts)].sort();
  }

  has(beginning: string): boolean {
    return this.#texts[firstFrom(beginning, this.#texts, text => text)]?.startsWith(beginning) ?? false;
  }
}

/** Where those begin, among some that are in the order of their texts, that are not before a text. */
export function firstFrom<T>(text: string, sorted: readonly T[], textOf: (one: T) => string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = sorted[middle];
    if (one !== undefined && textOf(one) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
