import { App, webApi } from '@slack/bolt';
import type { Adapter, Bot } from '../../src/bot.ts';
import type { Log } from '../log.ts';
import type { Listening } from '../settings.ts';
import { createClaims } from './claims.ts';
import { onCommand } from './command.ts';
import { onMessage } from './conversation.ts';
import type { Desk, Identity } from './desk.ts';
import type { SlackSettings } from './env.ts';
import { codeOf, explainStart } from './errors.ts';
import { onExplain } from './explain.ts';
import { EXPLAIN } from './manifest.ts';
import type { Network } from './network.ts';
import { createOutbox, RETRIES } from './outbox.ts';
import { createPending } from './pending.ts';
import { onPress } from './press.ts';
import { sdkLog } from './sdk-log.ts';
import { createThreads } from './threads.ts';
import { receive } from './transport.ts';

export interface SlackParts {
  readonly settings: SlackSettings;
  readonly network: Network;
  readonly bot: Bot;
  readonly log: Log;
  readonly listening: Listening;
}

/** Of one request to the API, in milliseconds. */
const TIMEOUT = 10_000;

/** Slack through Bolt, over Socket Mode or HTTP. */
export function createSlackAdapter(parts: SlackParts): Adapter {
  const { settings, network, bot, log, listening } = parts;
  const gate = { pending: createPending(), claims: createClaims(), log };
  const threads = createThreads();
  const token = settings.transport.kind === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN';
  let stopReceiving: () => Promise<unknown> = async () => {};
  return {
    name: 'Slack',
    async start() {
      const client = createClient(parts);
      const identity = await orExplain(() => identify(client), 'SLACK_BOT_TOKEN');
      const outbox = createOutbox(client, network, log);
      const listensIn = (channel: string) => listening === 'everywhere' || listening.includes(channel);
      const desk = { bot, outbox, log, identity, claims: gate.claims, threads, listensIn };
      const receiving = receive(createApp(desk, settings), gate, settings, network);
      await orExplain(() => receiving.start(), token);
      stopReceiving = () => receiving.stop();
      const { team, name } = identity;
      log.info({ team, name, over: settings.transport.kind }, 'Slack: connected');
      if (settings.hasBoth) log.info({}, 'Slack: Socket Mode is used; SLACK_SIGNING_SECRET is passed over');
    },
    async stop(patience) {
      await stopReceiving();
      const unanswered = await gate.pending.settle(patience);
      if (unanswered > 0) log.warn({ unanswered }, 'Slack: stopped before everything was answered');
    },
  };
}

/** A client that leaves waiting for rate limits to `Lanes`, and gives up when a person would. */
export function createClient({ settings, network, log }: Pick<SlackParts, 'settings' | 'network' | 'log'>) {
  return new webApi.WebClient(settings.botToken, {
    slackApiUrl: settings.apiUrl,
    fetch: network.fetch,
    logger: sdkLog(log, 'debug'),
    retryConfig: RETRIES,
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT,
  });
}

async function orExplain<T>(work: () => Promise<T>, token: Parameters<typeof explainStart>[1]): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(explainStart(error, token), { cause: error });
  }
}

async function identify(client: webApi.WebClient): Promise<Identity> {
  const { user_id: botUser = '', bot_id: botId = '', team = '', user: name = '' } = await client.auth.test();
  return { botUser, botId, team, name };
}

/** Bolt's app with a listener for each thing that a person can do. */
function createApp(desk: Desk, { botToken, apiUrl }: SlackSettings): App {
  const { botId, botUser } = desk.identity;
  const app = new App({
    // The receivers stand behind a gate of ours, so Bolt gets none to start.
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: async () => ({ botToken, botId, botUserId: botUser }),
    clientOptions: { slackApiUrl: apiUrl },
    convoStore: false,
    logger: sdkLog(desk.log, 'warn'),
  });
  app.command(/.*/, ({ command }) => onCommand(desk, command));
  app.event('app_mention', ({ event }) => onMessage(desk, event));
  app.event('message', ({ event }) => onMessage(desk, event));
  app.action({ type: 'block_actions' }, ({ body }) => onPress(desk, body));
  app.shortcut({ callback_id: EXPLAIN, type: 'message_action' }, ({ shortcut }) => onExplain(desk, shortcut));
  app.error(async error => desk.log.error({ code: codeOf(error) }, 'Slack: a request could not be handled'));
  return app;
}
