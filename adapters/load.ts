import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Bot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import type { Glossary, PageFile } from '../src/glossary/glossary.ts';
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

/** The glossary of some folders. */
export async function loadGlossary(
  folders: readonly Folder[],
  env: Host['env'],
  read: ReadPages = readPages,
): Promise<Glossary> {
  const contents = await Promise.all(folders.map(readFolder));
  const { pages, problems } = await read(
    contents.flatMap(content => content.pages),
    cacheFolder(env),
  );
  return buildGlossary(pages, [...contents.flatMap(content => content.problems), ...problems]);
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
