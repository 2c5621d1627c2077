import { describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { bundled, onlyAnswer, spoken, startProgram } from './program.ts';
import { visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';
/** Milliseconds in which Discord wants to hear something. */
const LIMIT = 3000;

/** A bot whose glossary is being read until `load` is called. */
function loading() {
  const { promise, resolve } = Promise.withResolvers<Bot>();
  return { bot: promise, load: () => resolve(bundled) };
}

describe('while the glossary is being read', () => {
  it('a command is acknowledged in time, privately, and answered once it is read', async () => {
    const { bot, load } = loading();
    const { discord } = await startProgram({ bot });
    const { ackedAfterMs } = await discord.slash('secterm term', { text: 'containers' });
    expect(ackedAfterMs).toBeLessThan(LIMIT);
    expect(spoken(discord).map(({ loading: waits, ephemeral }) => [waits, ephemeral])).toEqual([
      [true, true],
    ]);
    load();
    const answer = await onlyAnswer(discord);
    expect(visibleText(answer)).toContain(DEFINITION);
    expect(answer.ephemeral).toBe(true);
  });

  it('“Explain terms” is acknowledged in time, too', async () => {
    const { bot, load } = loading();
    const { discord } = await startProgram({ bot });
    const message = discord.write('our containers');
    const { ackedAfterMs } = await discord.messageCommand('Explain terms', message);
    expect(ackedAfterMs).toBeLessThan(LIMIT);
    load();
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
  });

  it('a completion has no names, in time', async () => {
    const { discord } = await startProgram({ bot: loading().bot });
    const { choices, ackedAfterMs } = await discord.autocomplete('secterm term', { text: 'con' });
    expect(ackedAfterMs).toBeLessThan(LIMIT);
    expect(choices).toEqual([]);
  });

  it('a press is acknowledged in time, and changes the message once it is read', async () => {
    const program = await startProgram();
    const { discord } = program;
    await discord.slash('secterm term', { text: 'containers' });
    const answer = await onlyAnswer(discord);
    const { bot, load } = loading();
    await program.restart(bot);
    const changed = discord.waitForUpdate(answer);
    const { ackedAfterMs } = await discord.press(answer, 'Challenges');
    expect(ackedAfterMs).toBeLessThan(LIMIT);
    load();
    expect(visibleText(await changed)).toContain('Challenges');
  });

  it('a mention is answered once it is read', async () => {
    const { bot, load } = loading();
    const { discord } = await startProgram({ bot });
    discord.write(`<@${discord.botId}> containers`);
    load();
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
  });
});
