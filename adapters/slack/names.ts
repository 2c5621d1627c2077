import type { Names } from '../names.ts';

/** Every name that this adapter reads, in the order of .env.example. */
const KNOWN = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'SLACK_CONFIG_TOKEN',
] as const;

export const SLACK_NAMES = {
  prefix: 'SLACK',
  known: KNOWN,
  telling: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  // SLACK_BOT_TOKN, SLACK_APPTOKEN; three more letters lead from one of these names to another.
  mostMissed: 2,
} as const satisfies Names;
