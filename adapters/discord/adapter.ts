import { type Client, Events, type REST, Routes } from 'discord.js';
import pRetry from 'p-retry';
import type { Adapter, Bot, Outage } from '../../src/bot.ts';
import { createDeduplicator } from '../chat/deduplicator.ts';
import { PAUSES } from '../chat/pauses.ts';
import { createPending } from '../chat/pending.ts';
import { createThreads } from '../chat/threads.ts';
import { within } from '../chat/within.ts';
import type { Log } from '../log.ts';
import type { Listening } from '../settings.ts';
import type { DiscordSettings } from './env.ts';
import type { ListenerContext } from './listeners/context.ts';
import { onInteraction } from './listeners/interactions.ts';
import { onMessage } from './listeners/messages.ts';
import { createCommands } from './setup/commands.ts';
import { inviteLink } from './setup/invite.ts';
import { sameCommands } from './setup/same-commands.ts';
import { createClient, createOnce } from './transport/client.ts';
import { asExplained, codeOf, explainClose, isDisallowed, NOT_GRANTED } from './transport/errors.ts';
import { createSender } from './transport/sender.ts';

export interface DiscordParts {
  readonly settings: DiscordSettings;
  readonly bot: Promise<Bot>;
  readonly log: Log;
  readonly listening: Listening;
}

/** Discord greets a new connection at once; one that is not ready after so many milliseconds is given up. */
const GREETING = 20_000;

/** Discord through discord.js: its gateway for what happens, its REST client for what is said. */
export function createDiscordAdapter(parts: DiscordParts): Adapter {
  const { settings, bot, log, listening } = parts;
  const once = createOnce(settings.apiUrl);
  const pending = createPending();
  const deduplicator = createDeduplicator();
  const threads = createThreads();
  let current: Client | null = null;
  let stopping = new AbortController();
  let lost: Outage | null = null;

  const open = async (listens: boolean): Promise<void> => {
    const client = createClient(settings.apiUrl, listens);
    current = client;
    client.on(Events.ShardReconnecting, () => {
      lost ??= { since: Date.now(), reason: 'The connection broke; it is being taken up again.' };
    });
    for (const back of [Events.ShardResume, Events.ShardReady] as const)
      client.on(back, () => {
        lost = null;
      });
    client.on(Events.ShardError, error =>
      log.warn({ code: codeOf(error) }, 'Discord: the connection had an error'),
    );
    client.on(Events.Error, error =>
      log.warn({ code: codeOf(error) }, 'Discord: the connection had an error'),
    );
    const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
    try {
      await client.login(settings.token);
      await within(ready, GREETING);
      if (!client.isReady()) throw new Error('Discord did not greet the bot in time.');
      const context = contextOf(client, { listens });
      client.on(Events.InteractionCreate, interaction => pending.add(onInteraction(context, interaction)));
      client.on(Events.MessageCreate, message => pending.add(onMessage(context, message)));
      client.once(Events.ShardDisconnect, ({ code }) => {
        lost = { since: Date.now(), reason: explainClose(code) };
        log.error({ code }, `Discord: the connection was closed for good. ${explainClose(code)}`);
        reopen(listens).catch(() => {});
      });
      await register(client.rest, client.application.id);
      log.info(
        { name: client.user.username, servers: client.guilds.cache.size, listens },
        'Discord: connected',
      );
      if (client.guilds.cache.size === 0)
        log.warn({}, `Discord: the bot is in no server yet. Add it: ${inviteLink(client.application.id)}`);
    } catch (error) {
      current = null;
      await client.destroy();
      throw error;
    }
  };
  /** After an end that the SDK does not mend by itself, with growing pauses, until the bot stops. */
  const reopen = async (listens: boolean): Promise<void> => {
    const { signal } = stopping;
    await current?.destroy();
    await pRetry(() => open(listens).catch(asExplained), {
      ...PAUSES,
      signal,
      onFailedAttempt: ({ error, retryDelay }) =>
        log.warn({ retryInSeconds: Math.ceil(retryDelay / 1000) }, `Discord: ${error.message}`),
    });
  };
  const contextOf = (client: Client<true>, { listens }: { readonly listens: boolean }): ListenerContext => ({
    bot,
    sender: createSender({ persistent: client.rest, once }, client.application.id, log),
    log,
    botUser: client.user.id,
    deduplicator,
    threads,
    listensIn: channel => listens && (listening === 'everywhere' || listening.includes(channel)),
  });

  return {
    name: 'Discord',
    async start() {
      stopping = new AbortController();
      try {
        await open(settings.listens);
      } catch (error) {
        if (!settings.listens || !isDisallowed(error)) return asExplained(error);
        log.warn({}, `Discord: ${NOT_GRANTED}`);
        await open(false).catch(asExplained);
      }
    },
    outage: () => lost,
    async stop(patience) {
      stopping.abort(new Error('stopped'));
      const unanswered = await pending.settle(patience);
      if (unanswered > 0) log.warn({ unanswered }, 'Discord: stopped before everything was answered');
      await current?.destroy();
      current = null;
    },
  };
}

/** Registers the commands where they are not what they should be: Discord allows few changes a day. */
async function register(rest: REST, application: string): Promise<void> {
  const route = Routes.applicationCommands(application);
  const wanted = createCommands();
  if (!sameCommands(await rest.get(route), wanted)) await rest.put(route, { body: wanted });
}
