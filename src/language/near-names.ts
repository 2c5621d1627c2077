import Fuse from 'fuse.js';
import type { Steps } from '../steps.ts';
import { type Comparable, LITTLE, likeness } from './likeness.ts';
import { addTo } from './multi-map.ts';
import { TrigramIndex } from './trigrams.ts';

/** Names that are looked at closely. More find no more, on the security names of `npm run quality:names`. */
const CANDIDATES = 24;
/** Letters of a text that are searched for; no name is that long. */
const LONGEST_SEARCHED = 80;
/** Initials are asked for from so many on: two letters are those of too many names. */
const FEWEST_INITIALS = 3;
/** Names up to this length share too few runs of letters with their misspellings; they are found by leaving one out. */
const SHORT = 6;

/** Words that join others in names; they tell little. "Name" or "run", which mean nothing in a question, tell as much as any. */
const JOINING = new Set('a an the of and or in on to for with by at from as into via'.split(' '));

/** A name as it is compared: folded, with single spaces between its words. */
interface Keyed {
  readonly key: string;
}

/** A name with how like the text it is, 0 to 1. */
export interface Found<T> {
  readonly entry: T;
  readonly similarity: number;
}

interface Prepared<T> extends Comparable {
  readonly entry: T;
}

/** Finds the names that are like a text: misspelt, with words missing, swapped or joined, begun, or given by initials. */
export class NearNames<T extends Keyed> {
  readonly #prepared: Prepared<T>[] = [];
  readonly #trigrams: TrigramIndex;
  readonly #byInitials = new Map<string, number[]>();
  /** Under each of their words a few of them, those of fewest words first. */
  readonly #byWord = new Map<string, number[]>();
  /** Short names, under themselves with any one letter left out. */
  readonly #byRest = new Map<string, number[]>();
  readonly #numbers: ReadonlyMap<T, number>;
  /** How many names have a word. */
  readonly #frequency = new Map<string, number>();

  private constructor(entries: readonly T[], trigrams: TrigramIndex) {
    this.#numbers = new Map(entries.map((entry, number) => [entry, number]));
    this.#trigrams = trigrams;
  }

  static *of<T extends Keyed>(entries: readonly T[]): Steps<NearNames<T>> {
    const trigrams = yield* TrigramIndex.of(entries.map(({ key }) => key));
    const names = new NearNames(entries, trigrams);
    for (const { key } of entries) {
      for (const word of new Set(key.split(' ')))
        names.#frequency.set(word, (names.#frequency.get(word) ?? 0) + 1);
      yield;
    }
    for (const entry of entries) {
      names.#add(names.#prepare(entry, entries.length));
      yield;
    }
    yield* names.#addByWord();
    return names;
  }

  #add(name: Prepared<T>): void {
    const number = this.#prepared.push(name) - 1;
    const { initials, joined } = name;
    if (initials.length >= FEWEST_INITIALS) addTo(this.#byInitials, initials, number);
    if (joined.length <= SHORT) for (const rest of restsOf(joined)) addTo(this.#byRest, rest, number);
  }

  /** For each word a few of the names that have it among others, those of fewest words. */
  *#addByWord(): Steps<void> {
    const byLength = Map.groupBy(this.#prepared.keys(), number => this.#prepared[number]?.words.length ?? 0);
    for (const length of [...byLength.keys()].filter(length => length > 1).sort((a, b) => a - b))
      for (const number of byLength.get(length) ?? []) {
        for (const word of new Set(this.#prepared[number]?.words))
          if ((this.#byWord.get(word)?.length ?? 0) < CANDIDATES) addTo(this.#byWord, word, number);
        yield;
      }
  }

  /** The names most like a folded text, the likest first. */
  search(key: string): Found<T>[] {
    const text = this.#prepare({ key: key.slice(0, LONGEST_SEARCHED) }, this.#prepared.length);
    const { joined } = text;
    const numbers = new Set(this.#trigrams.nearest(text.entry.key, CANDIDATES));
    for (const number of this.#byInitials.get(joined) ?? []) numbers.add(number);
    // A word shares few runs of letters with the names that have it among others.
    if (text.words.length === 1) for (const number of this.#byWord.get(joined) ?? []) numbers.add(number);
    if (joined.length <= SHORT + 1)
      for (const rest of restsOf(joined))
        for (const number of this.#byRest.get(rest) ?? []) numbers.add(number);
    return judgeTies(text.entry.key, this.#rank(text, numbers));
  }

  /** Whether a folded word stands in any name. */
  isWord(word: string): boolean {
    return this.#frequency.has(word);
  }

  /** How like a folded text each of some names is, the likest first. */
  rank(key: string, entries: Iterable<T>): Found<T>[] {
    const text = this.#prepare({ key: key.slice(0, LONGEST_SEARCHED) }, this.#prepared.length);
    return this.#rank(text, new Set([...entries].map(entry => this.#numbers.get(entry) ?? -1)));
  }

  #rank(text: Prepared<Keyed>, numbers: ReadonlySet<number>): Found<T>[] {
    const found: Found<T>[] = [];
    for (const number of numbers) {
      const name = this.#prepared[number];
      if (name !== undefined) found.push({ entry: name.entry, similarity: likeness(text, name) });
    }
    return found.sort((a, b) => b.similarity - a.similarity || a.entry.key.length - b.entry.key.length);
  }

  #prepare<K extends Keyed>(entry: K, names: number): Prepared<K> {
    const words = entry.key.split(' ');
    const weights = words.map(word =>
      JOINING.has(word) ? LITTLE : Math.log(2 + names / (this.#frequency.get(word) ?? 1)),
    );
    const initials = words.map(word => word[0] ?? '').join('');
    const isKnown = words.map(word => this.#frequency.has(word));
    return { entry, key: entry.key, words, weights, isKnown, joined: words.join(''), initials };
  }
}

/** Likenesses no further apart than this are a tie. */
const TIE = 0.02;
/** Names of a tie that are judged; more of them are alike in all that one could judge by. */
const MOST_JUDGED = 6;

/** Which of the names that are about equally like a text comes first, fuse.js says. */
function judgeTies<T extends Keyed>(key: string, found: Found<T>[]): Found<T>[] {
  const best = found[0]?.similarity ?? 0;
  const tied = found.filter(({ similarity }) => similarity >= best - TIE);
  if (best === 1 || tied.length < 2 || tied.length > MOST_JUDGED) return found;
  const judged = tied.map(one => ({ one, score: Fuse.match(key, one.entry.key, JUDGING).score ?? 1 }));
  judged.sort((a, b) => a.score - b.score);
  return [...judged.map(({ one }) => ({ ...one, similarity: best })), ...found.slice(tied.length)];
}

const JUDGING = { ignoreLocation: true, includeScore: true, threshold: 1 } as const;

function restsOf(text: string): string[] {
  return [text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))];
}
