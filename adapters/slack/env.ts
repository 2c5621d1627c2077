import { z } from 'zod';
import { Port } from '../env.ts';
import { misspeltNames, problemsOf, valuesOf } from '../names.ts';
import { SettingsError } from '../settings.ts';
import type { Env } from '../surface.ts';
import { SLACK_NAMES } from './names.ts';

/** How events arrive. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

export interface SlackSettings {
  readonly botToken: string;
  readonly transport: Transport;
  /** Whether a signing secret is set as well, which Socket Mode passes over. */
  readonly hasBoth: boolean;
  readonly apiUrl: string;
}

const APP_PAGE = 'your app’s page on api.slack.com/apps';
/** Where each secret is found, for errors and for `secterm doctor`. */
export const WHERE = {
  SLACK_BOT_TOKEN: `Copy the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions” on ${APP_PAGE}.`,
  SLACK_APP_TOKEN: `Make one (xapp-…) with the scope connections:write under “Basic Information › App-Level Tokens” on ${APP_PAGE}.`,
  SLACK_SIGNING_SECRET: `Copy the Signing Secret from “Basic Information” on ${APP_PAGE}.`,
} as const;

const Environment = z.object({
  SLACK_BOT_TOKEN: z
    .string({ error: `is not set. ${WHERE.SLACK_BOT_TOKEN}` })
    .regex(/^xoxb-[\w.-]+$/, { error: `is no bot token. ${WHERE.SLACK_BOT_TOKEN}` }),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w.-]+$/, { error: `is no app-level token. ${WHERE.SLACK_APP_TOKEN}` })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[\x21-\x7E]+$/, { error: `is no signing secret. ${WHERE.SLACK_SIGNING_SECRET}` })
    .optional(),
  PORT: Port.optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'is no address. Write it as https://slack.com/api/, or remove it.' })
    .default('https://slack.com/api/'),
});

/**
 * Reads the settings from environment variables; an empty value counts as not set.
 * @throws {SettingsError} when any is wrong or missing, naming all of them at once and never a value.
 */
export function readSlackSettings(env: Env): SlackSettings {
  const overSocket = (env['SLACK_APP_TOKEN'] ?? '').trim() !== '';
  const read = overSocket ? SLACK_NAMES.known : [...SLACK_NAMES.known, 'PORT'];
  const set = valuesOf(env, read);
  const result = Environment.safeParse(set);
  const misspelt = misspeltNames(env, SLACK_NAMES);
  const missing = missingOf({ ...set, ...Object.fromEntries(misspelt.map(name => [name.meant, ''])) });
  const problems = [...problemsOf(misspelt, result.error?.issues ?? []), ...missing];
  if (!result.success || problems.length > 0) throw new SettingsError(problems.join('\n'));
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, PORT: port } = result.data;
  const http =
    signingSecret !== undefined && port !== undefined ? { kind: 'http' as const, signingSecret, port } : null;
  const transport = appToken === undefined ? http : { kind: 'socket' as const, appToken };
  if (transport === null) throw new SettingsError(problems.join('\n'));
  return {
    botToken: result.data.SLACK_BOT_TOKEN,
    transport,
    hasBoth: appToken !== undefined && signingSecret !== undefined,
    apiUrl: result.data.SLACK_API_URL,
  };
}

/** A transport needs its own settings together. */
function missingOf(set: Readonly<Record<string, unknown>>): string[] {
  if ('SLACK_APP_TOKEN' in set) return [];
  if (!('SLACK_SIGNING_SECRET' in set))
    return [
      `SLACK_APP_TOKEN: is not set. ${WHERE.SLACK_APP_TOKEN} Or, for HTTP, set SLACK_SIGNING_SECRET and PORT.`,
    ];
  return 'PORT' in set
    ? []
    : ['PORT: is not set. With SLACK_SIGNING_SECRET, set the port to listen on, such as 3000.'];
}
