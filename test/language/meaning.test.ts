import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { buildGlossary } from '../../src/glossary/build.ts';
import { readPage } from '../../src/glossary/read-page.ts';

const page = (path: string, text: string) => readPage({ path, collection: 'test', text });
const bot = createBot(
  buildGlossary([
    page('auth/tokens.md', '# Authentication\n\n## Token\n\nA token proves who is calling.\n'),
    page('language/reading in C.md', '# Reading\n\n## Token\n\nA token is one word of a program.\n'),
  ]),
);
const hear = (text: string) => bot.hear({ text, heardAs: 'command', after: [] });
const shown = (text: string) => JSON.stringify(hear(text).reply.parts);

describe('several meanings of a name', () => {
  it('are all shown, and each is offered by itself', () => {
    expect(hear('token').reply.choices.slice(0, 2)).toEqual([
      { label: 'Token: auth/tokens.md', ask: 'Token in auth/tokens.md:3' },
      { label: 'Token: language/reading in C.md', ask: 'Token in language/reading in C.md:3' },
    ]);
  });

  it.each([
    ['Token in auth/tokens.md:3', 'proves who is calling', 'one word of a program'],
    ['Token in language/reading in C.md:3', 'one word of a program', 'proves who is calling'],
    ['Token in auth/tokens.md', 'proves who is calling', 'one word of a program'],
    ['Token in auth/tokens.md:99', 'proves who is calling', 'one word of a program'],
  ])('%j is the one that says %j alone', (text, says, other) => {
    expect(shown(text)).toContain(says);
    expect(shown(text)).not.toContain(other);
  });

  it('of a page that is gone are no longer understood', () => {
    expect(hear('Token in auth/gone.md:3').answer).not.toMatchObject({ kind: 'define', terms: [{}] });
  });
});
