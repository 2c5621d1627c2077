import type { Env } from '../surface.ts';

/** Every name that this adapter reads, in the order of .env.example. */
export const DISCORD_NAMES = ['DISCORD_TOKEN', 'DISCORD_LISTEN', 'DISCORD_API_URL'] as const;

/** Whether the operator means to run this adapter at all. */
export function isDiscordConfigured(env: Env): boolean {
  return (env['DISCORD_TOKEN'] ?? '').trim() !== '';
}
