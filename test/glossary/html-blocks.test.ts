import { describe, expect, it } from 'vitest';
import { type Block, type Item, readOutline } from '../../src/glossary/outline.ts';
import { plain } from '../../src/glossary/rich.ts';
import { glossaryOf } from '../fixtures/load.ts';

const itemOf = ({ text, line, items }: Item): unknown => [line, plain(text), ...items.map(itemOf)];

function shown(block: Block): unknown {
  if (block.kind === 'item') return itemOf(block.item);
  if (block.kind === 'paragraph') return plain(block.text);
  return [block.header.map(plain), ...block.rows.map(({ cells, line }) => [line, ...cells.map(plain)])];
}

const blocksOf = (markdown: string) => readOutline(markdown).root.sections[0]?.blocks.map(shown);

describe('tables and lists in HTML', () => {
  it('gives a table with the line of each row, across empty lines, and the text after it', () => {
    const page = `# Crew

<table class="wide">
  <tr><th>Role</th><th>Responsibilities</th></tr>
  <tr>
    <td><strong>Bosun</strong></td>
    <td>
<ul>

<li>Keeps the deck &amp; ropes in order

<li>Wakes the crew.
</ul>
    </td>
  </tr>
  <tr><td>Purser</td><td>Keeps the money</td></tr>
</table>

They all sleep.
`;
    expect(blocksOf(page)).toEqual([
      [
        ['Role', 'Responsibilities'],
        [5, 'Bosun', 'Keeps the deck & ropes in order; Wakes the crew.'],
        [16, 'Purser', 'Keeps the money'],
      ],
      'They all sleep.',
    ]);
    expect(glossaryOf(page).terms.map(({ name, place }) => [name, place.line])).toEqual([
      ['Crew', 1],
      ['Bosun', 5],
      ['Purser', 16],
    ]);
  });

  it('gives lists with what is nested in them, and definition lists', () => {
    expect(
      blocksOf(
        '# Crew\n\n<ul>\n  <li>Deck\n    <ol><li>Ropes</li></ol></li>\n  <li>Galley</li>\n</ul>\n\n<dl>\n  <dt>Bosun</dt>\n  <dd>Keeps the <em>ropes</em>.</dd>\n</dl>\n',
      ),
    ).toEqual([
      [4, 'Deck', [5, 'Ropes']],
      [6, 'Galley'],
      [10, 'Bosun', [11, 'Keeps the ropes.']],
    ]);
  });

  it('keeps addresses that a chat can open, and no scripts', () => {
    const [block] =
      readOutline(
        '# Crew\n\n<ul><li><a href="https://example.org/b">Bosun</a> <a href="javascript:x()">calls</a></li></ul>\n',
      ).root.sections[0]?.blocks ?? [];
    const item = block?.kind === 'item' ? block.item : null;
    expect(item?.text.map(({ text, href }) => [text, href])).toEqual([
      ['Bosun', 'https://example.org/b'],
      [' calls', null],
    ]);
  });

  it('leaves out what is no text', () => {
    expect(
      blocksOf(
        '# Crew\n\n<table><tr><td>Role</td></tr><tr><td>Bosun<script>alert(1)</script><style>b{color:red}</style></td></tr></table>\n',
      ),
    ).toEqual([[['Role'], [3, 'Bosun']]]);
  });

  it('reads Markdown between the tags as that', () => {
    const page =
      '# Crew\n\nWho works on deck.\n\n<table>\n<tr><td>\n\n**Bosun**\n\n</td><td>\n\nA sailor who keeps the `ropes` in order.\n\n</td></tr>\n</table>\n';
    const { terms } = glossaryOf(page);
    expect(terms.map(({ name, definition }) => [name, plain(definition?.text ?? [])])).toEqual([
      ['Crew', 'Who works on deck.'],
      ['Bosun', 'A sailor who keeps the ropes in order.'],
    ]);
  });

  it('never takes a section for a part of a list that is not closed', () => {
    const page =
      '# Crew\n\n<ul>\n<li>Deck</li>\n<ul>\n\n## Bosun\n\nA bosun keeps the ropes.\n\n## Purser\n\nA purser keeps the money.\n\n<ul><li>Coins</li></ul>\n\n```\n</ul>\n</ul>\n```\n';
    expect(glossaryOf(page).terms.map(({ name }) => name)).toEqual(['Bosun', 'Purser']);
  });

  it.each([
    ['lists in Markdown', `${'- '.repeat(400)}a`],
    ['lists in HTML', '<ul><li>a'.repeat(400)],
    ['boxes in a cell', `<table><tr><td>${'<div>'.repeat(400)}a`],
  ])('refuses %s that are nested deeper than anybody reads', (_, text) => {
    const { terms, problems } = glossaryOf(`# Deep\n\nDeep is a thing.\n\n${text}\n`);
    expect(terms).toEqual([]);
    expect(problems).toMatchObject([{ line: 1, message: expect.stringContaining('nested too deep') }]);
  });

  it('reads a table that is never closed, and goes on', () => {
    expect(
      blocksOf('# Crew\n\n<table>\n<tr><td>Role<td>Task\n<tr><td>Bosun<td>Ropes\n\nThey sleep.\n'),
    ).toEqual([
      [
        ['Role', 'Task'],
        [5, 'Bosun', 'Ropes'],
      ],
      'They sleep.',
    ]);
  });
});
