import stringWidth from 'fast-string-width';
import { plain } from '../../../src/glossary/rich.ts';
import type { Part } from '../../../src/replies/reply.ts';
import { safe } from '../../../src/replies/safe.ts';

/** Columns of a code block that a narrow window shows without breaking lines. */
const WIDEST = 56;
const GAP = ' │ ';

/** A comparison as a table in a code block; null where it is too wide, or a link in it would be lost. */
export function codeTable({ columns, rows }: Part & { readonly kind: 'table' }): string | null {
  const hasLinks = rows.some(({ cells }) => cells.some(cell => cell.some(({ href }) => href !== null)));
  const lines = [['', ...columns], ...rows.map(({ label, cells }) => [label, ...cells.map(plain)])].map(
    line => line.map(cell => safe(cell).replaceAll('`', "'").trim()),
  );
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map(line => stringWidth(line[at] ?? ''))));
  const width = widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1);
  if (hasLinks || width > WIDEST) return null;
  const drawn = lines.map(line =>
    line
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  const rule = widths.map(one => '─'.repeat(one)).join('─┼─');
  return ['```', drawn[0] ?? '', rule, ...drawn.slice(1), '```'].join('\n');
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
}
