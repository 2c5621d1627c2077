import type { Sloppy } from './sloppy.ts';

/** Names of so many letters need only be offered: too many are one edit away. */
const SHORT = 4;

/** The only nearest has to come first; of several all have to be offered, as short names need only be. */
export function foundRight(
  found: readonly string[],
  { text, target, nearest }: Omit<Sloppy, 'noise'>,
): boolean {
  if (found[0] === target) return true;
  const areOffered = [...nearest].every(id => found.includes(id));
  return areOffered && (nearest.size > 1 || !nearest.has(target) || text.length <= SHORT);
}
