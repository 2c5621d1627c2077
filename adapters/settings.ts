import { fileURLToPath } from 'node:url';
import type { Folder } from '../src/sources/folder.ts';

/** What the operator sets, checked. */
export interface Settings {
  readonly folders: readonly Folder[];
  readonly logLevel: string;
}

/** A setting that cannot be used. The message has one line per wrong name and says what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** What holds when nothing is set: the bundled glossary, and warnings only. */
export function defaultSettings(bundled: URL): Settings {
  return { folders: [{ name: 'data', path: fileURLToPath(bundled) }], logLevel: 'warn' };
}

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
