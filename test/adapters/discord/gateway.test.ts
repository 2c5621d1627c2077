import { describe, expect, it } from 'vitest';
import { type Program, spoken, startProgram } from './program.ts';
import { type Discord, visibleText } from './stand-in/index.ts';

const NAMES = ['containers', 'clusters', 'firewall'];

/** Mentions the bot with each of the names. */
function mentionAll(discord: Discord): void {
  for (const name of NAMES) discord.write(`<@${discord.botId}> ${name}`);
}

/** Each of the names was answered once, in the order of the messages' answers or not. */
async function expectEachOnce({ discord }: Program, times = 1): Promise<void> {
  const expected = NAMES.length * times;
  await expect.poll(() => spoken(discord).length, { timeout: 8000 }).toBe(expected);
  await discord.idle();
  const titles = spoken(discord).map(message => visibleText(message).toLowerCase().split(/[\n(]/)[0]?.trim());
  for (const name of NAMES)
    expect(
      titles.filter(title => title === name),
      name,
    ).toHaveLength(times);
}

describe('a connection that breaks', () => {
  it('is resumed, and what was written before, meanwhile and after is answered once', async () => {
    const program = await startProgram();
    const { discord, outage } = program;
    mentionAll(discord);
    discord.dropConnections();
    mentionAll(discord);
    await expect.poll(() => discord.connections[0]?.resumes).toBe(1);
    mentionAll(discord);
    await expectEachOnce(program, 3);
    expect(outage()).toBeNull();
  });

  it('twice in a row is resumed twice', async () => {
    const program = await startProgram();
    const { discord } = program;
    discord.dropConnections();
    await expect.poll(() => discord.connections[0]?.resumes).toBe(1);
    discord.dropConnections();
    mentionAll(discord);
    await expectEachOnce(program);
    expect(discord.connections[0]?.resumes).toBe(2);
  });

  it('without a word, its heartbeats unanswered, is noticed and resumed', async () => {
    const program = await startProgram({ heartbeatMs: 300 });
    const { discord } = program;
    discord.muteHeartbeats();
    await expect.poll(() => discord.connections[0]?.resumes, { timeout: 5000 }).toBe(1);
    mentionAll(discord);
    await expectEachOnce(program);
  });

  it.each([4000, 4008, 4009])('with code %i goes on', async code => {
    const program = await startProgram();
    program.discord.dropConnections(code);
    await program.discord.waitForClose();
    await program.discord.waitForConnection();
    mentionAll(program.discord);
    await expectEachOnce(program);
  });
});

describe('a session', () => {
  it('that Discord asks to take up elsewhere is resumed, with nothing lost', async () => {
    const program = await startProgram();
    const { discord } = program;
    discord.askToReconnect();
    await discord.waitForClose();
    mentionAll(discord);
    await expectEachOnce(program);
  });

  it.each([true, false])(
    'that is invalid (may be resumed: %s) is followed by another',
    async isResumable => {
      const program = await startProgram();
      const { discord } = program;
      discord.invalidateSessions(isResumable);
      await expect
        .poll(
          () => {
            discord.write(`<@${discord.botId}> containers`);
            return spoken(discord).length;
          },
          { timeout: 9000, interval: 500 },
        )
        .toBeGreaterThan(0);
      const identifies = discord.events.filter(({ name }) => name === 'READY').length;
      expect(identifies).toBeLessThanOrEqual(2);
    },
    15_000,
  );
});
