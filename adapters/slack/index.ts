import { didYouMean, isConfigured, misspeltNames } from '../names.ts';
import type { Surface } from '../surface.ts';
import { SLACK_NAMES } from './names.ts';

/** Slack. The SDK is loaded by `create` and `examine` alone, so that the terminal stays fast. */
export const slack: Surface = {
  name: 'slack',
  title: 'Slack',
  isConfigured: env => isConfigured(env, SLACK_NAMES),
  misspelt: env => misspeltNames(env, SLACK_NAMES).map(didYouMean),
  async create({ env, ...parts }) {
    const { readSlackSettings } = await import('./env.ts');
    const settings = readSlackSettings(env);
    const [{ createSlackAdapter }, { networkOf }] = await Promise.all([
      import('./adapter.ts'),
      import('./transport/network.ts'),
    ]);
    return createSlackAdapter({ ...parts, settings, network: networkOf(env) });
  },
  async preview(bot, heard) {
    const { previewRequest } = await import('./preview.ts');
    return previewRequest(bot, heard);
  },
  async examine(parts) {
    const { examineSlack } = await import('./setup/doctor.ts');
    return examineSlack(parts);
  },
};
