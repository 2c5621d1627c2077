import type { Match, NameIndex } from './name-index.ts';
import type { Spotted } from './spot.ts';
import { isFunctionWord } from './vocabulary.ts';

const JOINERS = new Set(['vs', 'versus', 'or', 'and', 'than', 'from', 'against']);
/** Words at most before a head that is said only once. */
const MOST_WORDS = 3;

/**
 * Completes names that share their last word with another: "forward vs reverse proxy" names two proxies, and "is
 * symmetric encryption faster than asymmetric" two encryptions.
 */
export function expandEllipsis(spotted: Spotted, index: NameIndex): Spotted {
  const { masked, matches } = spotted;
  for (const [at, word] of masked.entries()) {
    if (!JOINERS.has(word)) continue;
    const [before, after] = [masked.slice(0, at), masked.slice(at + 1)];
    const later = withoutArticles(after)[0];
    const earlier = before.findLast(token => token.startsWith('§'));
    const head = headOf(
      later?.startsWith('§')
        ? matchAt(later, matches)
        : earlier === undefined
          ? null
          : matchAt(earlier, matches),
    );
    if (head === null) continue;
    const found = later?.startsWith('§') ? namedBefore(before, head, index) : namedAfter(after, head, index);
    if (found && !matches.some(match => match.terms[0] === found.match.terms[0])) {
      const position = later?.startsWith('§') ? at - found.length : at + 1 + found.skipped;
      const name = `§${matches.length}`;
      return {
        matches: ordered([...matches, found.match], later?.startsWith('§') ?? false),
        masked: rename(
          masked.toSpliced(position, found.length, name),
          matches.length,
          later?.startsWith('§') ?? false,
        ),
      };
    }
  }
  return spotted;
}

interface Found {
  readonly match: Match;
  readonly length: number;
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

/** What was named first stays first. */
function ordered(matches: readonly Match[], isFirst: boolean): Match[] {
  return isFirst ? [...matches.slice(-1), ...matches.slice(0, -1)] : [...matches];
}

function rename(masked: readonly string[], last: number, isFirst: boolean): string[] {
  if (!isFirst) return [...masked];
  return masked.map(word =>
    word.startsWith('§') ? `§${Number(word.slice(1)) === last ? 0 : Number(word.slice(1)) + 1}` : word,
  );
}
