import { App, webApi } from '@slack/bolt';
import type { Bot } from '../../src/bot.ts';
import { createDeduplicator } from '../chat/deduplicator.ts';
import { createPending } from '../chat/pending.ts';
import { createThreads } from '../chat/threads.ts';
import { within } from '../chat/within.ts';
import type { Log } from '../log.ts';
import type { Listening } from '../settings.ts';
import type { SurfaceAdapter } from '../surface.ts';
import type { SlackSettings } from './env.ts';
import { onAction } from './listeners/action.ts';
import { onCommand } from './listeners/command.ts';
import type { Identity, ListenerContext } from './listeners/context.ts';
import { onMessage } from './listeners/conversation.ts';
import { onShortcut } from './listeners/shortcut.ts';
import { EXPLAIN, missingScopes } from './setup/manifest.ts';
import { createEndpoint } from './transport/endpoint.ts';
import { codeOf, explainStart } from './transport/errors.ts';
import { type Network, REQUEST_TIMEOUT } from './transport/network.ts';
import { createOutbox } from './transport/outbox.ts';
import { receive } from './transport/receive.ts';
import type { Receiving } from './transport/receiving.ts';
import { sdkLog } from './transport/sdk-log.ts';

export interface SlackParts {
  readonly settings: SlackSettings;
  readonly network: Network;
  readonly bot: Promise<Bot>;
  readonly log: Log;
  readonly listening: Listening;
}

/** Slack through Bolt, over Socket Mode or HTTP. */
export function createSlackAdapter(parts: SlackParts): SurfaceAdapter {
  const { settings, network, bot, log, listening } = parts;
  const gate = { pending: createPending(), deduplicator: createDeduplicator(), log };
  const deduplicator = createDeduplicator();
  const threads = createThreads();
  const token = settings.transport.kind === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN';
  const endpoint = createEndpoint(log);
  let current: Receiving | null = null;
  let isStopping = false;
  return {
    name: 'Slack',
    ...(settings.transport.kind === 'http' ? { mount: endpoint.mount } : {}),
    outage: () => current?.outage() ?? null,
    async start() {
      isStopping = false;
      const client = createClient(parts);
      const identity = await orExplain(() => identify(client), 'SLACK_BOT_TOKEN');
      const outbox = createOutbox(client, network, log);
      const listensIn = (channel: string) => listening === 'everywhere' || listening.includes(channel);
      const context = { bot, outbox, log, identity, deduplicator, threads, listensIn };
      const receiving = receive(createApp(context, settings), gate, { settings, network, endpoint });
      current = receiving;
      if (isStopping) return;
      await orExplain(() => receiving.start(), token);
      if (isStopping) await receiving.stop();
      const { team, name } = identity;
      warnOfScopes(identity, listening.length > 0, log);
      log.info({ team, name, over: settings.transport.kind, listening }, 'Slack: connected');
      if (settings.hasBoth) log.info({}, 'Slack: Socket Mode is used; SLACK_SIGNING_SECRET is passed over');
    },
    async stop(patience) {
      const deadline = Date.now() + patience;
      isStopping = true;
      if (current !== null) await within(current.stop(), patience);
      const unanswered = await gate.pending.settle(deadline - Date.now());
      if (unanswered > 0) log.warn({ unanswered }, 'Slack: stopped before everything was answered');
    },
  };
}

/** A client that leaves waiting and trying again to the outbox. */
function createClient({ settings, network, log }: Pick<SlackParts, 'settings' | 'network' | 'log'>) {
  return new webApi.WebClient(settings.botToken, {
    slackApiUrl: settings.apiUrl,
    fetch: network.fetch,
    logger: sdkLog(log, 'debug'),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT,
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
  const {
    user_id: botUser = '',
    bot_id: botId = '',
    team = '',
    user: name = '',
    ...rest
  } = await client.auth.test();
  return { botUser, botId, team, name, scopes: rest.response_metadata?.scopes ?? null };
}

/** Says what will not work, which nobody would notice otherwise: Slack simply sends no such events. */
function warnOfScopes({ scopes }: Identity, listens: boolean, log: Log): void {
  const missing = missingScopes(scopes, listens);
  for (const { name, why } of missing)
    log.warn(
      { scope: name },
      `Slack: the bot token lacks a scope that is needed ${why}. “secterm doctor” says how to add it`,
    );
}

/** Bolt's app with a listener for each thing that a person can do. */
function createApp(context: ListenerContext, { botToken, apiUrl }: SlackSettings): App {
  const { botId, botUser } = context.identity;
  const app = new App({
    // The receivers stand behind a gate of ours, so Bolt gets none to start.
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: async () => ({ botToken, botId, botUserId: botUser }),
    clientOptions: { slackApiUrl: apiUrl },
    convoStore: false,
    logger: sdkLog(context.log, 'warn'),
  });
  app.command(/.*/, ({ command }) => onCommand(context, command));
  app.event('app_mention', ({ event, body }) =>
    onMessage(context, event, body['is_ext_shared_channel'] === true),
  );
  app.event('message', ({ event, body }) =>
    onMessage(context, event, body['is_ext_shared_channel'] === true),
  );
  app.action({ type: 'block_actions' }, ({ body }) => onAction(context, body));
  app.shortcut({ callback_id: EXPLAIN, type: 'message_action' }, ({ shortcut }) =>
    onShortcut(context, shortcut),
  );
  app.error(async error =>
    context.log.error({ code: codeOf(error) }, 'Slack: a request could not be handled'),
  );
  return app;
}
