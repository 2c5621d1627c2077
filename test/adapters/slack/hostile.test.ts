import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockIdOf,
  LONGEST_ORIGIN,
  readState,
  withState,
} from '../../../adapters/slack/blocks/block-state.ts';
import { compose, composeGlosses, composeNotice } from '../../../adapters/slack/blocks/message.ts';
import { LIMITS } from '../../../adapters/slack/limits.ts';
import { createBot } from '../../../src/bot.ts';
import { NOTICES } from '../../../src/replies/notices.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { glossaryOf, loadFolder } from '../../fixtures/load.ts';
import {
  hostileReply,
  hostileText,
  lost,
  misdeeds,
  outcomeOf,
  refusal,
  refusals,
  replyOf,
} from './hostile.ts';
import { blocksOf, pagesOf } from './shown.ts';
import { formatted, pings } from './stand-in/index.ts';

const SETTINGS = ['private', 'public', 'overheard', 'glosses'] as const;
const RUNS = { numRuns: 60 };
const forms = (reply: Reply) => pagesOf(outcomeOf(reply), 'anything');

describe('any reply', () => {
  it('is within the limits on every page, in every form', () => {
    fc.assert(
      fc.property(hostileReply, reply => {
        expect(refusals(forms(reply))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('pings nobody and formats nothing that was written plain', () => {
    const unlinked = hostileReply.map(reply => ({
      ...reply,
      sources: reply.sources.map(source => ({ ...source, url: null })),
    }));
    fc.assert(
      fc.property(unlinked, reply => {
        expect(forms(reply).flat().flatMap(misdeeds)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('links sources to their own address only', () => {
    fc.assert(
      fc.property(hostileReply, reply => {
        const urls = new Set(
          reply.sources.flatMap(({ url }) => (url === null ? [] : [URL.parse(url)?.href])),
        );
        for (const message of forms(reply).flat()) {
          const { links } = formatted({ text: message.text, blocks: blocksOf(message) });
          for (const { url } of links) expect([...urls].map(String)).toContain(url.replaceAll('%7C', '|'));
        }
      }),
      RUNS,
    );
  });

  it('loses no text, no source and no choice', () => {
    fc.assert(
      fc.property(hostileReply, reply => {
        expect(lost(reply)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('keeps the bold, italics, code and links of the wiki', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const span = fc.record({
      text: word,
      style: fc.constantFrom('plain', 'strong', 'emphasis', 'code'),
      href: fc.option(fc.webUrl()),
    });
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 30 }), text => {
        const [message] = forms(replyOf({ parts: [{ kind: 'paragraph', text }] }))[0] ?? [];
        if (message === undefined) throw new Error('no message');
        const { bold, italic, code, links } = formatted({ text: '', blocks: blocksOf(message) });
        const styled = (style: string) => text.filter(one => one.style === style).map(one => one.text);
        expect({ bold, italic, code }).toEqual({
          bold: styled('strong'),
          italic: styled('emphasis'),
          code: styled('code'),
        });
        expect(links.map(({ label }) => label)).toEqual(
          text.filter(({ href }) => href !== null).map(one => one.text),
        );
      }),
      RUNS,
    );
  });
});

describe('any text of a user', () => {
  const bot = createBot(
    glossaryOf('# Kitchen\n\n## Whisk\n\nA whisk beats air into cream.\n\n- **Use Cases**: Foam.\n'),
  );
  const asked = fc.oneof(
    hostileText,
    fc.string({ maxLength: 2000 }),
    fc.integer({ min: 1, max: 4000 }).map(size => 'x'.repeat(size)),
  );
  const hear = (text: string) => bot.hear({ text, heardAs: 'command', after: [] });

  it('can be carried by buttons and ids, in every setting', () => {
    fc.assert(
      fc.property(asked, hostileText, fc.constantFrom(...SETTINGS), (ask, origin, setting) => {
        const outcome = hear(ask);
        const messages = [
          ...compose(outcome, { setting, ask, origin: ask, page: 0 }),
          ...compose(hear('whisk'), {
            setting,
            ask: 'whisk',
            origin: origin.slice(0, LONGEST_ORIGIN),
            page: 9,
          }),
          ...composeNotice(NOTICES.gone(ask, outcome.reply.choices)),
          ...composeGlosses(bot.explain(ask)).flat(),
        ];
        expect(messages.flatMap(message => [...refusal(message), ...misdeeds(message)])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('of more than 2000 characters that is understood is answered with blocks', () => {
    const story = `${'It rained all day and so we stayed at home. '.repeat(50)}What is a whisk?`;
    const outcome = hear(story);
    expect(outcome.answer.kind).toBe('define');
    expect(refusal(compose(outcome, { setting: 'private', ask: story, origin: story, page: 0 })[0])).toEqual(
      [],
    );
  });

  it('is read back from the ids that it was written into', () => {
    const origin = asked.map(text => text.slice(0, LONGEST_ORIGIN));
    fc.assert(
      fc.property(
        origin,
        fc.constantFrom(...SETTINGS),
        fc.nat(99),
        fc.boolean(),
        (text, setting, row, answered) => {
          const button = {
            type: 'button',
            text: { type: 'plain_text', text: 'x' },
            action_id: `choose:${row}`,
          } as const;
          const mark = { setting, origin: text, answered };
          const { action_id } = withState(button, mark);
          const blockId = blockIdOf(mark, row);
          expect(Math.max(blockId.length, action_id.length)).toBeLessThanOrEqual(LIMITS.blockId.most);
          expect(readState(blockId, action_id)).toEqual({ ...mark, id: `choose:${row}` });
        },
      ),
      RUNS,
    );
  });

  it('formats nothing in a notice', () => {
    fc.assert(
      fc.property(hostileText, name => {
        const notices = [
          NOTICES.notMember(`@${name}`),
          NOTICES.gone(name, [{ label: name, ask: name }]),
          NOTICES.failed(),
        ];
        const messages = notices.flatMap(notice => composeNotice(notice));
        expect(messages.flatMap(message => [...refusal(message), ...misdeeds(message)])).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** Pages of a wiki whose names and texts are hostile; what Markdown formats in them is meant. */
const glossary = fc
  .array(fc.record({ name: hostileText, text: hostileText, label: hostileText }), {
    minLength: 1,
    maxLength: 6,
  })
  .map(terms => {
    const line = (text: string) => text.replace(/\s+/g, ' ');
    const sections = terms.map(
      ({ name, text, label }, index) =>
        `## ${line(name)} Term${index}\n\n${line(text)} is a text.\n\n### Use Cases\n\n- **${line(label)}**: ${line(text)}\n`,
    );
    const cell = (text: string) => line(text).replaceAll('|', '\\|');
    const head = terms.map(({ name }, index) => `${cell(name)} Term${index}`).join(' | ');
    const row = terms.map(({ text }) => cell(text)).join(' | ');
    return `# Page\n\n${sections.join('\n')}\n## Comparison\n\n| Aspect | ${head} |\n|${' --- |'.repeat(terms.length + 1)}\n| Speed | ${row} |\n| Size | ${row} |\n`;
  });

describe('any glossary', () => {
  it('is answered within the limits, pinging nobody, with no format in the plain text', () => {
    fc.assert(
      fc.property(glossary, markdown => {
        const built = glossaryOf(markdown);
        const bot = createBot(built);
        const asks = [
          ...built.terms.flatMap(({ name }) => [name, `Use Cases of ${name}`]),
          ...built.comparisons.map(({ subjects }) => subjects.map(({ name }) => name).join(' vs ')),
          'list',
        ];
        const replies = [
          ...asks.map(text => bot.hear({ text, heardAs: 'command', after: [] })),
          bot.explain(markdown),
        ];
        for (const outcome of replies) {
          const pages = pagesOf(outcome, 'anything');
          expect(refusals(pages)).toEqual([]);
          for (const message of pages.flat()) {
            expect(pings({ text: message.text, blocks: blocksOf(message) })).toEqual([]);
            const { bareLinks, ...inText } = formatted({ text: message.text, blocks: [] });
            expect(Object.values(inText).flat()).toEqual([]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe.each(['data', '../shared/wiki'])('each term of %s', folder => {
  const exists = existsSync(new URL(`../../../${folder}`, import.meta.url));
  it.skipIf(!exists)('and each comparison is within the limits on every page, in every form', async () => {
    const glossary = await loadFolder(folder);
    const bot = createBot(glossary);
    const asks = [
      ...glossary.terms.flatMap(({ name, facets }) => [
        name,
        ...facets.map(facet => `${facet.name} of ${name}`),
      ]),
      ...glossary.comparisons.map(({ subjects }) => subjects.map(({ name }) => name).join(' vs ')),
      ...glossary.groups.map(({ title }) => `list ${title}`),
    ];
    const wrong = asks.flatMap(ask => {
      const pages = pagesOf(bot.hear({ text: ask, heardAs: 'command', after: [] }), ask);
      const pinged = pages
        .flat()
        .flatMap(message => pings({ text: message.text, blocks: blocksOf(message) }));
      return [...refusals(pages), ...pinged].map(problem => `${ask}: ${problem}`);
    });
    expect(asks.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});
