import { type Html, html } from '../../html.ts';

/** What a rule has read at some place of a text. */
export interface Read {
  /** Where reading goes on. */
  readonly end: number;
  readonly html: Html;
  /** Whether it stands on lines of its own. */
  readonly isBlock: boolean;
}

/** A stretch of a text as drawn. */
export type Piece = Pick<Read, 'html' | 'isBlock'>;

/** Reads a text from place to place, as Discord's clients do: what no rule reads there stays as it is written. */
export function scan(text: string, read: (at: number) => Read | null): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const flush = (end: number): void => {
    if (end > start) pieces.push({ html: html`${text.slice(start, end)}`, isBlock: false });
  };
  for (let at = 0; at < text.length; ) {
    const found = read(at);
    if (found === null) {
      at += 1;
      continue;
    }
    flush(at);
    pieces.push(found);
    at = found.end;
    start = at;
  }
  flush(text.length);
  return pieces;
}

/** What a sticky pattern matches at a place, and nowhere after it. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
