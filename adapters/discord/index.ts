import type { Surface } from '../surface.ts';
import { isDiscordConfigured } from './names.ts';

/** Discord. The SDK is loaded by `create` and `examine` alone, so that the terminal stays fast. */
export const discord: Surface = {
  name: 'discord',
  title: 'Discord',
  isConfigured: isDiscordConfigured,
  misspelt: () => [],
  async create({ env, ...parts }) {
    const { readDiscordSettings } = await import('./env.ts');
    const settings = readDiscordSettings(env);
    const { createDiscordAdapter } = await import('./adapter.ts');
    return createDiscordAdapter({ ...parts, settings });
  },
  async preview(bot, heard) {
    const { previewRequest } = await import('./preview.ts');
    return previewRequest(bot, heard);
  },
  async examine({ env }) {
    const { examineDiscord } = await import('./doctor.ts');
    return examineDiscord(env);
  },
};
