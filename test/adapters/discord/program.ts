import { onTestFinished } from 'vitest';
import { discord as surface } from '../../../adapters/discord/index.ts';
import type { AdapterParts } from '../../../adapters/surface.ts';
import type { Bot, Outage } from '../../../src/bot.ts';
import { loadBot } from '../../fixtures/load.ts';
import { type Discord, type DiscordOptions, type Message, startDiscord } from './stand-in/index.ts';

/** The glossary that comes with secterm, loaded once. */
export const bundled = await loadBot('data');

export interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
}

interface Options extends DiscordOptions {
  /** A promise: its glossary is still being read. */
  readonly bot?: Bot | Promise<Bot>;
  readonly listening?: AdapterParts['listening'];
  readonly env?: Readonly<Record<string, string>>;
}

/** The adapter and the Discord it talks to. */
export interface Program {
  readonly discord: Discord;
  readonly lines: readonly Line[];
  /** What keeps texts from arriving just now. */
  outage(): Outage | null;
  /** Ends this adapter and starts another, as a restart does. */
  restart(bot?: Bot | Promise<Bot>): Promise<void>;
}

/** Starts a stand-in and the adapter through its entry, as the composition root does; both end with the test. */
export async function startProgram({
  bot = bundled,
  listening = [],
  env = {},
  ...options
}: Options = {}): Promise<Program> {
  const discord = await startDiscord({ identifyWindowMs: 0, ...options });
  const lines: Line[] = [];
  const at = (level: Line['level']) => (_: object, message: string) => void lines.push({ level, message });
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  const start = async (speaking: Bot | Promise<Bot>) => {
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...env };
    const adapter = await surface.create({ env: settings, bot: Promise.resolve(speaking), log, listening });
    await adapter.start();
    return adapter;
  };
  let adapter = await start(bot);
  onTestFinished(async () => {
    await adapter.stop(100);
    await discord.stop();
  });
  return {
    discord,
    lines,
    outage: () => adapter.outage?.() ?? null,
    restart: async (next = bot) => {
      await adapter.stop(1000);
      adapter = await start(next);
    },
  };
}

/** The bot's messages, deleted ones left out. */
export function spoken({ messages, botId }: Discord): readonly Message[] {
  return messages.filter(({ by, deleted }) => by === botId && !deleted);
}

/** The bot's only message once it has nothing left to do. */
export async function onlyAnswer(discord: Discord): Promise<Message> {
  await discord.idle();
  const [first, ...others] = spoken(discord);
  if (first === undefined || others.length > 0)
    throw new Error(`Not one answer but ${JSON.stringify(spoken(discord).length)}`);
  return first;
}
