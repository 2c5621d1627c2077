import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { envOf, type Finish, freePort, spoken } from '../slack/program.ts';
import { spawnBot } from '../slack/spawned.ts';
import { type Slack, startSlack } from '../slack/stand-in/index.ts';

/** How long a state is waited for, and how long between two looks, in milliseconds. */
const PATIENCE = 10_000;
const BETWEEN = 50;

async function slackForTest(onTestFinished: Finish): Promise<Slack> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  return slack;
}

async function readyz(port: number) {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`);
  return { status: response.status, text: await response.text() };
}

/** Asks until the state fits, as whoever watches the bot does. */
async function readyzThat(port: number, fits: RegExp): Promise<{ status: number; text: string }> {
  for (const deadline = Date.now() + PATIENCE; ; await wait(BETWEEN)) {
    const answer = await readyz(port);
    if (fits.test(answer.text)) return answer;
    if (Date.now() > deadline) throw new Error(`/readyz never says ${fits}: ${answer.text}`);
  }
}

describe.concurrent('secterm start with PORT', () => {
  it('serves health beside Socket Mode, and ends soon after SIGTERM with 0', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished);
    const port = await freePort();
    const bot = spawnBot({ ...envOf(slack, 'socket', 0), PORT: String(port) }, onTestFinished);
    await Promise.all([bot.waitForLine(/^HTTP: listening$/), bot.waitForLine(/^Slack: connected$/)]);
    // Slack is connected to after two seconds, whether or not the glossary is read by then.
    const { status, text } = await readyzThat(port, /"ready":true/);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      connections: [{ name: 'Slack', state: 'connected' }],
    });
    expect(await bot.terminate()).toBeLessThan(5000);
    expect(bot.code).toBe(0);
  });

  it('serves health alone where no chat platform is set up, and warns', async ({ onTestFinished }) => {
    const port = await freePort();
    const bot = spawnBot({ PORT: String(port) }, onTestFinished);
    await bot.waitForLine(/^HTTP: listening$/);
    expect((await bot.waitForLine(/No chat platform is set up/)).level).toBe('warn');
    await expect.poll(async () => (await readyz(port)).status, { timeout: 10_000 }).toBe(200);
    await bot.terminate();
    expect(bot.code).toBe(0);
  });

  it('tells why a platform cannot start, without its token, and lives', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished);
    const port = await freePort();
    const env = { ...envOf(slack, 'socket', 0), SLACK_BOT_TOKEN: 'xoxb-9-wrong-bot', PORT: String(port) };
    const bot = spawnBot(env, onTestFinished);
    await bot.waitForLine(/^HTTP: listening$/);
    const { status, text } = await readyzThat(port, /refused/);
    expect(status).toBe(503);
    expect(text).toContain('SLACK_BOT_TOKEN is refused by Slack');
    expect(text).not.toContain('xoxb-9');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    await bot.terminate();
  });

  it('is not ready while no socket is open, and is again when one is', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished);
    const port = await freePort();
    const bot = spawnBot({ ...envOf(slack, 'socket', 0), PORT: String(port) }, onTestFinished);
    await Promise.all([bot.waitForLine(/^HTTP: listening$/), bot.waitForLine(/^Slack: connected$/)]);
    slack.refuseNext('apps.connections.open', 'internal_error', { times: 2 });
    slack.dropSockets();
    const { status, text } = await readyzThat(port, /"connecting".*internal_error/);
    expect(status).toBe(503);
    expect(text).not.toContain(slack.tokens.app);
    expect((await readyzThat(port, /"connected"/)).status).toBe(200);
    await bot.terminate();
  });

  it('answers over Socket Mode while PORT is in use, and serves once it is free', async ({
    onTestFinished,
  }) => {
    const slack = await slackForTest(onTestFinished);
    const other = createServer();
    other.listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const bot = spawnBot({ ...envOf(slack, 'socket', 0), PORT: String(port) }, onTestFinished);
    const { msg, level, retryInSeconds } = await bot.waitForLine(/PORT/);
    expect([msg, level]).toEqual([
      'HTTP: PORT is in use by another program. Choose another, or stop that program.',
      'error',
    ]);
    expect(retryInSeconds).toBeGreaterThan(0);
    await slack.waitForSocket();
    await slack.command('containers');
    await slack.waitForMessage(({ by }) => by === 'bot');
    await slack.idle();
    expect(spoken(slack)).toHaveLength(1);
    other.close();
    await bot.waitForLine(/^HTTP: listening$/);
    await bot.terminate();
  });

  it('takes Slack’s requests only once Slack is connected', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished);
    slack.failNext('auth.test', { status: 500 });
    const port = await freePort();
    const bot = spawnBot(envOf(slack, 'http', port), onTestFinished);
    await bot.waitForLine(/answered with an error/);
    const early = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body: '{}' });
    expect(early.status).toBe(503);
    await bot.waitForLine(/^Slack: connected$/);
    slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
    expect((await slack.command('containers')).status).toBe(200);
    await slack.waitForMessage(({ by }) => by === 'bot');
    await slack.idle();
    await bot.terminate();
  });

  it('reports a wrong PORT and runs what does not need it', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished);
    const bot = spawnBot({ ...envOf(slack, 'socket', 0), PORT: 'tcp://10.0.0.1:80' }, onTestFinished);
    await bot.waitForLine(/^Slack: connected$/);
    expect(bot.output).toContain('PORT: is no port number. Set the port to listen on, such as 3000.');
    await bot.terminate();
    expect(bot.code).toBe(0);
  });

  it('ends at once, with what to set, when nothing is left to run', async ({ onTestFinished }) => {
    const bot = spawnBot({ PORT: '99999' }, onTestFinished);
    await bot.ended;
    expect(bot.output).toMatch(
      /^PORT: is not between 1 and 65535\. Set the port to listen on, such as 3000\.$/m,
    );
    expect(bot.code).toBe(2);
  });
});
