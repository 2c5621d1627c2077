import type { PhrasingContent, Table } from 'mdast';
import type { Rich, Span } from '../glossary/rich.ts';

/** Rows of cells as a table of Markdown; the first row heads it. */
export function tableNode(rows: readonly (readonly Rich[])[]): Table {
  return {
    type: 'table',
    children: rows.map(cells => ({
      type: 'tableRow',
      children: cells.map(cell => ({ type: 'tableCell', children: inlineNodes(cell) })),
    })),
  };
}

/** A text with its bold, italics, code and links. */
export function inlineNodes(text: Rich): PhrasingContent[] {
  return text.map(linked);
}

function linked(span: Span): PhrasingContent {
  return span.href === null ? styled(span) : { type: 'link', url: span.href, children: [styled(span)] };
}

function styled({ text, style }: Span): Exclude<PhrasingContent, { type: 'link' }> {
  if (style === 'code') return { type: 'inlineCode', value: text };
  const plain = { type: 'text', value: text } as const;
  return style === 'plain' || style === 'link' ? plain : { type: style, children: [plain] };
}
