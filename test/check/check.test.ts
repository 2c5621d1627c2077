import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { buildGlossary } from '../../src/glossary/build.ts';
import { readPage } from '../../src/glossary/read-page.ts';

/** What is found in some pages, as "page:line severity rule". */
function found(texts: Readonly<Record<string, string>>): string[] {
  return findings(texts).map(({ page, line, severity, rule }) => `${page}:${line} ${severity} ${rule}`);
}

function findings(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, collection: 'test', text }));
  const pages = files.map(readPage);
  return check({ files, pages, problems: [], glossary: buildGlossary(pages) });
}

const BOOM = '# Boom\n\nA boom is a pole at the foot of a sail.\n';

describe('check()', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(
      found({
        'boom.md': BOOM,
        'gaff.md': `# Gaff\n\nA gaff is a pole at its head. See [boom](boom.md#boom).\n`,
      }),
    ).toEqual([]);
  });

  it.each([
    ['an empty page', { 'boom.md': BOOM, 'empty.md': '\n' }, ['empty.md:1 warning empty-page']],
    [
      'a page that gives no terms',
      { 'boom.md': BOOM, 'log.md': '# Meeting of May\n\n- We met\n- We left\n' },
      ['log.md:1 warning no-definition'],
    ],
    [
      'a heading without text',
      {
        'rig.md': '# Rig\n\n## Boom\n\nA boom is a pole.\n\n## Gaff\n\nA gaff is a pole.\n\n## Sprit (SP)\n',
      },
      [],
    ],
    [
      'an alias of two terms',
      {
        'a.md': '# Main Sheet (MS)\n\nA main sheet is a rope.\n',
        'b.md': '# Motor Ship (MS)\n\nA motor ship is a ship.\n',
      },
      ['b.md:1 warning shared-alias'],
    ],
    [
      'one thing under two names',
      {
        'a.md': '# Main Sheet (MS)\n\nA main sheet is a rope.\n',
        'b.md': '# MS\n\nMS is a rope of the main sail.\n',
      },
      ['b.md:1 warning shared-alias'],
    ],
    [
      'a very long definition',
      { 'a.md': `# Boom\n\nA boom is ${'a very '.repeat(70)}long pole.\n` },
      ['a.md:3 warning long-definition'],
    ],
    [
      'a heading that is nearly a facet',
      { 'a.md': `${BOOM}\n## Advatages\n\n- It is light.\n` },
      ['a.md:5 warning near-facet'],
    ],
    [
      'a row with a cell too many, one without enough, and code that is parted at its bar',
      {
        'a.md': `${BOOM}\n| Aspect | Wood | Steel |\n| --- | --- | --- |\n| Weight | low | high | very |\n| Price | low |\n| Care | \`a\\|b\` | x\\|y |\n| Age | \`a|b\` | old |\n`,
      },
      ['a.md:7 error broken-table', 'a.md:8 error broken-table', 'a.md:10 error broken-table'],
    ],
    [
      'a table without its line of dashes',
      { 'a.md': `${BOOM}\n| Aspect | Wood |\n| Weight | low |\n` },
      ['a.md:5 error broken-table'],
    ],
    [
      'links that lead nowhere',
      {
        'rig/boom.md': `# Boom\n\nA boom is a pole; see [one](../gaff.md), [two](sprit.md) and [three](#nowhere).\n`,
        'gaff.md':
          '# Gaff\n\nA gaff is a pole, [not](rig/boom) a [mast](https://example.com/mast) or an ![image](x.png).\n\n[here]: rig/Boom.md#boom\n',
      },
      ['rig/boom.md:3 error dead-link', 'rig/boom.md:3 error dead-link'],
    ],
    [
      'bold text that is not closed',
      { 'a.md': `${BOOM}\nIt is **long, and heavy.\n` },
      ['a.md:5 warning unclosed-bold'],
    ],
    [
      'a table of nothing that is known',
      {
        'a.md': `${BOOM}\n## Comparison of woods\n\n| Aspect | oak that is old | pine that is new |\n| --- | --- | --- |\n| Weight | 3 | 4 |\n`,
      },
      ['a.md:7 warning unclear-table'],
    ],
    [
      'front matter that is broken',
      { 'a.md': `---\ntitle: "Boom\n---\n${BOOM}` },
      ['a.md:2 error unreadable'],
    ],
    [
      'a value of the front matter that is none, but not what others put there',
      { 'a.md': `---\nlayout: wide\nlang: pirate speech\n---\n${BOOM}` },
      ['a.md:3 warning not-used'],
    ],
    [
      'misspelt keys of the front matter, each in its line',
      { 'a.md': `---\nalises: [spar]\ndate: 2026-11-25\n"tag": wood\ntype: page\n---\n${BOOM}` },
      ['a.md:2 warning not-used', 'a.md:4 warning not-used'],
    ],
    [
      'files that are no lists of terms, apart from lists that are broken',
      {
        'boom.md': BOOM,
        'crew.csv': 'port,berth\nBergen,4\n',
        'settings.yml': 'version: 2\nsteps:\n  - run: make\n',
        'terms.csv': 'Term,Definition\nGaff,"A pole.\n',
      },
      ['crew.csv:1 warning not-used', 'settings.yml:1 warning not-used', 'terms.csv:2 error unreadable'],
    ],
  ])('finds %s', (_, texts, expected) => {
    expect(found(texts as Record<string, string>)).toEqual(expected);
  });

  it('says what is wrong and what to do', () => {
    const [finding] = findings({ 'a.md': `${BOOM}\n## Advatages\n\n- It is light.\n` });
    expect(finding?.message).toBe(
      'The heading "Advatages" is nearly "Advantages", and is not taken for it. Write it so, if it is meant.',
    );
  });
});
