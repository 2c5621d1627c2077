import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { tableNode } from '../../../src/export/nodes.ts';
import type { Term } from '../../../src/glossary/glossary.ts';
import { rich } from '../../../src/glossary/rich.ts';
import type { Side } from './sides.ts';

/** A comparison as a Markdown table, to be pasted into the wiki or a chat. */
export function markdownTable(terms: readonly Term[], sides: readonly Side[]): string {
  const rows = [
    [rich('Aspect'), ...terms.map(({ name }) => rich(name))],
    ...sides.map(({ label, cells }) => [rich(label), ...cells.map(cell => cell?.text ?? [])]),
  ];
  return toMarkdown({ type: 'root', children: [tableNode(rows)] }, { extensions: [gfmTableToMarkdown()] });
}
