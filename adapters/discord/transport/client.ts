import {
  Client,
  DefaultRestOptions,
  GatewayIntentBits,
  type GuildMember,
  Options,
  Partials,
  REST,
  type User,
} from 'discord.js';
import { withRetryAfter } from './retry-after.ts';

/** In milliseconds. */
const REQUEST_TIMEOUT = 10_000;
/** The same; an answer that would have to wait longer for Discord's limits is given up, and logged. */
const LONGEST_WAIT = 600_000;
/** Milliseconds for which servers are waited for after the greeting; meanwhile commands are not heard. */
const WAIT_FOR_SERVERS = 1000;

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** What of a server nothing here asks after. */
const UNUSED = {
  AutoModerationRuleManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
};
/** Of people, the bot alone. */
const ITSELF = {
  GuildMemberManager: {
    maxSize: 1,
    keepOverLimit: (member: GuildMember) => member.id === member.client.user.id,
  },
  UserManager: { maxSize: 1, keepOverLimit: (user: User) => user.id === user.client.user.id },
};
/** In seconds; an archived thread that somebody writes in again is told anew. */
const QUIET_THREADS = { interval: 600, lifetime: 600 };

const restTo = (api: string, retries: number) => ({
  api,
  retries,
  timeout: REQUEST_TIMEOUT,
  makeRequest: withRetryAfter(DefaultRestOptions.makeRequest),
  rejectOnRateLimit: ({ retryAfter }: { readonly retryAfter: number }) => retryAfter > LONGEST_WAIT,
});

/** A client that keeps nothing but what it cannot do without: every server's channels, and no messages or members. */
export function createClient(api: string, listens: boolean): Client {
  return new Client({
    intents: [...INTENTS, ...(listens ? [GatewayIntentBits.MessageContent] : [])],
    partials: [Partials.Channel],
    rest: restTo(api, 1),
    waitGuildTimeout: WAIT_FOR_SERVERS,
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, ...UNUSED, ...ITSELF }),
    sweepers: { threads: QUIET_THREADS },
  });
}

/** REST clients for answers to interactions, which need no token and which the limit over all requests leaves out. */
export function createAnswering(api: string): { readonly persistent: REST; readonly once: REST } {
  const unlimited = { globalRequestsPerSecond: Number.POSITIVE_INFINITY };
  return {
    persistent: new REST({ ...restTo(api, 1), ...unlimited }),
    once: new REST({ ...restTo(api, 0), ...unlimited }),
  };
}
