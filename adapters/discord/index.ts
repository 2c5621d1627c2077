import { didYouMean, isConfigured, misspeltNames } from '../names.ts';
import type { Surface } from '../surface.ts';
import { DISCORD_NAMES } from './names.ts';

/** Discord. The SDK is loaded by `create` and `examine` alone, so that the terminal stays fast. */
export const discord: Surface = {
  name: 'discord',
  title: 'Discord',
  isConfigured: env => isConfigured(env, DISCORD_NAMES),
  misspelt: env => misspeltNames(env, DISCORD_NAMES).map(didYouMean),
  async create({ env, ...parts }) {
    const { readDiscordSettings } = await import('./env.ts');
    const settings = readDiscordSettings(env);
    const { createDiscordAdapter } = await import('./adapter.ts');
    return createDiscordAdapter({ ...parts, settings });
  },
  preview: async (bot, heard) => (await import('./preview.ts')).preview(bot, heard),
  previewGlosses: async (bot, text) => (await import('./preview.ts')).previewGlosses(bot, text),
  previewPress: async (bot, pressed) => (await import('./preview.ts')).previewPress(bot, pressed),
  async examine(parts) {
    const { examineDiscord } = await import('./setup/doctor.ts');
    return examineDiscord(parts);
  },
};
