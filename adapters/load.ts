import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { type Bot, createBot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import type { PageFile } from '../src/glossary/glossary.ts';
import { type Folder, readFolder } from '../src/sources/folder.ts';
import { type PagesRead, readPages } from '../src/sources/page-cache.ts';
import type { Host } from './host.ts';

/** A bot, and when the pages of its glossary were read, in milliseconds since 1970. */
export interface Loaded {
  readonly bot: Bot;
  readonly readAt: number;
}

/** Reads pages, with the cache in this folder; null for none. */
export type ReadPages = (files: readonly PageFile[], cache: string | null) => Promise<PagesRead>;

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
  read: ReadPages = readPages,
): Promise<Bot> {
  const team = words === null ? null : await (await import('./words-file.ts')).readTeamWords(words);
  const contents = await Promise.all(folders.map(readFolder));
  const { pages, problems } = await read(
    contents.flatMap(content => content.pages),
    cacheFolder(env),
  );
  const glossary = buildGlossary(pages, [...contents.flatMap(content => content.problems), ...problems]);
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
