import { type Client, Events, type REST, Routes } from 'discord.js';
import pRetry, { type Options } from 'p-retry';
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
import { createAnswering, createClient } from './transport/client.ts';
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
/** The commands are waited for that long, in milliseconds. */
const REGISTERING = 5000;
const BROKEN = 'The connection broke; it is being taken up again.';

/** Discord through discord.js: its gateway for what happens, its REST client for what is said. */
export function createDiscordAdapter(parts: DiscordParts): Adapter {
  const { settings, bot, log, listening } = parts;
  const answering = createAnswering(settings.apiUrl);
  const pending = createPending();
  const deduplicator = createDeduplicator();
  const threads = createThreads();
  let current: Client | null = null;
  let stopping = new AbortController();
  let lost: Outage | null = null;

  const open = async (listens: boolean): Promise<void> => {
    const client = createClient(settings.apiUrl, listens);
    current = client;
    watch(client, listens);
    // In the greeting itself, so that nothing comes between it and what is heard.
    const ready = new Promise<Client<true>>(resolve =>
      client.once(Events.ClientReady, greeted => {
        hearAll(greeted, contextOf(greeted, { listens }));
        resolve(greeted);
      }),
    );
    try {
      await client.login(settings.token);
      await within(ready, GREETING);
      if (!client.isReady()) throw new Error('Discord did not greet the bot in time.');
    } catch (error) {
      current = null;
      await client.destroy();
      throw error;
    }
    await register(client);
    const { size: servers } = client.guilds.cache;
    log.info({ name: client.user.username, servers, listens }, 'Discord: connected');
    if (servers === 0)
      log.warn({}, `Discord: the bot is in no server yet. Add it: ${inviteLink(client.application.id)}`);
  };
  /** With the text of all messages where that is asked for and granted, else without. */
  const openAsGranted = async (): Promise<void> => {
    try {
      await open(settings.listens);
    } catch (error) {
      if (!settings.listens || !isDisallowed(error)) return asExplained(error);
      log.warn({}, `Discord: ${NOT_GRANTED}`);
      await open(false).catch(asExplained);
    }
  };
  /** After an end that the SDK does not mend by itself, with growing pauses, until the bot stops. */
  const reopen = async (): Promise<void> => {
    await current?.destroy();
    await pRetry(
      openAsGranted,
      patiently(message => `Discord: ${message}`),
    );
    lost = null;
  };
  const watch = (client: Client, listens: boolean) => {
    const isCurrent = () => client === current;
    client.on(Events.ShardReconnecting, () => {
      if (isCurrent()) lost ??= { since: Date.now(), reason: BROKEN };
    });
    for (const back of [Events.ShardResume, Events.ShardReady] as const)
      client.on(back, () => {
        if (isCurrent()) lost = null;
      });
    const onFailure = (error: Error) =>
      log.warn({ code: codeOf(error) }, 'Discord: the connection had an error');
    client.on(Events.ShardError, onFailure).on(Events.Error, onFailure);
    client.once(Events.ShardDisconnect, ({ code }) => {
      // Before the greeting `open` fails, and whoever called it tries again.
      if (!isCurrent() || !client.isReady()) return;
      lost = { since: Date.now(), reason: explainClose(code) };
      log.error({ code, listens }, `Discord: the connection was closed for good. ${explainClose(code)}`);
      reopen().catch(() => {});
    });
  };
  const hearAll = (client: Client<true>, context: ListenerContext) => {
    client.on(Events.InteractionCreate, interaction => pending.add(onInteraction(context, interaction)));
    client.on(Events.MessageCreate, message => pending.add(onMessage(context, message)));
  };
  /** For a while; then beside everything else, because without its commands the bot still hears mentions. */
  const register = async ({ rest, application }: Client<true>) => {
    const attempt = () => registerCommands(rest, application.id);
    const words = (message: string) => `Discord: the commands could not be registered. ${message}`;
    await within(
      pRetry(() => attempt().catch(asExplained), patiently(words)),
      REGISTERING,
    );
  };
  const patiently = (words: (message: string) => string): Options => ({
    ...PAUSES,
    signal: stopping.signal,
    onFailedAttempt: ({ error, retryDelay }) =>
      log.warn({ retryInSeconds: Math.ceil(retryDelay / 1000) }, words(error.message)),
  });
  const contextOf = (client: Client<true>, { listens }: { readonly listens: boolean }): ListenerContext => ({
    bot,
    sender: createSender({ posting: client.rest, ...answering }, client.application.id, log),
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
      await openAsGranted();
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
async function registerCommands(rest: REST, application: string): Promise<void> {
  const route = Routes.applicationCommands(application);
  const wanted = createCommands();
  if (!sameCommands(await rest.get(route), wanted)) await rest.put(route, { body: wanted });
}
