import { type Html, html } from '../../html.ts';
import { OUTERMOST, type Place, readBlock } from './blocks.ts';
import { inlineReader } from './inline.ts';
import { type Piece, scan } from './scan.ts';

/**
 * A text as Discord's clients draw its Markdown: https://support.discord.com/hc/en-us/articles/210298617. They try rules
 * at every place (https://github.com/ariabuckles/simple-markdown), so that a mark without its like stays a mark.
 */
export function drawMarkdown(text: string): Html {
  return drawIn(text.trim(), OUTERMOST);
}

function drawIn(text: string, place: Place): Html {
  const readInline = inlineReader(text);
  return stacked(
    scan(text, at => {
      const isLineStart = at === 0 || text[at - 1] === '\n';
      return (isLineStart ? readBlock(text, at, { place, draw: drawIn }) : null) ?? readInline(at);
    }),
  );
}

/** Blocks below one another, with what stands between two of them as a block, too. */
function stacked(pieces: readonly Piece[]): Html {
  const blocks: Html[] = [];
  let line: Html[] = [];
  const flush = (): void => {
    if (line.length > 0) blocks.push(html`<div class="dc-text">${line}</div>`);
    line = [];
  };
  for (const piece of pieces) {
    if (!piece.isBlock) {
      line.push(piece.html);
      continue;
    }
    flush();
    blocks.push(piece.html);
  }
  flush();
  return html`${blocks}`;
}
