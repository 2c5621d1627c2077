import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../adapters/discord/message/message.ts';
import type { Bot } from '../../../src/bot.ts';
import { loadBot } from '../../fixtures/load.ts';
import { createJudge, isSpecThere } from './openapi.ts';
import { bundled, spoken, startProgram } from './program.ts';
import { IDS } from './stand-in/index.ts';

const POST = 'POST /channels/:channel/messages';

describe.skipIf(!isSpecThere)('Discord’s own description (skipped where it is not at hand)', () => {
  it('refuses what is wrong', () => {
    const judge = createJudge();
    const button = { type: 2, style: 2, custom_id: 'a', label: 'b' };
    const body = (over: object) => ({
      flags: 1 << 15,
      components: [{ type: 1, components: [{ ...button, ...over }] }],
    });
    expect(judge({ route: POST, body: body({}) })).toEqual([]);
    for (const wrong of [
      { custom_id: 'x'.repeat(101) },
      { label: 'x'.repeat(81) },
      { style: 99 },
      { type: 77 },
    ])
      expect(judge({ route: POST, body: body(wrong) }), JSON.stringify(wrong)).not.toEqual([]);
  });

  it('takes every request of a day', async () => {
    const loading = Promise.withResolvers<Bot>();
    const program = await startProgram({ bot: loading.promise });
    const { discord } = program;
    const early = discord.slash('secterm term', { text: 'clusters' });
    await early;
    loading.resolve(bundled);
    await discord.idle();
    const [waited] = spoken(discord);
    if (waited === undefined) throw new Error('Nothing was said.');
    for (const [name, text] of [
      ['ask', 'why would I pick a VM over a container?'],
      ['compare', 'containers vs vms vs clusters'],
      ['list', ''],
      ['list', 'network'],
      ['term', 'nothing like this'],
      ['help', undefined],
    ] as const)
      await discord.slash(`secterm ${name}`, text === undefined ? {} : { text });
    await discord.autocomplete('secterm term', { text: 'c' });
    const asked = discord.write(`<@${discord.botId}> containers`);
    const answer = await discord.waitForMessage(({ replyTo }) => replyTo === asked.id);
    await discord.messageCommand('Explain terms', asked);
    const facet = discord.waitForUpdate(answer);
    await discord.press(answer, 'Challenges');
    await discord.press(await facet, '← Back');
    await discord.press(waited, 'Share in channel');
    await discord.press(answer, 'Delete', { user: IDS.other });
    discord.refuseNext(POST, { status: 400, code: 50_035 });
    discord.write(`<@${discord.botId}> firewall`);
    await discord.press(answer, 'Delete');
    await discord.idle();
    const judge = createJudge();
    const sent = discord.calls.filter(({ body }) => body !== undefined);
    expect(new Set(sent.map(({ route }) => route)).size).toBeGreaterThanOrEqual(5);
    expect(sent.flatMap(judge)).toEqual([]);
  });

  for (const folder of ['data', '../shared/wiki'])
    it.skipIf(!existsSync(folder))(
      `takes every term of ${folder} (skipped where that is not at hand)`,
      async () => {
        const judge = createJudge();
        const bot = await loadBot(folder);
        const frame = { setting: 'public', page: 0, asker: IDS.user } as const;
        for (const { name } of bot.glossary.terms) {
          const outcome = bot.hear({ text: name, heardAs: 'mention', after: [] });
          for (const body of compose(outcome, { ...frame, ask: name, origin: name }))
            expect(judge({ route: POST, body: { ...body } }), name).toEqual([]);
        }
      },
    );
});
