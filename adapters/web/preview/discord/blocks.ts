import { type Html, html } from '../../html.ts';
import { drawInline } from './inline.ts';
import { readList } from './list.ts';
import { matchAt, type Read } from './scan.ts';

/** Where a text stands. */
export interface Place {
  /** How many lists are around. */
  readonly lists: number;
  /** A quote holds no quote. */
  readonly isQuoted: boolean;
}

export const OUTERMOST: Place = { lists: 0, isQuoted: false };

/** How a block draws what it holds. */
export interface Nesting {
  readonly place: Place;
  draw(text: string, place: Place): Html;
}

/** What only the start of a line can start; null where it starts none of that. */
export function readBlock(text: string, at: number, nesting: Nesting): Read | null {
  if (!STARTS.test(text[at] ?? '')) return null;
  for (const read of [readHeading, readSmallPrint, readQuote, readRestAsQuote, readList]) {
    const block = read(text, at, nesting);
    if (block !== null) return block;
  }
  return null;
}

const STARTS = /[ #>*\d-]/;

function readHeading(text: string, at: number): Read | null {
  const match = matchAt(/ *(#{1,3}) +(?!#)(\S[^\n]*)(?:\n|$)/y, text, at);
  if (match === null) return null;
  const [whole, marks = '', line = ''] = match;
  const words = line.trimEnd().replace(/ #+$/, '');
  // The page has an h2 above the message, and levels are not to be skipped.
  return block(
    at + whole.length,
    html`<h3 class="dc-heading dc-heading-${marks.length}">${drawInline(words)}</h3>`,
  );
}

function readSmallPrint(text: string, at: number): Read | null {
  const match = matchAt(/ *-# +(\S[^\n]*)(?:\n|$)/y, text, at);
  return (
    match &&
    block(at + match[0].length, html`<div class="dc-small">${drawInline((match[1] ?? '').trimEnd())}</div>`)
  );
}

/** Lines that each start with ">". */
function readQuote(text: string, at: number, nesting: Nesting): Read | null {
  const match = nesting.place.isQuoted ? null : matchAt(/ *> [^\n]*(?:\n *> [^\n]*)*\n?/y, text, at);
  return match && quote(at + match[0].length, match[0].replace(/^ *> /gm, '').replace(/\n$/, ''), nesting);
}

/** ">>>" makes all that follows a quote. */
function readRestAsQuote(text: string, at: number, nesting: Nesting): Read | null {
  const match = nesting.place.isQuoted ? null : matchAt(/ *>>> ([\s\S]*)/y, text, at);
  return match && quote(text.length, match[1] ?? '', nesting);
}

function quote(end: number, text: string, { place, draw }: Nesting): Read {
  return block(
    end,
    html`<blockquote class="dc-quote">${draw(text, { ...place, isQuoted: true })}</blockquote>`,
  );
}

function block(end: number, drawn: Html): Read {
  return { end, html: drawn, isBlock: true };
}
