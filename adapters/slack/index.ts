import type { Surface } from '../surface.ts';
import { isSlackConfigured, misspeltNames } from './names.ts';

/** Slack. The SDK is loaded by `create` and `examine` alone, so that the terminal stays fast. */
export const slack: Surface = {
  name: 'slack',
  title: 'Slack',
  isConfigured: isSlackConfigured,
  misspelt: env =>
    misspeltNames(env).map(({ name, meant }) => `${name}: there is no such setting; did you mean ${meant}?`),
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
