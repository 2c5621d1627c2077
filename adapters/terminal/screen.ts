import { styleText } from 'node:util';

/** Where text is drawn: how wide, whether in colour, and how to write. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly style: (look: Look, text: string) => string;
  readonly write: (text: string) => void;
}

export type Look = 'bold' | 'dim' | 'cyan' | 'italic';

interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  hasColors?(): boolean;
  write(text: string): unknown;
}

/** Longer lines are hard to read, however wide the window. */
const WIDEST = 100;
const USUAL = 80;

/** Colours only on a terminal that has them; `hasColors` obeys NO_COLOR. */
export function screenOf({ stdout }: { readonly stdout: Output }): Screen {
  const colours = stdout.isTTY === true && (stdout.hasColors?.() ?? false);
  return {
    width: Math.max(20, Math.min(stdout.columns || USUAL, WIDEST)),
    style: (look, text) => (colours && text !== '' ? styleText(look, text, { validateStream: false }) : text),
    write: text => void stdout.write(text),
  };
}
