import { Client, Events, GatewayIntentBits, Options, Partials, REST, Routes } from 'discord.js';
import pRetry from 'p-retry';
import type { Adapter, Bot, Outage } from '../../src/bot.ts';
import { createDeduplicator } from '../chat/deduplicator.ts';
import { PAUSES } from '../chat/pauses.ts';
import { createPending } from '../chat/pending.ts';
import { createThreads } from '../chat/threads.ts';
import { within } from '../chat/within.ts';
import type { Log } from '../log.ts';
import type { Listening } from '../settings.ts';
import type { ListenerContext } from './context.ts';
import { type DiscordSettings, WHERE_TOKEN } from './env.ts';
import { codeOf } from './errors.ts';
import { onInteraction } from './interactions.ts';
import { onMessage } from './messages.ts';
import { createSender } from './sender.ts';
import { createCommands } from './setup/commands.ts';
import { inviteLink } from './setup/invite.ts';
import { sameCommands } from './setup/same-commands.ts';

export interface DiscordParts {
  readonly settings: DiscordSettings;
  readonly bot: Promise<Bot>;
  readonly log: Log;
  readonly listening: Listening;
}

/** Discord greets a new connection at once; one that is not ready after so many milliseconds is given up. */
const GREETING = 20_000;

/** In milliseconds. */
const REQUEST_TIMEOUT = 10_000;

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Discord through discord.js: its gateway for what happens, its REST client for what is said. */
export function createDiscordAdapter(parts: DiscordParts): Adapter {
  const { settings, bot, log, listening } = parts;
  const once = new REST({ api: settings.apiUrl, timeout: REQUEST_TIMEOUT, retries: 0 });
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

/** A client that keeps nothing but what it cannot do without: every server's channels, and no messages or members. */
function createClient(api: string, listens: boolean): Client {
  return new Client({
    intents: [...INTENTS, ...(listens ? [GatewayIntentBits.MessageContent] : [])],
    partials: [Partials.Channel],
    rest: { api, timeout: REQUEST_TIMEOUT, retries: 1 },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: member => member.id === member.client.user.id },
      UserManager: { maxSize: 1, keepOverLimit: user => user.id === user.client.user.id },
      ReactionManager: 0,
      PresenceManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
    }),
  });
}

/** Registers the commands where they are not what they should be: Discord allows few changes a day. */
async function register(rest: REST, application: string): Promise<void> {
  const route = Routes.applicationCommands(application);
  const wanted = createCommands();
  if (!sameCommands(await rest.get(route), wanted)) await rest.put(route, { body: wanted });
}

const NOT_GRANTED =
  'the portal has not granted Message Content, so nothing is answered unasked. Switch it on under “Bot › Privileged Gateway Intents”, or remove DISCORD_LISTEN.';

function asExplained(error: unknown): never {
  throw new Error(explainStart(error), { cause: error });
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function explainClose(code: number): string {
  if (code === 4004) return `DISCORD_TOKEN is refused. ${WHERE_TOKEN}`;
  if (code === 4014) return NOT_GRANTED;
  if (code === 4013) return 'This version asks for intents that Discord does not know. Upgrade secterm.';
  return 'It is opened again.';
}

function isDisallowed(error: unknown): boolean {
  return error instanceof Error && /disallowed intents/i.test(error.message);
}

function explainStart(error: unknown): string {
  const code = codeOf(error);
  if (code === 'TokenInvalid' || code === '0' || code === 'http_401')
    return `DISCORD_TOKEN is refused by Discord. ${WHERE_TOKEN}`;
  if (isDisallowed(error)) return NOT_GRANTED;
  return `Discord cannot be reached (${code}). Check the network and DISCORD_API_URL.`;
}
