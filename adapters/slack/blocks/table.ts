import type { RichTextBlock, TableBlock } from '@slack/types';
import { plain, type Rich, rich } from '../../../src/glossary/rich.ts';
import { CONTROLS } from '../../../src/replies/controls.ts';
import type { Part } from '../../../src/replies/reply.ts';
import { LIMITS } from '../limits.ts';
import { bold, bulletsOf, elementsOf, isBlank, section } from './rich-text.ts';

type Table = Part & { readonly kind: 'table' };

/** Shown in a cell that has nothing: Slack refuses empty ones. */
const NOTHING = rich('–');

/** A comparison as Slack's table; null when it has more rows, columns or text than Slack takes. */
export function tableBlock({ columns, rows }: Table): TableBlock | null {
  const cells = [
    [rich(CONTROLS.aspect), ...columns.map(rich)],
    ...rows.map(row => [rich(row.label), ...row.cells]),
  ].map(row => row.map(cell => (isBlank(plain(cell)) ? NOTHING : cell)));
  const characters = cells.flat().reduce((sum, cell) => sum + plain(cell).length, 0);
  const isTooBig =
    cells.length > LIMITS.tableRows.most ||
    columns.length + 1 > LIMITS.tableColumns.most ||
    characters > LIMITS.tableCharacters.most;
  if (isTooBig) return null;
  return {
    type: 'table',
    column_settings: cells[0]?.map(() => ({ is_wrapped: true })) ?? [],
    rows: cells.map((row, line) => row.map((cell, column) => drawCell(cell, line === 0 || column === 0))),
  };
}

function drawCell(cell: Rich, isHeading: boolean): RichTextBlock {
  const elements = isHeading ? [bold(plain(cell))] : elementsOf(cell);
  return { type: 'rich_text', elements: [section(elements)] };
}

/** The same comparison without a table: a bold aspect, and below it a bullet for each term. */
export function aspectBlocks({ columns, rows }: Table): RichTextBlock[] {
  return rows.map(({ label, cells }) => ({
    type: 'rich_text',
    elements: [
      section([bold(isBlank(label) ? '–' : label)]),
      ...bulletsOf(
        cells.map((cell, index) => ({
          label: columns[index] ?? null,
          text: isBlank(plain(cell)) ? NOTHING : cell,
          points: [],
        })),
      ),
    ],
  }));
}
