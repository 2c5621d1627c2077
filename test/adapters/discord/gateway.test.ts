import { describe, expect, it, onTestFinished } from 'vitest';
import { discord as surface } from '../../../adapters/discord/index.ts';
import { bundled, onlyAnswer, startProgram } from './program.ts';
import { startDiscord, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('the connection', () => {
  it('is resumed after a drop, and what was written meanwhile is answered once', async () => {
    const { discord } = await startProgram();
    discord.dropConnections();
    discord.write(`<@${discord.botId}> containers`);
    await discord.waitForConnection();
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
    expect(discord.connections[0]?.resumes).toBe(1);
  });

  it.each([
    ['is asked to connect again', 'askToReconnect'],
    ['loses its session but may resume', 'invalidateSessions'],
  ] as const)('goes on when it %s', async (_, happens) => {
    const { discord } = await startProgram();
    const [before] = discord.connections;
    discord[happens]();
    await discord.waitForClose();
    await discord.waitForConnection();
    discord.write(`<@${discord.botId}> containers`);
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
    expect(before).toBeDefined();
  });

  it('that is closed for good is reported with the fix, and tried again', async () => {
    const { discord, lines, outage } = await startProgram();
    expect(outage()).toBeNull();
    discord.resetToken();
    discord.dropConnections(4004);
    await expect
      .poll(() => lines.map(({ message }) => message).join('\n'), { timeout: 5000 })
      .toContain('DISCORD_TOKEN is refused by Discord. Press “Reset Token”');
    expect(outage()?.reason).toContain('DISCORD_TOKEN is refused.');
  });
});

describe('a token that is refused', () => {
  it('is named with where to get the right one, and never shown', async () => {
    const discord = await startDiscord();
    onTestFinished(() => discord.stop());
    const token = 'MTIz.wrong.token-9';
    const env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl };
    const adapter = await surface.create({ env, bot: Promise.resolve(bundled), log: SILENT, listening: [] });
    const failure = await adapter.start().then(
      () => null,
      (error: unknown) => String(error),
    );
    expect(failure).toContain('DISCORD_TOKEN is refused by Discord. Press “Reset Token” under “Bot”');
    expect(failure).not.toContain(token);
    await adapter.stop(100);
  });
});
