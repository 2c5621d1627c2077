import { describe, expect, it } from 'vitest';
import { rich } from '../../../src/glossary/rich.ts';
import type { Part, Reply } from '../../../src/replies/reply.ts';
import { lost, outcomeOf, refusals, replyOf } from './hostile.ts';
import { blocksOf, pagesOf } from './shown.ts';
import { formatted, pings } from './stand-in/index.ts';

const forms = (reply: Reply) => pagesOf(outcomeOf(reply), 'anything');

type Cases = readonly (readonly [string, Partial<Reply>])[];

const words = (count: number, name = 'word') =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
const points = (count: number, size: number): Part => ({
  kind: 'points',
  title: 'Points',
  points: Array.from({ length: count }, (_, index) => ({
    label: `label${index}`,
    text: rich(words(size, `p${index}w`)),
    points: [{ label: null, text: rich(words(size, `n${index}w`)), points: [] }],
  })),
});
const tableOf = (rows: number, columns: number, cell: (row: number, column: number) => string): Part => ({
  kind: 'table',
  columns: Array.from({ length: columns }, (_, index) => `column${index}`),
  rows: Array.from({ length: rows }, (_, row) => ({
    label: `row${row}`,
    cells: Array.from({ length: columns }, (_, column) => rich(cell(row, column))),
  })),
});
const source = (index: number, url: string | null) =>
  ({
    collection: 'wiki',
    page: `folder/page${index}.md`,
    section: `Section ${index}`,
    line: index + 1,
    url,
  }) as const;
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const text = (kind: 'paragraph' | 'note', size: number): Part =>
  kind === 'note' ? { kind, text: words(size) } : { kind, text: rich(words(size)) };

/** In one list each, for the limits and for what is shown. */
const MANY_SOURCES: Cases = [
  ['500 sources', { parts: [text('note', 3)], sources: times(500, index => source(index, null)) }],
  [
    '500 sources with addresses',
    {
      parts: [text('note', 3)],
      sources: times(500, index => source(index, `https://wiki.example/folder/page${index}?a=1&b=2`)),
    },
  ],
];
const HUGE: Cases = [
  ['a definition of 10,000 characters', { parts: [text('paragraph', 1200)] }],
  ['a note of 10,000 characters', { parts: [text('note', 1200)] }],
  ['points of 10,000 characters', { parts: [points(3, 1200)] }],
  ['300 points', { parts: [points(300, 5)] }],
  ['a table of 200 rows', { parts: [tableOf(200, 3, (row, column) => `cell${row}x${column}`)] }],
  ['a table of 30 columns', { parts: [tableOf(8, 30, (row, column) => `cell${row}x${column}`)] }],
  ['a table of empty cells', { parts: [tableOf(40, 4, () => '')] }],
  [
    'a table with cells of 10,000 characters',
    { parts: [tableOf(2, 3, (row, column) => words(1200, `c${row}x${column}w`))] },
  ],
  ['ten tables', { parts: times(10, index => tableOf(3, 2, (row, column) => `t${index}c${row}x${column}`)) }],
  [
    '300 choices',
    {
      parts: [text('note', 3)],
      choices: times(300, index => ({ label: `label ${index}`, ask: `ask ${index}` })),
    },
  ],
  [
    '300 choices with long labels and asks',
    {
      parts: [text('note', 3)],
      choices: times(300, index => ({
        label: `${'label '.repeat(12)}${index}`,
        ask: `${'ask '.repeat(40)}${index}`,
      })),
    },
  ],
  [
    '300 choices with short labels and long asks, below a long text',
    {
      parts: [text('paragraph', 1200), points(60, 5)],
      choices: times(300, index => ({ label: `${index}`, ask: `${'ask '.repeat(40)}${index}` })),
    },
  ],
  [
    '30 headings',
    { parts: times(30, index => ({ kind: 'heading', text: `heading ${index}`, also: [`also ${index}`] })) },
  ],
];

/** Names so long that only a broken page has them. */
const LONG_NAMES: Cases = [
  ['a heading of 5,000 characters', { parts: [{ kind: 'heading', text: words(600), also: [] }] }],
  [
    'a title of 5,000 characters',
    { parts: [{ kind: 'points', title: words(600), points: [{ label: 'a', text: rich('b'), points: [] }] }] },
  ],
  [
    'a label of 5,000 characters',
    {
      parts: [{ kind: 'points', title: null, points: [{ label: words(600), text: rich('b'), points: [] }] }],
    },
  ],
  [
    'a row label of 5,000 characters',
    { parts: [{ kind: 'table', columns: ['a'], rows: [{ label: words(600), cells: [rich('b')] }] }] },
  ],
];

/** What is still cut off. */
const CUT: Cases = [
  [
    'a heading with 300 other names',
    { parts: [{ kind: 'heading', text: 'Name', also: times(300, index => `also known as ${index}`) }] },
  ],
  [
    'a definition of characters that are all escaped',
    { parts: [{ kind: 'paragraph', text: rich(times(400, index => `<&>${index}&&&&&&&`).join(' ')) }] },
  ],
];

/** Names of which nothing is left once what steers a surface is taken away. */
const BLANK: Cases = [
  [
    'a title',
    { parts: [{ kind: 'points', title: '\u200f', points: [{ label: 'a', text: rich('b'), points: [] }] }] },
  ],
  [
    'a row label beside long cells',
    { parts: [{ kind: 'table', columns: ['a'], rows: [{ label: '', cells: [rich(words(600))] }] }] },
  ],
];

describe('a huge reply', () => {
  it.each([...HUGE, ...MANY_SOURCES])('of %s is within the limits', (_, given) => {
    const pages = forms(replyOf(given));
    expect(refusals(pages)).toEqual([]);
    expect(pages.flat().flatMap(message => pings({ text: message.text, blocks: blocksOf(message) }))).toEqual(
      [],
    );
  });

  it.each(HUGE)('of %s is shown in full', (_, given) => {
    expect(lost(replyOf(given))).toEqual([]);
  });

  it.each(MANY_SOURCES)('of %s is shown in full', (_, given) => {
    expect(lost(replyOf(given))).toEqual([]);
  });

  it('of 500 sources closes every link', () => {
    const [, given] = MANY_SOURCES[1] ?? ['', {}];
    for (const [message] of forms(replyOf(given ?? {}))) {
      const links = message === undefined ? [] : formatted({ text: '', blocks: blocksOf(message) }).links;
      const opened = JSON.stringify(message?.blocks).split('<https').length - 1;
      expect(links).toHaveLength(opened);
    }
  });

  it.each(LONG_NAMES)('with %s is shown in full', (_, given) => {
    expect(lost(replyOf(given))).toEqual([]);
  });

  it.each(CUT)('with %s is shown in full', (_, given) => {
    expect(lost(replyOf(given))).toEqual([]);
  });

  it.each([...LONG_NAMES, ...CUT])('with %s is within the limits', (_, given) => {
    expect(refusals(forms(replyOf(given)))).toEqual([]);
  });
});

describe('a name that shows nothing', () => {
  it.each(BLANK)('as %s is drawn within the limits', (_, given) => {
    expect(refusals(forms(replyOf(given)))).toEqual([]);
  });

  it('as a heading is drawn within the limits', () => {
    const heading = { kind: 'heading', text: '\u200f', also: [] } as const;
    expect(refusals(forms(replyOf({ parts: [heading] })))).toEqual([]);
  });
});
