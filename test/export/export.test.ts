import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCsv } from '../../src/export/csv.ts';
import { exportJson } from '../../src/export/json.ts';
import { exportMarkdown } from '../../src/export/markdown.ts';
import { buildGlossary } from '../../src/glossary/build.ts';
import type { Glossary } from '../../src/glossary/glossary.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { loadFolder } from '../fixtures/load.ts';

function glossaryOf(text: string, path = 'page.md'): Glossary {
  return buildGlossary([readPage({ path, collection: 'test', text })]);
}

/** What a glossary says, without where it says so. */
function said(glossary: Glossary) {
  const { terms, comparisons, relations, groups } = exportJson(glossary);
  const withoutPlace = <T extends object>(all: readonly T[]) =>
    all.map(one => ({ ...one, page: undefined, line: undefined }));
  return {
    terms: withoutPlace(terms),
    comparisons: withoutPlace(comparisons),
    relations: withoutPlace(relations),
    groups,
  };
}

describe('exportMarkdown()', () => {
  it.each(['data', 'test/fixtures/wiki'])('of %s, read again, gives the same glossary', async folder => {
    const glossary = await loadFolder(folder);
    const again = glossaryOf(exportMarkdown(glossary), 'export.md');
    expect(said(again)).toEqual(said(glossary));
  });

  /** Words with the marks that Markdown has, as people type them. */
  const word = fc.constantFrom(
    ...'boom gaff Sprit AB *x* _y_ `z` <b> [link](x) \\ | # - 1. + & ~~s~~ ! ** __ {{x}} a_b https://example.com **bold** ***both*** “q” ’ ü 漢 : ; (c) $$'.split(
      ' ',
    ),
  );
  const line = fc.array(word, { minLength: 1, maxLength: 7 }).map(words => words.join(' '));
  const name = fc.constantFrom(
    'Boom',
    'Gaff',
    'Main Sheet (MS)',
    'Motor Ship (MS)',
    'U2F / FIDO',
    'C++',
    'Node.js',
    '10-10 EZ',
  );
  const term = fc
    .tuple(
      name,
      line,
      fc.array(
        fc.tuple(
          fc.constantFrom('Advantages', 'Benefits', 'Woods & ropes', 'Details of *it*'),
          fc.array(fc.tuple(fc.option(fc.constantFrom('Reach', 'A b'), { nil: null }), line), {
            maxLength: 3,
          }),
        ),
        { maxLength: 3 },
      ),
    )
    .map(
      ([title, text, sides]) =>
        `## ${title}\n\nIt is ${text}\n\n${sides
          .map(
            ([side, points]) =>
              `### ${side}\n\n${points.map(([label, point]) => `- ${label === null ? '' : `**${label}**: `}${point}`).join('\n')}\n`,
          )
          .join('\n')}`,
    );

  it('tells a term from another whose name is its plural', () => {
    const first = readPage({
      path: 'a.md',
      collection: 'test',
      text: '# Side Attack\n\nA side attack comes from the side.\n',
    });
    const second = readPage({
      path: 'b.md',
      collection: 'test',
      text: '# Attacks\n\nThey differ.\n\n## Side Attacks\n\nSide attacks are many.\n\n## Ambush\n\nAn ambush is a trap.\n\n| Aspect | Side Attacks | Ambush |\n| --- | --- | --- |\n| From | aside | below |\n',
    });
    const glossary = buildGlossary([first, second]);
    expect(glossary.comparisons[0]?.subjects.map(({ name }) => name)).toEqual(['Side Attacks', 'Ambush']);
    expect(said(glossaryOf(exportMarkdown(glossary), 'export.md'))).toEqual(said(glossary));
  });

  it('of any page, read again, gives the same glossary', () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), fc.boolean(), (terms, hasTable) => {
        const table =
          '\n## Comparison\n\n| Aspect | Boom | Gaff |\n| --- | --- | --- |\n| *Place* \\| side | `foot` | head |\n';
        const glossary = glossaryOf(
          `# Rig\n\nA rig is what holds sails.\n\n${terms.join('\n')}${hasTable ? table : ''}`,
        );
        const again = glossaryOf(exportMarkdown(glossary), 'export.md');
        expect(said(again)).toEqual(said(glossary));
      }),
      { numRuns: 300 },
    );
  });
});

describe('exportCsv()', () => {
  it('has a row for each term, which is read as the same term', () => {
    const glossary = glossaryOf(
      '# Rig\n\n## Main Sheet (MS)\n\nA "main sheet", a rope; is =1+1.\n\n## Boom\n\n=cmd is a boom.\n',
    );
    const csv = exportCsv(glossary);
    expect(parse(csv)).toEqual([
      ['Term', 'Aliases', 'Definition', 'Subjects', 'Page', 'Line'],
      ['Main Sheet', 'MS', 'A "main sheet", a rope; is =1+1.', 'Rig', 'page.md', '3'],
      ['Boom', '', "'=cmd is a boom.", 'Rig', 'page.md', '7'],
    ]);
    const again = glossaryOf(csv, 'export.csv').terms.map(({ name, aliases }) => [name, aliases]);
    expect(again).toEqual([
      ['Main Sheet', ['MS']],
      ['Boom', []],
    ]);
  });
});

describe('exportJson()', () => {
  it('is read as the same terms', async () => {
    const glossary = await loadFolder('data');
    const again = glossaryOf(JSON.stringify(exportJson(glossary)), 'export.json');
    expect(again.problems).toEqual([]);
    expect(again.terms.map(({ name }) => name)).toEqual(glossary.terms.map(({ name }) => name));
  });
});
