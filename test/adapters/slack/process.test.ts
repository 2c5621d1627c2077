import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startGateway } from './gateway.ts';
import { envOf, type Finish, freePort, onlyAnswer, spoken, TRANSPORTS, type Transport } from './program.ts';
import { spawnBot } from './spawned.ts';
import { type Slack, type SlackOptions, startSlack, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';

async function slackForTest(onTestFinished: Finish, options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack(options);
  onTestFinished(() => slack.stop());
  return slack;
}

/** The bot in a process, connected. */
async function connected(
  transport: Transport,
  onTestFinished: Finish,
  extra: Readonly<Record<string, string>> = {},
) {
  const slack = await slackForTest(onTestFinished);
  const port = await freePort();
  const bot = spawnBot({ ...envOf(slack, transport, port), ...extra }, onTestFinished);
  await bot.waitForLine(/^Slack: connected$/);
  if (transport === 'http') slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
  return { slack, bot };
}

/** Nothing of what opens a door. */
function expectNoSecret(output: string, { tokens }: Slack, ...others: readonly string[]): void {
  for (const secret of [tokens.bot, tokens.app, tokens.signingSecret, ...others])
    expect(output).not.toContain(secret);
}

describe.concurrent.each(TRANSPORTS)('secterm with the settings of Slack, over %s', transport => {
  it('answers, logs JSON without secrets, and ends soon after SIGTERM with 0', async ({ onTestFinished }) => {
    const { slack, bot } = await connected(transport, onTestFinished, { LOG_LEVEL: 'debug' });
    await slack.command('Zebra-77 containers');
    await slack.waitForMessage(({ by }) => by === 'bot');
    await slack.idle();
    expect(visibleText(await onlyAnswer(slack))).toContain('Containers');
    expect(await bot.terminate()).toBeLessThan(5000);
    expect(bot.code).toBe(0);
    expectNoSecret(bot.output, slack, 'Zebra', 'U1"');
    for (const line of bot.output.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
  });

  it('finishes on SIGTERM what it acknowledged', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished);
    const gateway = await startGateway(slack.apiUrl, onTestFinished);
    const port = await freePort();
    const bot = spawnBot({ ...envOf(slack, transport, port), SLACK_API_URL: gateway.apiUrl }, onTestFinished);
    await bot.waitForLine(/^Slack: connected$/);
    if (transport === 'http') slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
    gateway.hold('chat.postMessage');
    const { deliveries } = await slack.post('<@UBOT> containers');
    expect(deliveries.every(({ ackedAfterMs }) => ackedAfterMs !== null)).toBe(true);
    const ending = bot.terminate();
    await bot.waitForLine(/^stopping$/);
    gateway.release();
    expect(await ending).toBeLessThan(5000);
    expect(spoken(slack).map(visibleText).join()).toContain(DEFINITION);
  });
});

describe.concurrent('secterm with the settings of Slack', () => {
  it.for([
    ['SLACK_BOT_TOKEN', 'xoxb-9-wrong-bot', 'Bot User OAuth Token'],
    ['SLACK_APP_TOKEN', 'xapp-9-wrong-app', 'connections:write'],
  ] as const)(
    'names a wrong %s and where the right one is, never the token, and tries again',
    async ([name, token, where], { onTestFinished }) => {
      const slack = await slackForTest(onTestFinished);
      const bot = spawnBot(
        { ...envOf(slack, 'socket', 0), [name]: token, LOG_LEVEL: 'debug' },
        onTestFinished,
      );
      const { msg, level, retryInSeconds } = await bot.waitForLine(/refused/);
      expect(level).toBe('error');
      expect(retryInSeconds).toBeGreaterThan(0);
      expect(msg).toContain(`${name} is refused by Slack`);
      expect(msg).toContain(where);
      expect(await bot.terminate()).toBeLessThan(5000);
      expectNoSecret(bot.output, slack, token);
    },
  );

  it('prefers Socket Mode when both are set, and says so', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished);
    const port = await freePort();
    const bot = spawnBot({ ...envOf(slack, 'http', port), ...envOf(slack, 'socket', 0) }, onTestFinished);
    await bot.waitForLine(/Socket Mode is used; SLACK_SIGNING_SECRET is passed over/);
    await slack.waitForSocket();
    const address = `http://127.0.0.1:${port}`;
    expect((await fetch(`${address}/slack/events`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await bot.terminate();
  });

  it('names PORT when it is in use, and starts when it is free again', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished);
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const bot = spawnBot(envOf(slack, 'http', port), onTestFinished);
    expect((await bot.waitForLine(/PORT/)).msg).toContain('PORT is in use by another program.');
    other.close();
    await bot.waitForLine(/^Slack: connected$/);
    await bot.terminate();
  });

  it('reports that Slack cannot be reached, and how to look into it, and tries again', async ({
    onTestFinished,
  }) => {
    const slack = await slackForTest(onTestFinished);
    slack.failNext('auth.test', { status: 500 });
    const bot = spawnBot(envOf(slack, 'socket', 0), onTestFinished);
    expect((await bot.waitForLine(/answered with an error/)).msg).toContain('slack-status.com');
    await bot.waitForLine(/^Slack: connected$/);
    await bot.terminate();
  });

  it('ends at once and says what to do when a setting is wrong', async ({ onTestFinished }) => {
    const bot = spawnBot({ SLACK_BOT_TOKEN: 'xoxp-secret-9', SLACK_APP_TOKEN: 'xapp-1' }, onTestFinished);
    await bot.ended;
    expect(bot.output).toMatch(/^SLACK_BOT_TOKEN: is no bot token\. Copy the Bot User OAuth Token/m);
    expect(bot.output).not.toContain('secret-9');
    expect(bot.code).toBe(2);
  });

  it('listens in the channels of SECTERM_LISTEN alone', async ({ onTestFinished }) => {
    const slack = await slackForTest(onTestFinished, {
      channels: [
        { id: 'C0HEARD01', kind: 'channel', isMember: true },
        { id: 'C0OTHER01', kind: 'channel', isMember: true },
      ],
    });
    const bot = spawnBot(
      { ...envOf(slack, 'socket', 0), SECTERM_LISTEN: 'C0HEARD01,C0NONE001' },
      onTestFinished,
    );
    await bot.waitForLine(/^Slack: connected$/);
    await slack.post('what is a container?', { channel: 'C0OTHER01' });
    await slack.post('what is a container?', { channel: 'C0HEARD01' });
    await slack.waitForMessage(({ by }) => by === 'bot');
    await slack.idle();
    expect(spoken(slack).map(({ channel }) => channel)).toEqual(['C0HEARD01']);
    await bot.terminate();
  });
});
