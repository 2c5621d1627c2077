import { editDistance } from '../../src/language/distance.ts';
import type { Env } from '../surface.ts';

/** Every name that this adapter reads, in the order of .env.example. */
export const SLACK_NAMES = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'SLACK_CONFIG_TOKEN',
] as const;

/** Any of these says that the operator means to run this adapter. */
const TELLING = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'];
/** Letters by which a name may miss one of ours and still be meant for it: SLACK_BOT_TOKN, SLACK_APPTOKEN. */
const MOST_MISSED = 2;

/** Whether the operator means to run this adapter at all. */
export function isSlackConfigured(env: Env): boolean {
  return TELLING.some(name => isSet(env, name));
}

function isSet(env: Env, name: string): boolean {
  return (env[name] ?? '').trim() !== '';
}

/** Names that are set and that only just miss one of ours that is not, with that one. */
export function misspeltNames(env: Env): { readonly name: string; readonly meant: string }[] {
  const known = new Set<string>(SLACK_NAMES);
  return Object.keys(env)
    .filter(name => /^slack/i.test(name) && !known.has(name) && isSet(env, name))
    .flatMap(name => {
      const squeezed = name.toUpperCase().replace(/[^A-Z]/g, '');
      const meant = TELLING.find(
        ours =>
          !isSet(env, ours) && editDistance(squeezed, ours.replaceAll('_', ''), MOST_MISSED) <= MOST_MISSED,
      );
      return meant === undefined ? [] : [{ name, meant }];
    });
}
