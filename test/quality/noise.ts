/** A repeatable source of chance: https://en.wikipedia.org/wiki/Xorshift, 32 bits. Gives numbers in [0, 1). */
export function createChance(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What people do to a name when they type it; null where the name gives no occasion for it. */
export type Noise = (name: string, chance: () => number) => string | null;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Keys beside each other on an English keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

export const NOISES = {
  'one edit': (name, chance) => edited(name, chance),
  'two edits': (name, chance) => (name.length < 6 ? null : edited(edited(name, chance), chance)),
  transposition: (name, chance) => {
    const at = placeOf(name, chance, 1);
    const swapped = name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
    return at < 0 || swapped === name ? null : swapped;
  },
  'neighbouring key': (name, chance) => {
    const at = placeOf(name, chance, 0);
    const beside = neighbours(name[at]?.toLowerCase() ?? '');
    return beside === '' ? null : name.slice(0, at) + pick([...beside], chance) + name.slice(at + 1);
  },
  'doubled letter': (name, chance) => {
    const at = placeOf(name, chance, 0);
    return name.slice(0, at) + name[at] + name.slice(at);
  },
  'dropped word': (name, chance) => {
    const words = name.split(' ');
    if (words.length < 2) return null;
    const at = Math.floor(chance() * words.length);
    return words.filter((_, index) => index !== at).join(' ');
  },
  'swapped words': (name, chance) => {
    const words = name.split(' ');
    if (words.length < 2) return null;
    const at = Math.floor(chance() * (words.length - 1));
    const swapped = words.toSpliced(at, 2, words[at + 1] ?? '', words[at] ?? '').join(' ');
    return swapped === name ? null : swapped;
  },
  prefix: (name, chance) => {
    const length = Math.ceil(name.length * (0.5 + 0.4 * chance()));
    const start = name.slice(0, length).trim();
    return start.length < 4 || start.length === name.length ? null : start;
  },
  case: (name, chance) => pick([name.toLowerCase(), name.toUpperCase()], chance),
  'hyphen and spacing': (name, chance) => {
    const joints = [...name.matchAll(/[ -]/g)].map(({ index }) => index);
    if (joints.length === 0) return null;
    const at = pick(joints, chance);
    const joint = pick(name[at] === ' ' ? ['-', ''] : [' ', ''], chance);
    return name.slice(0, at) + joint + name.slice(at + 1);
  },
  acronym: name => {
    const words = name.split(/[ -]+/).filter(word => /^\p{L}/u.test(word));
    return words.length < 3
      ? null
      : words
          .map(word => word[0])
          .join('')
          .toLowerCase();
  },
} as const satisfies Readonly<Record<string, Noise>>;
export type NoiseName = keyof typeof NOISES;

function edited(name: string, chance: () => number): string {
  const at = placeOf(name, chance, 0);
  const letter = pick([...LETTERS], chance);
  const kind = Math.floor(chance() * 3);
  return name.slice(0, at) + (kind === 0 ? '' : letter) + name.slice(kind === 2 ? at : at + 1);
}

/** The index of a letter that has so many letters after it in its word; -1 when there is none. */
function placeOf(name: string, chance: () => number, after: number): number {
  const places = [...name.matchAll(/[\p{L}\p{N}]/gu)]
    .map(({ index }) => index)
    .filter(index => after === 0 || /^[\p{L}\p{N}]$/u.test(name[index + after] ?? ''));
  return places.length === 0 ? -1 : pick(places, chance);
}

function neighbours(letter: string): string {
  const row = ROWS.find(keys => keys.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return at < 0 ? '' : (row[at - 1] ?? '') + (row[at + 1] ?? '');
}

function pick<T>(items: readonly T[], chance: () => number): T {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
