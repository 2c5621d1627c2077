import { z } from 'zod';
import { misspeltNames, problemsOf, valuesOf } from '../names.ts';
import { SettingsError } from '../settings.ts';
import type { Env } from '../surface.ts';
import { DISCORD_NAMES } from './names.ts';

export interface DiscordSettings {
  readonly token: string;
  /** Whether the text of all messages is asked for, which the developer portal has to grant. */
  readonly listens: boolean;
  /** Without the version. */
  readonly apiUrl: string;
}

/** Where the token is found, for errors and for `secterm doctor`. */
export const WHERE_TOKEN =
  'Press “Reset Token” under “Bot” on your application’s page on discord.com/developers/applications, and copy what it shows.';

const Environment = z.object({
  DISCORD_TOKEN: z
    .string({ error: `is not set. ${WHERE_TOKEN}` })
    .regex(/^[\w.-]+$/, { error: `is no bot token. ${WHERE_TOKEN}` }),
  DISCORD_LISTEN: z
    .enum(['true', 'false'], { error: 'is neither true nor false. Choose one, or remove it.' })
    .default('false'),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'is no address. Write it as https://discord.com/api, or remove it.' })
    .default('https://discord.com/api'),
});

/**
 * Reads the settings from environment variables; an empty value counts as not set.
 * @throws {SettingsError} when any is wrong or missing, naming all of them at once and never a value.
 */
export function readDiscordSettings(env: Env): DiscordSettings {
  const result = Environment.safeParse(valuesOf(env, DISCORD_NAMES.known));
  const problems = problemsOf(misspeltNames(env, DISCORD_NAMES), result.error?.issues ?? []);
  if (!result.success || problems.length > 0) throw new SettingsError(problems.join('\n'));
  const { DISCORD_TOKEN: token, DISCORD_LISTEN: listen, DISCORD_API_URL: apiUrl } = result.data;
  return { token, listens: listen === 'true', apiUrl: apiUrl.replace(/\/+$/, '') };
}
