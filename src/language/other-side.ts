import { isFunctionWord } from './function-words.ts';
import type { NameIndex } from './name-index.ts';
import type { Match } from './said-names.ts';
import type { Spotted } from './spot.ts';

const SETS_AGAINST = new Set(['vs', 'versus', 'or', 'than', 'against', 'and']);
const COMPARES = /\b(?:between|difference|differences|differ|compare|compared|both)\b/;
/** Words at most in a misspelt side. */
const MOST_WORDS = 3;
/** How like a name a side has to be when the terms already named are ruled out, and how much more than the next. */
const LIKE_ENOUGH = 0.85;
const LEAD = 0.04;

/**
 * Finds the side that is misspelt beside one that is not: "micro-segmentation versus network segmentaion", "symetric vs
 * asymmetric encryption", whose last word is said once. What is already named is no candidate for it.
 */
export function spotOtherSide(spotted: Spotted, index: NameIndex): Spotted {
  const { masked, matches } = spotted;
  if (matches.length === 0 || matches.some(({ via }) => via === 'mention')) return spotted;
  const compares = COMPARES.test(masked.join(' '));
  for (const [at, word] of masked.entries()) {
    if (!SETS_AGAINST.has(word) || (word === 'and' && !compares)) continue;
    const found = sideBefore(at, spotted, index) ?? sideAfter(at, spotted, index);
    if (!found) continue;
    const named = masked.toSpliced(found.start, found.length, `§${matches.length}`);
    return { matches: [...matches, found.match], masked: named };
  }
  return spotted;
}

interface Side {
  readonly match: Match;
  readonly start: number;
  readonly length: number;
}

function sideBefore(at: number, spotted: Spotted, index: NameIndex): Side | null {
  for (let length = Math.min(MOST_WORDS, at); length > 0; length -= 1) {
    const match = readSide(spotted.masked.slice(at - length, at), spotted, index);
    if (match) return { match, start: at - length, length };
  }
  return null;
}

function sideAfter(at: number, spotted: Spotted, index: NameIndex): Side | null {
  const { masked } = spotted;
  const start = at + (/^(?:an?|the)$/.test(masked[at + 1] ?? '') ? 2 : 1);
  for (let length = Math.min(MOST_WORDS, masked.length - start); length > 0; length -= 1) {
    const match = readSide(masked.slice(start, start + length), spotted, index);
    if (match) return { match, start, length };
  }
  return null;
}

function readSide(words: readonly string[], { matches }: Spotted, index: NameIndex): Match | null {
  if (words.some(word => word.startsWith('§') || isFunctionWord(word))) return null;
  const typed = words.join(' ');
  const named = new Set(matches.flatMap(({ terms }) => terms));
  const heads = new Set(matches.flatMap(({ name }) => name.split(/\s+/).slice(1).at(-1) ?? []));
  for (const text of [typed, ...[...heads].map(head => `${typed} ${head}`)]) {
    const near = index.nearest(text, 3).filter(({ terms }) => !terms.some(term => named.has(term)));
    const [best, next] = near;
    if (!best || best.similarity < LIKE_ENOUGH || best.similarity - (next?.similarity ?? 0) < LEAD) continue;
    const match = index.find(best.name);
    if (match && match.via !== 'mention' && best.name.length > SHORT)
      return { ...match, via: 'fuzzy', confidence: Math.min(match.confidence, best.similarity) };
  }
  return null;
}

/** Names this short are never corrected. */
const SHORT = 4;
