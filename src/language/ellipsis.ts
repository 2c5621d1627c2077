import { isFunctionWord } from './function-words.ts';
import type { NameIndex } from './name-index.ts';
import type { Match } from './said-names.ts';
import type { Spotted } from './spot.ts';

const JOINERS = new Set(['vs', 'versus', 'or', 'and', 'than', 'from', 'against']);
const COMPARED = new Set(['compared', 'opposed', 'relative', 'similar']);

/** Whether a name that stands beside the word is one of two sides. */
function joins(at: number, masked: readonly string[]): boolean {
  const word = masked[at] ?? '';
  const isTo = (word === 'to' || word === 'with') && COMPARED.has(masked[at - 1] ?? '');
  return isTo || JOINERS.has(word);
}
/** Words at most before a head that is said only once. */
const MOST_WORDS = 3;

/**
 * Completes names that share their last word with another: "forward vs reverse proxy" names two proxies, and "is
 * symmetric encryption faster than asymmetric" two encryptions.
 */
export function expandEllipsis(spotted: Spotted, index: NameIndex): Spotted {
  for (const at of spotted.masked.keys()) {
    const expanded = joins(at, spotted.masked) ? expandAt(at, spotted, index) : null;
    if (expanded) return expanded;
  }
  for (const at of spotted.masked.keys()) {
    const both = joins(at, spotted.masked) ? namedByHalf(at, spotted, index) : null;
    if (both) return both;
  }
  return spotted;
}

/** "Symmetric or asymmetric?" names two terms by their first words, when the names go on alike. */
function namedByHalf(at: number, { masked, matches }: Spotted, index: NameIndex): Spotted | null {
  const [before = '', after = ''] = [masked[at - 1], masked[at + 1]];
  if ([before, after].some(word => word === '' || word.startsWith('§') || isFunctionWord(word))) return null;
  const others = index.parts.remainders(after);
  const rest = [...index.parts.remainders(before)].find(remainder => others.has(remainder));
  const [first, second] = [index.find(`${before} ${rest}`), index.find(`${after} ${rest}`)];
  if (rest === undefined || !first || !second) return null;
  const count = matches.length;
  return {
    matches: [...matches, first, second],
    masked: masked.with(at - 1, `§${count}`).with(at + 1, `§${count + 1}`),
  };
}

/** Reads the words before or after the joiner at `at` as a name that lacks its last word; null when they are none. */
function expandAt(at: number, { masked, matches }: Spotted, index: NameIndex): Spotted | null {
  const [before, after] = [masked.slice(0, at), masked.slice(at + 1)];
  const next = withoutArticles(after)[0];
  const comesFirst = next?.startsWith('§') ?? false;
  const whole = comesFirst ? next : before.findLast(token => token.startsWith('§'));
  const head = whole === undefined ? null : headOf(matchAt(whole, matches));
  if (head === null) return null;
  const found = comesFirst ? namedBefore(before, head, index) : namedAfter(after, head, index);
  if (!found || matches.some(match => match.terms[0] === found.match.terms[0])) return null;
  if (!comesFirst) {
    const named = masked.toSpliced(at + 1 + found.skipped, found.length, `§${matches.length}`);
    return { matches: [...matches, found.match], masked: named };
  }
  const later = masked.map(word => (word.startsWith('§') ? `§${Number(word.slice(1)) + 1}` : word));
  return {
    matches: [found.match, ...matches],
    masked: later.toSpliced(at - found.length, found.length, '§0'),
  };
}

interface Found {
  readonly match: Match;
  readonly length: number;
  /** Articles before the name. */
  readonly skipped: number;
}

function matchAt(token: string, matches: readonly Match[]): Match | null {
  return matches[Number(token.slice(1))] ?? null;
}

/** The last word of a name of several words. */
function headOf(match: Match | null): string | null {
  const parts = match && match.via !== 'mention' ? (match.terms[0]?.name ?? '').split(/\s+/) : [];
  return parts.length > 1 ? (parts.at(-1) ?? null) : null;
}

function namedBefore(before: readonly string[], head: string, index: NameIndex): Found | null {
  for (let length = Math.min(MOST_WORDS, before.length); length > 0; length -= 1) {
    const match = named(before.slice(-length), head, index);
    if (match) return { match, length, skipped: 0 };
  }
  return null;
}

function namedAfter(after: readonly string[], head: string, index: NameIndex): Found | null {
  const skipped = after.length - withoutArticles(after).length;
  for (let length = Math.min(MOST_WORDS, after.length - skipped); length > 0; length -= 1) {
    const match = named(after.slice(skipped, skipped + length), head, index);
    if (match) return { match, length, skipped };
  }
  return null;
}

function named(words: readonly string[], head: string, index: NameIndex): Match | null {
  if (words.some(word => word.startsWith('§')) || isFunctionWord(words[0] ?? '')) return null;
  const match = index.find(`${words.join(' ')} ${head}`);
  return match && match.via !== 'mention' ? match : null;
}

function withoutArticles(words: readonly string[]): readonly string[] {
  return /^(?:an?|the)$/.test(words[0] ?? '') ? words.slice(1) : words;
}
