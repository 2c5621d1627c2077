import { Client, type ClientOptions, GatewayIntentBits as Intent, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Discord, type DiscordOptions, startDiscord } from './index.ts';

/** The commands of the little bot in these tests. */
const COMMANDS = [
  {
    name: 'ask',
    description: 'Ask',
    options: [
      {
        type: 1,
        name: 'term',
        description: 'A term',
        options: [{ type: 3, name: 'name', description: 'Its name', required: true, autocomplete: true }],
      },
      { type: 1, name: 'help', description: 'Help' },
    ],
  },
  { name: 'Explain terms', type: 3 },
];

/** Starts the stand-in; it ends with the test. Sessions may be started without a pause. */
export async function discordForTest(options: DiscordOptions = {}): Promise<Discord> {
  const discord = await startDiscord({ commands: COMMANDS, identifyWindowMs: 0, ...options });
  onTestFinished(() => discord.stop());
  return discord;
}

export const INTENTS = [Intent.Guilds, Intent.GuildMessages, Intent.DirectMessages];

/** A real client that is not connected yet; it ends with the test. */
export function clientOf(discord: Discord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl },
    // The client would wait five seconds between two sessions.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
    ...options,
  });
  client.on('error', () => undefined);
  client.on('shardError', () => undefined);
  onTestFinished(() => client.destroy());
  return client;
}

/** A real client that is ready. */
export async function readyClient(
  discord: Discord,
  set: (client: Client) => void,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = clientOf(discord, options);
  set(client);
  const ready = new Promise<Client<true>>(resolve => client.once('clientReady', resolve));
  await client.login(discord.token);
  return ready;
}
