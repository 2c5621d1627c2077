import { describe, expect, it } from 'vitest';
import { onlyAnswer, type Program, spoken, startProgram } from './program.ts';
import { IDS, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';
const POST = 'POST /channels/:channel/messages';
const CALLBACK = 'POST /interactions/:interaction/:token/callback';

/** What was logged as a warning or worse. */
function complaints({ lines }: Program): string[] {
  return lines.filter(({ level }) => level === 'warn' || level === 'error').map(({ message }) => message);
}

/** Asserts that the bot goes on. */
async function expectAnswer(program: Program): Promise<void> {
  const { discord } = program;
  const before = spoken(discord).length;
  await discord.slash('secterm term', { text: 'containers' });
  await discord.idle();
  expect(visibleText(spoken(discord)[before] ?? {})).toContain(DEFINITION);
}

describe('a channel that takes no answer', () => {
  it.each([
    ['it cannot see any more', 50_001, 'Give its role “View Channel” there'],
    ['it may not write in', 50_013, 'Give its role “Send Messages” there'],
    ['that is gone', 10_003, 'The channel is gone'],
  ])('(%s) is named in the log with what to do, once, and others go on', async (_, code, says) => {
    const program = await startProgram();
    const { discord } = program;
    discord.refuseNext(POST, { status: code === 10_003 ? 404 : 403, code });
    discord.write(`<@${discord.botId}> containers`);
    await discord.waitForCall(call => call.code === code);
    await discord.idle();
    expect(complaints(program)).toEqual([expect.stringContaining(says)]);
    expect(discord.calls.filter(({ route }) => route === POST)).toHaveLength(1);
    await expectAnswer(program);
  });

  it('in truth, for want of permissions, too', async () => {
    const program = await startProgram();
    const { discord } = program;
    discord.write(`<@${discord.botId}> containers`, { channel: IDS.quiet });
    await discord.waitForCall(({ route }) => route === POST);
    await discord.idle();
    expect(complaints(program)).toEqual([expect.stringContaining('Give its role “Send Messages” there')]);
  });

  it('is gone with its channel while it is written', async () => {
    const program = await startProgram();
    const { discord } = program;
    discord.slowNext(POST, { ms: 100 });
    discord.write(`<@${discord.botId}> containers`, { channel: IDS.thread });
    discord.deleteChannel(IDS.thread);
    await discord.waitForCall(({ route }) => route === POST);
    await discord.idle();
    expect(complaints(program)).toHaveLength(1);
    await expectAnswer(program);
  });
});

describe('a message that is gone', () => {
  it('is answered in the channel all the same when it was the question', async () => {
    const { discord } = await startProgram();
    discord.slowNext(POST, { ms: 50 });
    const asked = discord.write(`<@${discord.botId}> containers`);
    discord.remove(asked);
    await discord.waitForCall(({ route }) => route === POST);
    await discord.idle();
    expect(spoken(discord).map(visibleText)).toEqual([expect.stringContaining(DEFINITION)]);
  });

  it('is not missed when it was to be deleted', async () => {
    const program = await startProgram();
    const { discord } = program;
    discord.write(`<@${discord.botId}> containers`);
    const answer = await onlyAnswer(discord);
    discord.refuseNext('DELETE /webhooks/:application/:token/messages/:message', {
      status: 404,
      code: 10_008,
    });
    await discord.press(answer, 'Delete');
    await discord.idle();
    expect(complaints(program)).toEqual([expect.stringContaining('The message is gone')]);
    await expectAnswer(program);
  });
});

describe('an interaction that Discord has given up', () => {
  it('(10062) is logged once with what it means, and others go on', async () => {
    const program = await startProgram();
    const { discord } = program;
    discord.refuseNext(CALLBACK, { status: 404, code: 10_062 });
    const delivery = discord.slash('secterm term', { text: 'containers' });
    await discord.waitForCall(call => call.code === 10_062);
    await expect.poll(() => complaints(program)).toEqual([expect.stringContaining('within three seconds')]);
    expect(discord.calls.filter(({ route }) => route === CALLBACK)).toHaveLength(1);
    await expectAnswer(program);
    await delivery;
  });

  it.each([50_027, 10_015] as const)(
    '(%i, its time is over) is logged once, and the answer can be shared again',
    async code => {
      const program = await startProgram();
      const { discord } = program;
      await discord.slash('secterm term', { text: 'containers' });
      const answer = await onlyAnswer(discord);
      discord.slowNext('POST /webhooks/:application/:token', { ms: 100 });
      const changed = discord.waitForUpdate(answer);
      const pressing = discord.press(answer, 'Share in channel');
      await changed;
      discord.expireTokens(undefined, code);
      await pressing;
      await discord.idle();
      expect(complaints(program).length).toBeGreaterThan(0);
      expect(complaints(program).join()).toContain('takes no further answers');
      expect(spoken(discord).filter(({ ephemeral }) => !ephemeral)).toEqual([]);
      await expectAnswer(program);
    },
  );
});
