import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, type Message } from '../../../adapters/discord/message/message.ts';
import type { Outcome } from '../../../src/bot.ts';
import { rich } from '../../../src/glossary/rich.ts';
import type { Part, Reply } from '../../../src/replies/reply.ts';
import { loadBot } from '../../fixtures/load.ts';
import { hostileReply, outcomeOf, replyOf } from '../slack/hostile.ts';
import { bundled } from './program.ts';
import { checkMessage, formatted, visibleText } from './stand-in/index.ts';

type Composed = Pick<Outcome, 'reply' | 'answer'> & Partial<Pick<Outcome, 'canonical'>>;

/** Every page of a reply, each in every form. */
function pagesOf({ canonical = null, ...outcome }: Composed): (readonly Message[])[] {
  const pages: (readonly Message[])[] = [];
  const frame = { setting: 'private', ask: 'anything', origin: 'anything', asker: '1' } as const;
  do pages.push(compose({ ...outcome, canonical }, { ...frame, page: pages.length }));
  while (JSON.stringify(pages.at(-1)?.[0]).includes('"More: page'));
  return pages;
}

/** Why Discord would refuse any of the messages. */
function refusals(pages: readonly (readonly Message[])[]): string[] {
  return pages.flat().flatMap(message => {
    const { error } = checkMessage(JSON.parse(JSON.stringify(message)));
    return error === undefined ? [] : [JSON.stringify(error)];
  });
}

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const tableOf = (rows: number, columns: number): Part => ({
  kind: 'table',
  columns: Array.from({ length: columns }, (_, index) => `column${index}`),
  rows: Array.from({ length: rows }, (_, row) => ({
    label: `row${row}`,
    cells: Array.from({ length: columns }, (_, column) => (column === 1 ? [] : rich(`cell${row}x${column}`))),
  })),
});
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `label ${index}`, ask: `${words(20)} ${index}` }));

const HUGE: readonly (readonly [string, Partial<Reply>])[] = [
  ['a definition of 10,000 characters', { parts: [{ kind: 'paragraph', text: rich(words(1200)) }] }],
  [
    'a definition in a script of three bytes a character',
    { parts: [{ kind: 'paragraph', text: rich('語'.repeat(9000)) }] },
  ],
  ['a definition of marks', { parts: [{ kind: 'paragraph', text: rich('*_~`|<'.repeat(1500)) }] }],
  [
    'links with long addresses',
    {
      parts: [
        {
          kind: 'paragraph',
          text: Array.from({ length: 120 }, (_, at) => ({
            text: `word${at * 10} `,
            style: 'plain' as const,
            href: `https://example.org/${'long/'.repeat(40)}${at}`,
          })),
        },
      ],
    },
  ],
  [
    'an address of 20,000 characters',
    {
      parts: [
        {
          kind: 'paragraph',
          text: [{ text: words(300), style: 'plain', href: `https://example.org/${'a'.repeat(20_000)}` }],
        },
      ],
    },
  ],
  ['a table of 200 rows', { parts: [tableOf(200, 3)] }],
  ['a table of 30 columns', { parts: [tableOf(3, 30)] }],
  ['300 choices with long texts', { parts: [{ kind: 'note', text: 'Choose' }], choices: choices(300) }],
];

describe('any reply', () => {
  it('is within the limits on every page and in every form, and mentions nobody', () => {
    fc.assert(
      fc.property(hostileReply, reply => {
        const pages = pagesOf(outcomeOf(reply));
        expect(refusals(pages)).toEqual([]);
        for (const message of pages.flat()) {
          const { mentions, channels } = formatted(message);
          expect([...mentions, ...channels]).toEqual([]);
          expect(message.allowed_mentions).toEqual({ parse: [] });
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a huge reply', () => {
  it.each(HUGE)('of %s is within the limits, and shown in full', (_, given) => {
    const pages = pagesOf(outcomeOf(replyOf(given)));
    expect(refusals(pages)).toEqual([]);
    const shown = pages.map(([richest]) => visibleText(richest ?? {})).join('\n');
    for (const cell of ['row199', 'cell2x29', 'word1199', 'word1190', 'word299', 'label 299'])
      if (JSON.stringify(given).includes(cell)) expect(shown).toContain(cell);
  });
});

describe.each([
  ['data', true],
  ['../shared/wiki', existsSync('../shared/wiki')],
])('every term and comparison of %s', (folder, isThere) => {
  it.skipIf(!isThere)('is within the limits (skipped where the folder is not at hand)', async () => {
    const bot = folder === 'data' ? bundled : await loadBot(folder);
    const { terms, comparisons } = bot.glossary;
    const compared = comparisons.map(({ subjects }) =>
      subjects
        .slice(0, 4)
        .map(({ name }) => name)
        .join(' vs '),
    );
    for (const text of [...terms.map(({ name }) => name), ...compared])
      expect(refusals(pagesOf(bot.hear({ text, heardAs: 'command', after: [] }))), text).toEqual([]);
  });
});
