import { fileURLToPath } from 'node:url';
import type { Folder } from '../src/sources/folder.ts';

/** Ids of the channels where questions are answered unasked. */
export type Listening = 'everywhere' | readonly string[];

/** What the operator sets, checked. */
export interface Settings {
  readonly folders: readonly Folder[];
  /** Null when the operator chose none. */
  readonly logLevel: string | null;
  readonly listening: Listening;
}

/** A setting that cannot be used. The message has one line per wrong name and says what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** What holds when nothing is set: the bundled glossary, and silence where nobody addressed the bot. */
export function defaultSettings(bundled: URL): Settings {
  return { folders: [{ name: 'data', path: fileURLToPath(bundled) }], logLevel: null, listening: [] };
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
