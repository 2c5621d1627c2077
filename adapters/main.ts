import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { config } from 'dotenv';
import { createBot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import type { Glossary } from '../src/glossary/glossary.ts';
import { type Folder, readFolder, readFolderOption } from '../src/sources/folder.ts';
import { readPages } from '../src/sources/page-cache.ts';
import { explainFailure, isMisuse } from './failure.ts';
import type { Host } from './host.ts';
import { createBriefLog } from './log.ts';
import { loadSettings } from './settings.ts';
import { sizeOf } from './size.ts';
import { SURFACES } from './surfaces.ts';
import { type Invocation, readArguments } from './terminal/arguments.ts';
import { runTerminal } from './terminal/index.ts';

/**
 * The composition root: settings, glossary, and the surface to answer on.
 * @param root the package's folder, with `data` below it.
 * @returns the exit code: 0 answered, 1 not found, 2 wrong use, 3 a bug.
 */
export async function main(host: Host, root: URL): Promise<number> {
  try {
    const invocation = await readArguments(host.argv.slice(2), host, root);
    if (invocation === null) return 0;
    config({ quiet: true, processEnv: host.env as Record<string, string> });
    const settings = await loadSettings(host.env, new URL('data/', root));
    const glossary = await loadGlossary(foldersOf(invocation, settings.folders), cacheFolder(host.env));
    const bot = createBot(glossary);
    const surfaces = SURFACES.filter(surface => surface.isConfigured(host.env));
    const serves = surfaces.length > 0 || (host.env['PORT'] ?? '').trim() !== '';
    const running = { bot, settings, host, readAt: Date.now() };
    const platforms = serves ? async () => (await import('./serve.ts')).serve(surfaces, running) : null;
    const log = await createBriefLog(settings.logLevel ?? 'warn');
    log.info(sizeOf(glossary), 'glossary loaded');
    return await runTerminal({ bot, settings, platforms }, invocation, host);
  } catch (error) {
    host.stderr.write(`${explainFailure(error, host.env)}\n`);
    return isMisuse(error) ? 2 : 3;
  }
}

function foldersOf(invocation: Invocation, fromSettings: readonly Folder[]): readonly Folder[] {
  return invocation.data.length > 0 ? invocation.data.map(readFolderOption) : fromSettings;
}

async function loadGlossary(folders: readonly Folder[], cache: string | null): Promise<Glossary> {
  const contents = await Promise.all(folders.map(readFolder));
  const read = await readPages(
    contents.flatMap(({ pages }) => pages),
    cache,
  );
  return buildGlossary(read.pages, [...contents.flatMap(({ problems }) => problems), ...read.problems]);
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
