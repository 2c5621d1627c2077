import { describe, expect, it } from 'vitest';
import { readOutline, type Section } from '../../src/glossary/outline.ts';
import { plain } from '../../src/glossary/rich.ts';

function headings(section: Section): unknown[] {
  return section.sections.map(child => [child.heading, child.line, headings(child)]);
}

describe('readOutline()', () => {
  it('nests sections below a title of the same level', () => {
    const { root } = readOutline('## Title\n\n## One\n\n### Below\n\n## Two\n');
    expect(headings(root)).toEqual([
      [
        'Title',
        1,
        [
          ['One', 3, [['Below', 5, []]]],
          ['Two', 7, []],
        ],
      ],
    ]);
  });

  it('takes no heading for the title when text or a front matter title comes first', () => {
    const flat = [
      ['One', expect.any(Number), []],
      ['Two', expect.any(Number), []],
    ];
    expect(headings(readOutline('Text.\n\n## One\n\n## Two\n').root)).toEqual(flat);
    expect(headings(readOutline('---\ntitle: T\n---\n\n## One\n\n## Two\n').root)).toEqual(flat);
  });

  it('hangs a list below the line before it that ends in a colon', () => {
    const { root } = readOutline(
      '1. Core functions:\n  - **Alerting**: tells people\n\n2. Sources:\n  - logs\n',
    );
    const items = root.blocks.flatMap(block => (block.kind === 'item' ? [block.item] : []));
    expect(items.map(item => [plain(item.text), item.items.map(child => plain(child.text))])).toEqual([
      ['Core functions:', ['Alerting: tells people']],
      ['Sources:', ['logs']],
    ]);
  });

  it('keeps the line of every table row', () => {
    const [table] =
      readOutline('# T\n\n| A | B |\n|---|---|\n| a | b |\n| c | d\n').root.sections[0]?.blocks ?? [];
    expect(table?.kind === 'table' && table.rows.map(row => row.line)).toEqual([5, 6]);
  });

  it('reads wiki links, images, HTML and line breaks as their text', () => {
    const [block] = readOutline('See [[Home]], [[the list|All Pages]], ![a lock](x.png)<br>and<b>\nmore</b>')
      .root.blocks;
    expect(block?.kind === 'paragraph' && plain(block.text)).toBe('See Home, the list, a lock and more');
  });

  it('keeps web links and drops addresses that nobody can open', () => {
    const [block] = readOutline('[a](https://a.example) [b](./b.md) [c](javascript:alert(1))').root.blocks;
    expect(block?.kind === 'paragraph' && block.text).toEqual([
      { text: 'a', style: 'plain', href: 'https://a.example' },
      { text: ' ', style: 'plain', href: null },
      { text: 'b', style: 'link', href: null },
      { text: ' ', style: 'plain', href: null },
      { text: 'c', style: 'link', href: null },
    ]);
  });

  it('drops control characters', () => {
    const [block] = readOutline('red \u001b[31malert\u0007 \u202etxt').root.blocks;
    expect(block?.kind === 'paragraph' && plain(block.text)).toBe('red [31malert txt');
  });
});
