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
  preview: async (bot, heard) => (await import('./preview.ts')).preview(bot, heard),
  previewGlosses: async (bot, text) => (await import('./preview.ts')).previewGlosses(bot, text),
  previewPress: async (bot, pressed) => (await import('./preview.ts')).previewPress(bot, pressed),
  async examine(parts) {
    const { examineSlack } = await import('./setup/doctor.ts');
    return examineSlack(parts);
  },
};
