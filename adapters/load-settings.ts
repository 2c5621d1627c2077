import { defaultSettings, type Settings } from './settings.ts';

/**
 * The settings from environment variables. The checks are loaded only when something is set: they are a sixth of
 * what one answer costs.
 * @throws {SettingsError} when any is wrong, naming all of them at once.
 */
export async function loadSettings(
  env: Readonly<Record<string, string | undefined>>,
  bundled: URL,
): Promise<Settings> {
  const isSet = Object.keys(env).some(name => name.startsWith('SECTERM_') || name === 'LOG_LEVEL');
  if (!isSet) return defaultSettings(bundled);
  const { readSettings } = await import('./env.ts');
  return readSettings(env, bundled);
}
