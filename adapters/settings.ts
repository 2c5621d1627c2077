import { fileURLToPath } from 'node:url';
import type { Folder } from '../src/sources/folder.ts';

/** Ids of the channels where questions are answered unasked. */
export type Listening = 'everywhere' | readonly string[];

/** What the operator sets, checked. */
export interface Settings {
  readonly folders: readonly Folder[];
  /** File of what the team's people say; null for the bundled words alone. */
  readonly words: string | null;
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
  const folders = [{ name: 'data', path: fileURLToPath(bundled) }];
  return { folders, words: null, logLevel: null, listening: [] };
}
