import { editDistance } from './distance.ts';

/** A folded text, taken apart for comparing. */
export interface Comparable {
  /** With single spaces between words. */
  readonly key: string;
  readonly words: readonly string[];
  /** How much each of the words tells. */
  readonly weights: readonly number[];
  /** Whether each of the words stands in some name. */
  readonly isKnown: readonly boolean[];
  /** Without spaces. */
  readonly joined: string;
  readonly initials: string;
}

/**
 * What each likeness is worth beside an exact one. Tuned on the security names, with the seeds 11, 13, 20261124 and
 * 20261125 of `npm run quality:names`; with other seeds as many are found.
 */
const JOINED = 0.99;
const ALL_WORDS = 0.97;
const MISSING = 0.3;
const INITIALS = 0.82;
/** One slip in a name of at most so many letters. */
const SHORT = 4;
const ONE_SLIP = 0.75;
/**
 * A name that begins with the text: with several words of it, with its first word, in the midst of its first word, and
 * there where the text is a word of some name, which was hardly meant to go on.
 */
const BEGUN = {
  words: { least: 0.8, more: 0.17 },
  word: { least: 0.76, more: 0.17 },
  letters: { least: 0.68, more: 0.27 },
  known: { least: 0.6, more: 0.27 },
} as const;
/** Words that all stand in names are hardly misspelt: "Bit Attack" is no "Boot Attack". */
const KNOWN = 0.9;
/** What "of" tells beside other words, which tell from 1 on. */
export const LITTLE = 0.3;
/** Words less alike than this are different words. */
const SAME_WORD = 0.6;
/** A word that begins another, from so many letters on. */
const FEWEST_BEGUN = 3;

/** How like a name a text is, 0 to 1: as a whole, joined, as its beginning, as its initials, or word by word. */
export function likeness(text: Comparable, name: Comparable): number {
  const whole = Math.max(alike(text.key, name.key, 0.5), slipped(text, name));
  if (whole === 1) return 1;
  const isOneWord = text.words.length === 1 && name.words.length === 1;
  const trust = text.words.length > 1 && text.isKnown.every(isKnown => isKnown) ? KNOWN : 1;
  return Math.max(
    whole * trust,
    isOneWord ? 0 : alikeJoined(text.joined, name.joined) * trust,
    begun(text, name),
    text.words.length === 1 && text.joined === name.initials ? INITIALS : 0,
    isOneWord ? 0 : aligned(text, name),
  );
}

function alikeJoined(text: string, name: string): number {
  return JOINED * alike(text, name, 0.5);
}

/** Short names are a letter away from many, each of which is likelier than a long name that begins with the text. */
function slipped(text: Comparable, name: Comparable): number {
  const isShort = Math.max(text.joined.length, name.joined.length) <= SHORT;
  return isShort && editDistance(text.joined, name.joined, 1) === 1 ? ONE_SLIP : 0;
}

/** A name that begins with the text, at the end of a word or inside of one. */
function begun(text: Comparable, name: Comparable): number {
  if (text.joined.length < 2 || !name.joined.startsWith(text.joined)) return 0;
  const { least, more } = BEGUN[beginningOf(text, name)];
  return least + more * (text.joined.length / name.joined.length);
}

function beginningOf(text: Comparable, name: Comparable): keyof typeof BEGUN {
  if (text.words.length > 1) return 'words';
  if (name.key.startsWith(`${text.key} `)) return 'word';
  return text.isKnown[0] ? 'known' : 'letters';
}

/** How well the words of a text are those of a name, in any order; rare words count more. */
function aligned(text: Comparable, name: Comparable): number {
  const covered = coverage(text, name.words, wordsAlike);
  return covered < SAME_WORD
    ? 0
    : covered *
        (ALL_WORDS - MISSING * (1 - coverage(name, text.words, (word, asked) => wordsAlike(asked, word))));
}

/** The share of the words' weight that has a counterpart, 0 to 1. */
function coverage(
  { words, weights }: Comparable,
  others: readonly string[],
  similarity: (word: string, other: string) => number,
): number {
  let covered = 0;
  let total = 0;
  for (const [at, word] of words.entries()) {
    const weight = weights[at] ?? 0;
    let best = 0;
    for (const other of others) if (best < 1) best = Math.max(best, similarity(word, other));
    covered += weight * best;
    total += weight;
  }
  return total === 0 ? 0 : covered / total;
}

/** A word may be begun, "env" for "environment"; one that goes on is another: "sidecar" is no side. */
function wordsAlike(asked: string, word: string): number {
  if (asked === word) return 1;
  const isBegun = asked.length >= FEWEST_BEGUN && word.startsWith(asked);
  return Math.max(isBegun ? 0.9 : 0, alike(asked, word, SAME_WORD));
}

/** 1 minus the share of letters to edit; 0 where that is below `least`. */
function alike(a: string, b: string, least: number): number {
  const longest = Math.max(a.length, b.length);
  const limit = Math.floor(longest * (1 - least));
  const edits = editDistance(a, b, limit);
  return edits > limit ? 0 : 1 - edits / longest;
}
