import { safe } from '../../../src/replies/safe.ts';

/** A text broken into lines, with the room that they take, in pixels. */
export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface Lettering {
  /** In pixels. */
  readonly fontSize: number;
  readonly isBold: boolean;
}

/** Characters in a line, and lines, at most. A longer text is cut; whoever shows it says all of it elsewhere. */
const LONGEST_LINE = 20;
const MOST_LINES = 4;

/** Breaks a name into lines of about the same length, and estimates how wide it is drawn. */
export function labelOf(text: string, lettering: Lettering): Label {
  const words = safe(text).trim().split(' ').flatMap(inPieces);
  const whole = words.join(' ').length;
  const even = Math.ceil(whole / Math.ceil(whole / LONGEST_LINE)) + UNEVEN;
  const balanced = inLines(words, Math.min(LONGEST_LINE, Math.max(SHORTEST_LINE, even)));
  const all = balanced.length <= MOST_LINES ? balanced : inLines(words, LONGEST_LINE);
  const lines = all.length <= MOST_LINES ? all : [...all.slice(0, MOST_LINES - 1), `${all[MOST_LINES - 1]}…`];
  return {
    lines,
    width: Math.ceil(Math.max(...lines.map(line => widthOf(line, lettering)))),
    height: lines.length * lineHeight(lettering),
  };
}

/** A name on one line, cut when it is longer than most are, and what must not be cut behind it. */
export function lineOf(text: string, behind: string, lettering: Lettering): Label {
  const whole = safe(text).trim();
  const cut = whole.length <= LONGEST_ALONE ? whole : `${whole.slice(0, LONGEST_ALONE - 1).trimEnd()}…`;
  const line = `${cut}${behind}`;
  return { lines: [line], width: Math.ceil(widthOf(line, lettering)), height: lineHeight(lettering) };
}

/** Characters. */
const LONGEST_ALONE = 30;

export function lineHeight({ fontSize }: Lettering): number {
  return Math.round(fontSize * 1.25);
}

/** Characters that are not worth a further line. */
const SHORTEST_LINE = 10;
/** By how many characters lines of about the same length may differ. */
const UNEVEN = 2;

function inLines(words: readonly string[], longest: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** "Integration/Continuous" may be broken after its slash; a word longer than a line is broken anywhere. */
function inPieces(word: string): string[] {
  if (word.length <= LONGEST_LINE) return [word];
  const parts = word.split(/(?<=[/\-_.])/);
  return parts.flatMap(part => part.match(new RegExp(`.{1,${LONGEST_LINE}}`, 'gu')) ?? []);
}

/** Pixels, rather too many than too few, for Figtree and for the fonts that stand in for it. */
function widthOf(line: string, { fontSize, isBold }: Lettering): number {
  const ems = [...line].reduce((sum, letter) => sum + emsOf(letter), 0);
  return ems * fontSize * (isBold ? 1.06 : 1);
}

function emsOf(letter: string): number {
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 1.05;
}

/** Widths of letters, in ems; measured in Chromium with Figtree, rounded up. The last one is for all other scripts. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ilIj.,:;'|!]/, 0.28],
  [/[ ftr()[\]/\-"]/, 0.4],
  [/[mwMW@%&…]/, 0.92],
  [/[A-Z]/, 0.7],
  [/[\p{Script=Latin}\d]/u, 0.6],
  [/[\p{Script=Greek}\p{Script=Cyrillic}]/u, 0.66],
  [/[\x21-\x7e]/, 0.66],
];
