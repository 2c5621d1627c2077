import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { tableNode } from '../../../src/export/nodes.ts';
import type { Term } from '../../../src/glossary/glossary.ts';
import { plain, rich } from '../../../src/glossary/rich.ts';
import type { Side } from './sides.ts';

/** Characters of a table at most; nobody pastes more. */
const LONGEST = 200_000;

/** A comparison as a Markdown table, to be pasted into the wiki or a chat; null for one that is too long for that. */
export function markdownTable(terms: readonly Term[], sides: readonly Side[]): string | null {
  const rows = [
    [rich('Aspect'), ...terms.map(({ name }) => rich(name))],
    ...sides.map(({ label, cells }) => [rich(label), ...cells.map(cell => cell?.text ?? [])]),
  ];
  const characters = rows.flat().reduce((sum, cell) => sum + plain(cell).length, 0);
  if (characters > LONGEST) return null;
  // Columns are not padded: one long cell would make as many of all rows.
  const extensions = [gfmTableToMarkdown({ tablePipeAlign: false })];
  return toMarkdown({ type: 'root', children: [tableNode(rows)] }, { extensions });
}
