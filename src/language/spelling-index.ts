import { editDistance } from './distance.ts';
import { addTo } from './multi-map.ts';

/** Letters of a word by which names that contain it are found. */
const START = 3;

/** Finds names by their letters without looking at all of them: by length and ends, and by how their words start. */
export class SpellingIndex<T extends { readonly key: string }> {
  readonly #byShape = new Map<string, { readonly entry: T; readonly letters: number }[]>();
  readonly #byStart = new Map<string, T[]>();

  constructor(entries: readonly T[]) {
    for (const entry of entries) {
      const { key } = entry;
      for (const end of [`^${key[0]}`, `$${key.at(-1)}`])
        addTo(this.#byShape, `${key.length}${end}`, { entry, letters: lettersIn(key) });
      for (const word of new Set(key.split(' '))) addTo(this.#byStart, word.slice(0, START), entry);
    }
  }

  /** Names at most `edits` away that share their first or their last letter with the text. */
  near(key: string, edits: number): T[] {
    const found = new Set<T>();
    const letters = lettersIn(key);
    for (let length = key.length - edits; length <= key.length + edits; length += 1)
      for (const end of [`^${key[0]}`, `$${key.at(-1)}`])
        for (const { entry, letters: own } of this.#byShape.get(`${length}${end}`) ?? []) {
          // An edit takes away at most one letter and brings at most one.
          const isPossible = bitsIn(letters ^ own) <= 2 * edits;
          if (isPossible && !found.has(entry) && editDistance(key, entry.key, edits) <= edits)
            found.add(entry);
        }
    return [...found];
  }

  /** Names that contain every word of a text of several words, or start with it: "least privilege", "env variable". */
  containing(key: string): T[] {
    const [first = '', ...others] = key.split(' ');
    if (others.length === 0 || first.length < START) return [];
    const candidates = this.#byStart.get(first.slice(0, START)) ?? [];
    return candidates.filter(entry => entry.key.startsWith(key) || wordsShared(key, entry.key) === 1);
  }
}

/** The share of the text's words that stand in the name, or start a word of it: "env variable". */
function wordsShared(text: string, name: string): number {
  const parts = name.split(' ');
  const asked = text.split(' ');
  const isIn = (word: string) =>
    parts.some(part => part === word || (word.length >= START && part.startsWith(word)));
  return asked.filter(isIn).length / asked.length;
}

/** Which letters stand in a text, a bit each; some share one. */
function lettersIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
