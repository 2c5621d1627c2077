import Fuse from 'fuse.js';
import { editDistance } from './distance.ts';
import { TrigramIndex } from './trigrams.ts';
import { isFunctionWord } from './vocabulary.ts';

/** Names that are looked at closely. More find no more, on the security names of `npm run quality:names`. */
const CANDIDATES = 24;
/** Letters of a text that are searched for; no name is that long. */
const LONGEST_SEARCHED = 80;
/** Initials are asked for from so many on: two letters are those of too many names. */
const FEWEST_INITIALS = 3;
/** Names up to this length share too few runs of letters with their misspellings; they are found by leaving one out. */
const SHORT = 6;

/** A name as it is compared: folded, with single spaces between its words. */
interface Keyed {
  readonly key: string;
}

/** A name with how like the text it is, 0 to 1. */
export interface Found<T> {
  readonly entry: T;
  readonly similarity: number;
}

interface Prepared<T> {
  readonly entry: T;
  readonly words: readonly string[];
  /** How much each of the words tells. */
  readonly weights: readonly number[];
  readonly joined: string;
  readonly initials: string;
}

/** Finds the names that are like a text: misspelt, with words missing, swapped or joined, begun, or given by initials. */
export class NearNames<T extends Keyed> {
  readonly #prepared: readonly Prepared<T>[];
  readonly #trigrams: TrigramIndex;
  readonly #byInitials: ReadonlyMap<string, readonly number[]>;
  /** Short names, under themselves with any one letter left out. */
  readonly #byRest = new Map<string, number[]>();
  readonly #numbers: ReadonlyMap<T, number>;
  /** How many names have a word. */
  readonly #frequency = new Map<string, number>();

  constructor(entries: readonly T[]) {
    for (const { key } of entries)
      for (const word of new Set(key.split(' ')))
        this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1);
    this.#prepared = entries.map(entry => this.#prepare(entry, entries.length));
    this.#numbers = new Map(entries.map((entry, number) => [entry, number]));
    this.#trigrams = new TrigramIndex(entries.map(({ key }) => key));
    const byInitials = new Map<string, number[]>();
    for (const [number, { initials, joined }] of this.#prepared.entries()) {
      if (initials.length >= FEWEST_INITIALS) add(byInitials, initials, number);
      if (joined.length <= SHORT) for (const rest of restsOf(joined)) add(this.#byRest, rest, number);
    }
    this.#byInitials = byInitials;
  }

  /** The names most like a folded text, the likest first. */
  search(key: string): Found<T>[] {
    const text = this.#prepare({ key: key.slice(0, LONGEST_SEARCHED) }, this.#prepared.length);
    const { joined } = text;
    const numbers = new Set(this.#trigrams.nearest(text.entry.key, CANDIDATES));
    for (const number of this.#byInitials.get(joined) ?? []) numbers.add(number);
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
      if (name !== undefined) found.push({ entry: name.entry, similarity: similarityOf(text, name) });
    }
    return found.sort((a, b) => b.similarity - a.similarity || a.entry.key.length - b.entry.key.length);
  }

  #prepare<K extends Keyed>(entry: K, names: number): Prepared<K> {
    const words = entry.key.split(' ');
    const weights = words.map(word =>
      isFunctionWord(word) ? LITTLE : Math.log(2 + names / (this.#frequency.get(word) ?? 1)),
    );
    const initials = words.map(word => word[0] ?? '').join('');
    return { entry, words, weights, joined: words.join(''), initials };
  }
}

/**
 * What each likeness is worth beside an exact one. Tuned on odd seeds of `npm run quality:names` over the security
 * names; even ones were kept to measure.
 */
const JOINED = 0.99;
const ALL_WORDS = 0.97;
const MISSING = 0.3;
const INITIALS = 0.82;
const BEGUN = { word: { least: 0.8, more: 0.17 }, letters: { least: 0.68, more: 0.27 } } as const;
/** What "of" tells beside other words, which tell from 1 on. */
const LITTLE = 0.3;
/** Words less alike than this are different words. */
const SAME_WORD = 0.6;
/** A word that begins another, from so many letters on. */
const FEWEST_BEGUN = 3;

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

function similarityOf(text: Prepared<Keyed>, name: Prepared<Keyed>): number {
  const whole = alike(text.entry.key, name.entry.key, 0.5);
  if (whole === 1) return 1;
  const isOneWord = text.words.length === 1 && name.words.length === 1;
  return Math.max(
    whole,
    isOneWord ? 0 : JOINED * alike(text.joined, name.joined, 0.5),
    begun(text, name),
    text.words.length === 1 && text.joined === name.initials ? INITIALS : 0,
    isOneWord ? 0 : aligned(text, name),
  );
}

/** A name that begins with the text, at the end of a word or inside of one. */
function begun(text: Prepared<Keyed>, name: Prepared<Keyed>): number {
  if (text.joined.length < 2 || !name.joined.startsWith(text.joined)) return 0;
  const { least, more } = name.entry.key.startsWith(`${text.entry.key} `) ? BEGUN.word : BEGUN.letters;
  return least + more * (text.joined.length / name.joined.length);
}

/** How well the words of a text are those of a name, in any order; rare words count more. */
function aligned(text: Prepared<Keyed>, name: Prepared<Keyed>): number {
  const covered = coverage(text, name.words);
  return covered < SAME_WORD ? 0 : covered * (ALL_WORDS - MISSING * (1 - coverage(name, text.words)));
}

/** The share of the words' weight that has a counterpart, 0 to 1. */
function coverage({ words, weights }: Prepared<Keyed>, others: readonly string[]): number {
  let covered = 0;
  let total = 0;
  for (const [at, word] of words.entries()) {
    const weight = weights[at] ?? 0;
    let best = 0;
    for (const other of others) if (best < 1) best = Math.max(best, wordsAlike(word, other));
    covered += weight * best;
    total += weight;
  }
  return total === 0 ? 0 : covered / total;
}

function wordsAlike(a: string, b: string): number {
  if (a === b) return 1;
  const isBegun =
    Math.min(a.length, b.length) >= FEWEST_BEGUN && (a.length < b.length ? b.startsWith(a) : a.startsWith(b));
  return Math.max(isBegun ? 0.9 : 0, alike(a, b, SAME_WORD));
}

/** 1 minus the share of letters to edit; 0 where that is below `least`. */
function alike(a: string, b: string, least: number): number {
  const longest = Math.max(a.length, b.length);
  const limit = Math.floor(longest * (1 - least));
  const edits = editDistance(a, b, limit);
  return edits > limit ? 0 : 1 - edits / longest;
}

function restsOf(text: string): string[] {
  return [text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))];
}

function add<K>(map: Map<K, number[]>, key: K, number: number): void {
  const numbers = map.get(key);
  if (numbers === undefined) map.set(key, [number]);
  else numbers.push(number);
}
