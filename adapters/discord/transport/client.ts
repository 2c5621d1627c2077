import { Client, GatewayIntentBits, Options, Partials, REST } from 'discord.js';

/** In milliseconds. */
const REQUEST_TIMEOUT = 10_000;

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** A client that keeps nothing but what it cannot do without: every server's channels, and no messages or members. */
export function createClient(api: string, listens: boolean): Client {
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

/** A REST client that sends each request once; who answers interactions needs no token. */
export function createOnce(api: string): REST {
  return new REST({ api, timeout: REQUEST_TIMEOUT, retries: 0 });
}
