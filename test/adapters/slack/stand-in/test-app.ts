import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { type Slack, type SlackOptions, startSlack } from './index.ts';

const nothing = (): void => undefined;

/** The tests provoke errors; nobody needs to read of them. */
const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/** Starts the stand-in; it ends with the test. */
export async function slackForTest(options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack(options);
  onTestFinished(() => slack.stop());
  return slack;
}

/** A client that tries once and tells of rate limits, for the tests of single calls. */
export const clientOf = ({ apiUrl, tokens }: Slack, token = tokens.bot): WebClient =>
  new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });

/** The transports of a small app on the real Bolt. */
export type Transport = 'http' | 'socket';

/** Connects a small app on the real Bolt; it ends with the test. */
export async function appForTest(slack: Slack, transport: Transport, set: (app: App) => void): Promise<App> {
  const receiver = transport === 'http' ? httpReceiver(slack) : socketReceiver(slack);
  const app = new App({
    token: slack.tokens.bot,
    receiver,
    logger: SILENT,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  set(app);
  onTestFinished(async () => void (await app.stop()));
  await (receiver instanceof HTTPReceiver ? listen(slack, receiver) : connect(slack, app));
  return app;
}

const httpReceiver = ({ tokens }: Slack): HTTPReceiver =>
  new HTTPReceiver({ signingSecret: tokens.signingSecret, logger: SILENT });

/** `clientPingTimeout` is also how long the client waits before it connects again: five seconds if not said. */
const socketReceiver = ({ tokens, apiUrl }: Slack): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken: tokens.app,
    logger: SILENT,
    clientPingTimeout: 500,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });

async function listen(slack: Slack, receiver: HTTPReceiver): Promise<void> {
  const address = (await receiver.start({ port: 0, host: '127.0.0.1' })).address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
}

async function connect(slack: Slack, app: App): Promise<void> {
  await app.start();
  await slack.waitForSocket();
}
