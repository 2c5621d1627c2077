import { describe, expect, it, onTestFinished } from 'vitest';
import { discord as surface } from '../../../adapters/discord/index.ts';
import { bundled, onlyAnswer, type Program, startProgram } from './program.ts';
import { type Discord, type DiscordOptions, IDS, startDiscord, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const LISTENING = { listening: [IDS.general], env: { DISCORD_LISTEN: 'true' } };

const logged = ({ lines }: Program) => lines.map(({ message }) => message).join('\n');
/** Sessions that were begun. */
const identified = ({ events }: Discord) => events.filter(({ name }) => name === 'READY').length;

/** Why the adapter cannot start. */
async function failure(options: DiscordOptions, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.stop());
  const set = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...env };
  const adapter = await surface.create({
    env: set,
    bot: Promise.resolve(bundled),
    log: SILENT,
    listening: [],
  });
  const said = await adapter.start().then(
    () => 'started',
    (error: unknown) => String(error),
  );
  await adapter.stop(100);
  expect(said).not.toContain(set.DISCORD_TOKEN);
  return said;
}

describe('a start that fails', () => {
  it('for a token that is refused names where to get the right one', async () => {
    expect(await failure({}, { DISCORD_TOKEN: 'MTIz.wrong.token-9' })).toContain(
      'DISCORD_TOKEN is refused by Discord. Press “Reset Token” under “Bot”',
    );
  });

  it('for want of connections today says so, and when there are more', async () => {
    expect(await failure({ sessionStarts: 0 })).toMatch(
      /no further connection before \d{4}-\d\d-\d\dT.*started too often today/,
    );
  });

  it('where nobody answers says what to check', async () => {
    expect(await failure({}, { DISCORD_API_URL: 'http://127.0.0.1:9/api' })).toContain(
      'Check the network and DISCORD_API_URL.',
    );
  });
});

describe('a connection that is closed for good', () => {
  it.each([
    [4004, 'DISCORD_TOKEN is refused.'],
    [4013, 'Upgrade secterm.'],
    [4010, 'It is opened again.'],
  ])(
    'with code %i is reported with what to do, and opened again without haste',
    async (code, says) => {
      const program = await startProgram();
      const { discord, outage } = program;
      expect(outage()).toBeNull();
      discord.dropConnections(code);
      await expect.poll(() => logged(program)).toContain(says);
      discord.write('nothing for the bot');
      await expect.poll(() => identified(discord), { timeout: 8000 }).toBe(2);
      await expect.poll(outage, { timeout: 8000 }).toBeNull();
      discord.write(`<@${discord.botId}> containers`);
      expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
    },
    15_000,
  );

  it('because the token was changed is tried again and again, with pauses, and named in the outage', async () => {
    const program = await startProgram();
    const { discord, outage } = program;
    discord.resetToken();
    await expect
      .poll(() => logged(program), { timeout: 5000 })
      .toContain('DISCORD_TOKEN is refused by Discord. Press “Reset Token”');
    expect(outage()?.reason).toContain('DISCORD_TOKEN is refused.');
    expect(identified(discord)).toBe(1);
    expect(discord.calls.filter(({ route }) => route === 'GET /gateway/bot').length).toBeLessThanOrEqual(3);
  });

  it('because Message Content was taken back (4014) is opened again without it', async () => {
    const program = await startProgram({ ...LISTENING, privilegedIntents: ['MessageContent'] });
    const { discord, outage } = program;
    discord.grantIntents();
    discord.dropConnections(4014);
    await expect.poll(() => logged(program), { timeout: 8000 }).toContain('has not granted Message Content');
    await expect.poll(outage, { timeout: 8000 }).toBeNull();
    discord.write(`<@${discord.botId}> containers`);
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
  }, 15_000);
});

describe('the commands', () => {
  it('that cannot be registered just now leave mentions answered, and are registered later', async () => {
    const discord = await startDiscord({ identifyWindowMs: 0 });
    onTestFinished(() => discord.stop());
    discord.refuseNext('PUT /applications/:application/commands', { status: 403, code: 50_001 });
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    const adapter = await surface.create({ env, bot: Promise.resolve(bundled), log: SILENT, listening: [] });
    onTestFinished(() => adapter.stop(100));
    const starting = adapter.start();
    await discord.waitForConnection();
    discord.write(`<@${discord.botId}> containers`);
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
    await starting;
    await expect.poll(() => discord.commands.length, { timeout: 5000 }).toBe(2);
  });
});

describe('a stop', () => {
  it('waits for what is under way', async () => {
    const program = await startProgram();
    const { discord } = program;
    discord.slowNext('POST /channels/:channel/messages', { ms: 300 });
    discord.write(`<@${discord.botId}> containers`);
    // Answered after the mention has arrived, for events come in order.
    await discord.autocomplete('secterm term', { text: 'con' });
    await program.restart();
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
  });

  it('ends a start that is under way', async () => {
    const discord = await startDiscord();
    onTestFinished(() => discord.stop());
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    const adapter = await surface.create({ env, bot: Promise.resolve(bundled), log: SILENT, listening: [] });
    discord.slowNext('GET /gateway/bot', { ms: 500 });
    const starting = adapter.start().catch(() => {});
    await discord.idle();
    await adapter.stop(100);
    await starting;
    await discord.waitForConnection(0);
    expect(discord.connections).toEqual([]);
  });
});
