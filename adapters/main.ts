import { homedir } from 'node:os';
import { join } from 'node:path';
import { config } from 'dotenv';
import { createBot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import type { Glossary } from '../src/glossary/glossary.ts';
import { type Folder, readFolder, readFolderOption } from '../src/sources/folder.ts';
import { readPages } from '../src/sources/page-cache.ts';
import { readSettings, SettingsError } from './env.ts';
import { createLog } from './log.ts';
import { type Invocation, readArguments, WrongUse } from './terminal/arguments.ts';
import { runTerminal } from './terminal/index.ts';

/** What the process hands over: arguments, environment and streams. */
export type Host = Pick<NodeJS.Process, 'argv' | 'env' | 'stdin' | 'stdout' | 'stderr'>;

/**
 * The composition root: settings, glossary, and the surface to answer on.
 * @param root the package's folder, with `data` below it.
 * @returns the exit code: 0 answered, 1 not found, 2 wrong use.
 */
export async function main(host: Host, root: URL): Promise<number> {
  try {
    const invocation = await readArguments(host.argv.slice(2), host, root);
    if (invocation === null) return 0;
    config({ quiet: true, processEnv: host.env as Record<string, string> });
    const settings = readSettings(host.env, new URL('data/', root));
    const log = await createLog(settings.logLevel);
    const glossary = await loadGlossary(foldersOf(invocation, settings.folders), cacheFolder(host.env));
    log.info(
      { pages: glossary.pages, terms: glossary.terms.length, problems: glossary.problems.length },
      'glossary loaded',
    );
    return await runTerminal(createBot(glossary), invocation, host);
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof WrongUse)) throw error;
    host.stderr.write(`${error.message}\n`);
    return 2;
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

/** Where this user's programs keep what they can make again: https://specifications.freedesktop.org/basedir-spec */
function cacheFolder(env: Host['env']): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'secterm');
}
