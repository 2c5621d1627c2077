import Table from 'cli-table3';
import stringWidth from 'fast-string-width';
import { plain } from '../../src/glossary/rich.ts';
import type { Part } from '../../src/replies/reply.ts';
import { safe } from '../../src/replies/safe.ts';
import type { Screen } from './screen.ts';
import { drawRich, wrap } from './text.ts';

type TablePart = Part & { readonly kind: 'table' };

/** Columns narrower than this, in characters, break words; then one block per aspect reads better. */
const NARROWEST = 16;

/** An aligned table, or one block per aspect when the screen is too narrow for it. */
export function drawTable(part: TablePart, screen: Screen): string {
  const widths = columnWidths(part, screen.width);
  return widths === null ? drawBlocks(part, screen) : drawGrid(part, widths, screen);
}

/** Widths with padding, the labels' column first; null when a column would get too narrow. */
function columnWidths({ columns, rows }: TablePart, width: number): number[] | null {
  const padding = 2;
  const label = Math.min(24, Math.max(...rows.map(row => stringWidth(safe(row.label))))) + padding;
  const share = Math.floor((width - label - columns.length - 2) / columns.length);
  if (share < NARROWEST) return null;
  const wanted = columns.map(
    (name, index) =>
      Math.max(
        stringWidth(safe(name)),
        ...rows.map(row => stringWidth(safe(plain(row.cells[index] ?? [])))),
      ) + padding,
  );
  const longest = columns.map((_, index) =>
    Math.max(
      ...rows.flatMap(row =>
        safe(plain(row.cells[index] ?? []))
          .split(' ')
          .map(word => stringWidth(word)),
      ),
    ),
  );
  const spare = wanted.reduce((sum, want) => sum + Math.max(0, share - want), 0);
  const needy = wanted.filter(want => want > share).length;
  const extra = needy > 0 ? Math.floor(spare / needy) : 0;
  const widths = wanted.map(want => Math.min(want, share + extra));
  const breaksWord = widths.some((column, index) => (longest[index] ?? 0) > column - padding);
  return breaksWord ? null : [label, ...widths];
}

function drawGrid({ columns, rows }: TablePart, colWidths: number[], screen: Screen): string {
  const table = new Table({
    head: ['', ...columns.map(name => screen.style('bold', safe(name)))],
    colWidths,
    wordWrap: true,
    style: { head: [], border: [], compact: false },
  });
  for (const { label, cells } of rows)
    table.push([screen.style('bold', safe(label)), ...cells.map(cell => drawRich(cell, screen))]);
  return table.toString();
}

function drawBlocks({ columns, rows }: TablePart, screen: Screen): string {
  return rows
    .map(({ label, cells }) => {
      const lines = cells.map((cell, index) =>
        wrap(`  ${safe(columns[index] ?? '')}: ${drawRich(cell, screen)}`, screen.width, '    '),
      );
      return [wrap(screen.style('bold', safe(label)), screen.width, '  '), ...lines].join('\n');
    })
    .join('\n');
}
