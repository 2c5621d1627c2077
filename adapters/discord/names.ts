import type { Names } from '../names.ts';

/** Every name that this adapter reads, in the order of .env.example. */
const KNOWN = ['DISCORD_TOKEN', 'DISCORD_LISTEN', 'DISCORD_API_URL'] as const;

export const DISCORD_NAMES = {
  prefix: 'DISCORD',
  known: KNOWN,
  telling: ['DISCORD_TOKEN'],
  // DISCORD_BOT_TOKEN, as many call it.
  mostMissed: 3,
} as const satisfies Names;
