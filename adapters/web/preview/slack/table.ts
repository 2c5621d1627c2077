import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import { type Draw, drawByType, drawing } from './draw.ts';
import { drawRichText } from './rich-text.ts';

const Column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).default('left'),
  is_wrapped: z.boolean().default(false),
});
const USUAL: z.infer<typeof Column> = { align: 'left', is_wrapped: false };

/** https://docs.slack.dev/reference/block-kit/blocks/table-block; null stands for a column as usual. */
const Table = z.strictObject({
  type: z.literal('table'),
  block_id: z.string().optional(),
  column_settings: z.array(Column.nullable()).default([]),
  rows: z.array(z.array(z.unknown())),
});

/** The first row is the head. One reads the first column as what a row is about, so it heads the row. */
export const drawTable: Draw = drawing(Table, ({ rows, column_settings }) => {
  const [head = [], ...body] = rows;
  const classes = (column: number) => {
    const { align, is_wrapped } = column_settings[column] ?? USUAL;
    return `is-${align}${is_wrapped ? ' is-wrapped' : ''}`;
  };
  const drawRow = (scopeOf: (column: number) => Scope) => (cells: readonly unknown[]) =>
    html`<tr>${cells.map((cell, column) => drawCell(cell, scopeOf(column), classes(column)))}</tr>`;
  const columns = head.map(cellText).filter(text => text !== '');
  return html`<div class="slack-table" role="region" tabindex="0" aria-label="Table: ${columns.join(', ')}">
<table>
<thead>${drawRow(() => 'col')(head)}</thead>
<tbody>${body.map(drawRow(column => (column === 0 ? 'row' : null)))}</tbody>
</table>
</div>`;
});

type Scope = 'col' | 'row' | null;

/** A heading that is empty would head nothing. */
function drawCell(cell: unknown, scope: Scope, className: string): Html {
  const content = drawByType({ rich_text: drawRichText }, cell);
  return scope === null || cellText(cell) === ''
    ? html`<td class="${className}">${content}</td>`
    : html`<th class="${className}" scope="${scope}">${content}</th>`;
}

const Words = z.object({
  elements: z.array(z.object({ elements: z.array(z.object({ text: z.string().default('') })) })),
});

function cellText(cell: unknown): string {
  const { success, data } = Words.safeParse(cell);
  if (!success) return '';
  return data.elements
    .flatMap(({ elements }) => elements.map(({ text }) => text))
    .join('')
    .trim();
}
