import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { type Bot, createBot } from '../src/bot.ts';
import { assemble } from '../src/glossary/assemble.ts';
import type { Progress } from '../src/sources/draft-cache.ts';
import type { Folder } from '../src/sources/folder.ts';
import type { WikiRead } from '../src/sources/wiki.ts';
import type { Steps } from '../src/steps.ts';
import type { Host } from './host.ts';

/** A bot, and when the pages of its glossary were read, in milliseconds since 1970. */
export interface Loaded {
  readonly bot: Bot;
  readonly readAt: number;
}

/** What a wiki's folders hold, as found with the cache in a folder; null for none. */
export type ReadWiki = (
  folders: readonly Folder[],
  cache: string | null,
  progress: Progress,
) => Promise<WikiRead>;

/** How a glossary is loaded. */
export interface Loading {
  readonly read: ReadWiki;
  /** Has work done, at once or bit by bit. */
  readonly run: <T>(steps: Steps<T>) => T | Promise<T>;
  readonly progress: Progress;
}

/** What answers are made from. */
export interface Sources {
  readonly folders: readonly Folder[];
  /** File of what the team's people say; null for none. */
  readonly words: string | null;
}

/** A bot for the glossary of some folders. */
export async function loadBot(
  { folders, words }: Sources,
  env: Host['env'],
  { read, run, progress }: Loading,
): Promise<Bot> {
  const team = words === null ? null : await (await import('./words-file.ts')).readTeamWords(words);
  const { pages, problems } = await read(folders, cacheFolder(env), progress);
  const glossary = await run(assemble(pages, problems));
  const strangers = team?.problemsIn(glossary) ?? [];
  return createBot({ ...glossary, problems: [...glossary.problems, ...strangers] }, team?.words ?? null);
}

/**
 * Where this user's programs keep what they can make again; null when there is no such place.
 * https://specifications.freedesktop.org/basedir-spec says to ignore a relative path.
 */
function cacheFolder(env: Host['env']): string | null {
  const configured = env['XDG_CACHE_HOME'];
  if (configured && isAbsolute(configured)) return join(configured, 'secterm');
  try {
    return join(homedir(), '.cache', 'secterm');
  } catch {
    return null;
  }
}
