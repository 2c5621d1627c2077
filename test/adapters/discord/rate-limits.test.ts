import { describe, expect, it } from 'vitest';
import { onlyAnswer, spoken, startProgram } from './program.ts';
import { visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';
const POST = 'POST /channels/:channel/messages';
const CALLBACK = 'POST /interactions/:interaction/:token/callback';
const FOLLOW_UP = 'POST /webhooks/:application/:token';
/** Seconds. */
const WAIT = 0.4;

describe('429, too many requests', () => {
  const SAID = ['both', 'header', 'body'] as const;
  const SCOPES = ['user', 'shared', 'global'] as const;
  const CASES = SAID.flatMap(where => SCOPES.map(scope => ({ where, scope })));

  it.each(CASES)(
    'is waited out as said ($where, $scope), and then a mention is answered once',
    async limiting => {
      const { discord } = await startProgram();
      discord.rateLimitNext(POST, { retryAfter: WAIT, times: 2, ...limiting });
      discord.write(`<@${discord.botId}> containers`);
      await discord.waitForCall(({ route, status }) => route === POST && status === 200);
      expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
      const calls = discord.calls.filter(({ route }) => route === POST);
      expect(calls).toHaveLength(3);
      const [first, , last] = calls.map(({ at }) => at);
      expect((last ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(2 * WAIT * 1000);
    },
  );

  it.each(SAID)('said in the %s is waited out before a command is answered, still in time', async where => {
    const { discord } = await startProgram();
    discord.rateLimitNext(CALLBACK, { retryAfter: WAIT, where });
    const { ackedAfterMs } = await discord.slash('secterm term', { text: 'containers' });
    expect(ackedAfterMs).toBeLessThan(3000);
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
  });

  it('holds up Share, which then posts once', async () => {
    const { discord } = await startProgram();
    await discord.slash('secterm term', { text: 'containers' });
    discord.rateLimitNext(FOLLOW_UP, { retryAfter: WAIT, where: 'body', times: 2 });
    await discord.press(await onlyAnswer(discord), 'Share in channel');
    const shared = () => spoken(discord).filter(({ ephemeral }) => !ephemeral).length;
    await expect.poll(shared, { timeout: 5000 }).toBe(1);
    await discord.idle();
    expect(shared()).toBe(1);
  });

  it('of one channel does not hold up another', async () => {
    const { discord } = await startProgram();
    discord.rateLimitNext(POST, { retryAfter: 60, scope: 'shared' });
    discord.write(`<@${discord.botId}> containers`);
    await discord.waitForCall(({ status }) => status === 429);
    await discord.slash('secterm term', { text: 'clusters' });
    await expect.poll(() => spoken(discord).map(visibleText)).toEqual([expect.stringContaining('Clusters')]);
  });

  it('of a bucket is kept to: ten mentions at once are all answered, with few refusals', async () => {
    const { discord } = await startProgram({ buckets: { [POST]: { limit: 5, windowMs: 500 } } });
    for (let at = 0; at < 10; at += 1) discord.write(`<@${discord.botId}> containers`);
    await expect.poll(() => spoken(discord).length, { timeout: 7000 }).toBe(10);
    expect(discord.calls.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(2);
  });
});
