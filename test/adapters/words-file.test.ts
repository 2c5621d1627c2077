import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SettingsError } from '../../adapters/settings.ts';
import { readTeamWords } from '../../adapters/words-file.ts';
import { createBot } from '../../src/bot.ts';
import { toJson } from '../../src/replies/json.ts';
import { glossaryOf } from '../fixtures/load.ts';

const GARDEN = glossaryOf(`# Garden

## Wheelbarrow

A wheelbarrow carries soil on one wheel.

### Challenges

- It tips over.

## Cart

A cart carries soil on two wheels.

### Challenges

- It is wide.

## Side by side

| Aspect | Wheelbarrow | Cart |
| --- | --- | --- |
| Agility | turns on the spot | needs room |
| Load | little | much |
`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secterm-words-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(text: string): Promise<string> {
  const path = join(folder, 'words.yaml');
  await writeFile(path, text);
  return path;
}

async function asked(text: string, words: string) {
  const team = await readTeamWords(await written(words));
  const outcome = createBot(GARDEN, team.words).hear({ text, heardAs: 'command', after: [] });
  return toJson(text, outcome);
}

describe('readTeamWords()', () => {
  it.each([
    ['what is a barrow?', 'terms:\n  Wheelbarrow: [barrow]', { intent: 'define', aspect: null }],
    ['footguns of the cart', 'facets:\n  Challenges: footgun', { intent: 'facet', aspect: 'Challenges' }],
    ['footguns of the cart', 'facets:\n  cons: footgun', { intent: 'facet', aspect: 'Challenges' }],
    [
      'wheelbarrow vs cart, which is nimbler?',
      'aspects:\n  Agility: [nimble]',
      { intent: 'compare', aspect: 'Agility' },
    ],
  ])('lets "%s" be understood with %j', async (text, words, expected) => {
    expect(await asked(text, words)).toMatchObject(expected);
    expect(await asked(text, '')).not.toMatchObject(expected);
  });

  it('names what the glossary lacks, with its line', async () => {
    const path = await written(
      'terms:\n  Cart: trolley\n  Plough: till\nfacets:\n  Advantages: joy\n  Fun: joy\n',
    );
    expect((await readTeamWords(path)).problemsIn(GARDEN)).toEqual([
      { page: path, line: 3, message: 'There is no term “Plough”. Write its name as the wiki does.' },
      {
        page: path,
        line: 6,
        message: 'No page has a facet “Fun”. Write a heading that pages use, such as “Advantages”.',
      },
    ]);
  });

  it.each([
    ['terms: [1]', /words\.yaml:1: “terms” is no map/],
    ['terms:\n  Cart: 3', /words\.yaml:2: “terms\.Cart” is neither a text nor a list of texts/],
    ['words:\n  Cart: x', /words\.yaml:1: it has an unknown part “words”/],
    ['- Cart', /words\.yaml:1: it is no map/],
    ['terms:\n\t- x: {', /words\.yaml:\d: /],
  ])('refuses %j and says how to write it', async (text, message) => {
    const path = await written(text);
    const refusal = expect(readTeamWords(path)).rejects;
    await refusal.toThrow(SettingsError);
    await expect(readTeamWords(path)).rejects.toThrow(message);
    await expect(readTeamWords(path)).rejects.toThrow(
      /^SECTERM_WORDS: [\s\S]*Write “facets”, “aspects”, “terms” or “synonyms”/,
    );
  });

  it('says which file cannot be read', async () => {
    await expect(readTeamWords(join(folder, 'none.yaml'))).rejects.toThrow(
      /^SECTERM_WORDS: cannot read ".*none\.yaml" \(ENOENT\)/,
    );
  });
});
