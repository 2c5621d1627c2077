import { REST, Routes } from 'discord.js';
import { SettingsError } from '../settings.ts';
import type { Env, Finding } from '../surface.ts';
import { createCommands } from './commands.ts';
import { readDiscordSettings, WHERE_TOKEN } from './env.ts';
import { sameCommands } from './same-commands.ts';
import { codeOf } from './sender.ts';

/** Asks Discord about the token, the application and the registered commands. */
export async function examineDiscord(env: Env): Promise<readonly Finding[]> {
  try {
    const { token, apiUrl: api } = readDiscordSettings(env);
    return await examine(new REST({ api, timeout: 10_000, retries: 0 }).setToken(token));
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n').map(text => bad(text, null));
    const code = codeOf(error);
    return code === '0' || code === 'http_401'
      ? [bad('DISCORD_TOKEN is refused by Discord.', WHERE_TOKEN)]
      : [bad(`Discord cannot be reached (${code}).`, 'Check the network and DISCORD_API_URL.')];
  }
}

async function examine(rest: REST): Promise<Finding[]> {
  const { id, username } = fieldsOf(await rest.get(Routes.user('@me')));
  const isRegistered = sameCommands(await rest.get(Routes.applicationCommands(id)), createCommands());
  return [
    { state: 'good', text: `DISCORD_TOKEN is that of ${username}.`, fix: null },
    isRegistered
      ? { state: 'good', text: 'The commands are registered as they should be.', fix: null }
      : {
          state: 'unknown',
          text: 'The commands are not registered yet, or of another version.',
          fix: 'Start the bot: it registers them.',
        },
  ];
}

function fieldsOf(user: unknown): { readonly id: string; readonly username: string } {
  const field = (name: string) =>
    typeof user === 'object' && user !== null ? String(Reflect.get(user, name) ?? '') : '';
  return { id: field('id'), username: field('username') };
}

function bad(text: string, fix: string | null): Finding {
  return { state: 'bad', text, fix };
}
