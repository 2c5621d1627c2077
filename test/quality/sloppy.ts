import { editDistance } from '../../src/language/distance.ts';
import { nameKey } from '../../src/language/normalise.ts';
import { createChance, NOISES, type NoiseName } from './noise.ts';

/** A term to be found, by any of its names. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** A name as somebody typed it, and the terms that it may mean: all that are equally near. */
export interface Sloppy {
  readonly noise: NoiseName;
  readonly text: string;
  readonly target: string;
  readonly nearest: ReadonlySet<string>;
}

interface Folded {
  readonly id: string;
  readonly words: readonly string[];
  /** Without spaces. */
  readonly joined: string;
}

/**
 * Sloppy forms of names that are chosen by chance, so many of each kind of noise where the names allow. Left out are
 * those that are another term's name, but for plurals: they are no misspelling any more; and those to which more than
 * `most` names are equally near: nobody could tell.
 */
export function sloppyQueries(
  terms: readonly Named[],
  { each, seed, most }: { readonly each: number; readonly seed: number; readonly most: number },
): Sloppy[] {
  const chance = createChance(seed);
  const folded = terms.flatMap(({ id, names }) => names.map(name => fold(id, name)));
  const exact = Map.groupBy(folded, ({ joined }) => joined);
  return (Object.keys(NOISES) as NoiseName[]).flatMap(noise => {
    const found: Sloppy[] = [];
    for (let tries = 0; found.length < each && tries < 30 * each; tries += 1) {
      const { id, names } = terms[Math.floor(chance() * terms.length)] ?? { id: '', names: [] };
      const text = NOISES[noise](names[0] ?? '', chance);
      if (text === null || nameKey(text) === '') continue;
      const same = exact.get(fold(id, text).joined) ?? [];
      if (same.length > 0 && !same.some(other => other.id === id)) continue;
      const nearest = nearestTo(noise, fold(id, text), folded);
      if (nearest.size <= most) found.push({ noise, text, target: id, nearest });
    }
    return found;
  });
}

function fold(id: string, name: string): Folded {
  const words = nameKey(name).split(' ');
  return { id, words, joined: words.join('') };
}

/** The terms that are nearest to a text in the sense of its noise: by words, by beginning, by initials, else by edits. */
function nearestTo(noise: NoiseName, text: Folded, folded: readonly Folded[]): Set<string> {
  if (noise === 'dropped word') {
    const holding = folded.filter(({ words }) => text.words.every(word => words.includes(word)));
    const fewest = Math.min(...holding.map(({ words }) => words.length));
    return ids(holding.filter(({ words }) => words.length === fewest));
  }
  if (noise === 'swapped words')
    return ids(folded.filter(({ words }) => sorted(words) === sorted(text.words)));
  if (noise === 'prefix') return ids(folded.filter(({ joined }) => joined.startsWith(text.joined)));
  if (noise === 'acronym')
    return ids(
      folded.filter(({ words, joined }) => joined === text.joined || initials(words) === text.joined),
    );
  let best = 3;
  let nearest: Folded[] = [];
  for (const other of folded) {
    const distance = editDistance(text.joined, other.joined, best);
    if (distance < best) nearest = [];
    if (distance <= best) nearest.push(other);
    best = Math.min(best, distance);
  }
  return ids(nearest);
}

const ids = (found: readonly Folded[]) => new Set(found.map(({ id }) => id));
const sorted = (words: readonly string[]) => words.toSorted().join(' ');
const initials = (words: readonly string[]) => words.map(word => word[0]).join('');
