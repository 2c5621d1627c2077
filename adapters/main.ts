import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { config } from 'dotenv';
import { type Bot, createBot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import type { Glossary } from '../src/glossary/glossary.ts';
import { type Folder, readFolder, readFolderOption } from '../src/sources/folder.ts';
import { readPages } from '../src/sources/page-cache.ts';
import type { Host } from './host.ts';
import { createBriefLog, createLog, type Log } from './log.ts';
import { loadSettings, type Settings, SettingsError } from './settings.ts';
import type { Surface } from './surface.ts';
import { SURFACES } from './surfaces.ts';
import { type Invocation, readArguments, WrongUse } from './terminal/arguments.ts';
import { runTerminal } from './terminal/index.ts';
import { reportProblems } from './terminal/problems.ts';

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
    const surfaces = isBare(invocation) ? SURFACES.filter(surface => surface.isConfigured(host.env)) : [];
    const log = await (surfaces.length > 0
      ? createLog(settings.logLevel ?? 'info')
      : createBriefLog(settings.logLevel ?? 'warn'));
    const glossary = await loadGlossary(foldersOf(invocation, settings.folders), cacheFolder(host.env));
    const { pages, terms, problems } = glossary;
    log.info({ pages, terms: terms.length, problems: problems.length }, 'glossary loaded');
    const bot = createBot(glossary);
    if (surfaces.length === 0) return await runTerminal({ bot, settings }, invocation, host);
    reportProblems(problems, host.stderr);
    return await runSurfaces(surfaces, { bot, log, settings, host });
  } catch (error) {
    const isMisuse = error instanceof WrongUse || error instanceof SettingsError;
    host.stderr.write(`${isMisuse ? error.message : unexpected(error, host.env)}\n`);
    return isMisuse ? 2 : 3;
  }
}

/** Whether nothing was typed after `secterm`: then the configured chat platforms are run, if there are any. */
function isBare({ words, json, as }: Invocation): boolean {
  return words.length === 0 && !json && as === null;
}

/** Runs each platform whose settings are right, until the process is told to stop. */
async function runSurfaces(
  surfaces: readonly Surface[],
  { bot, log, settings, host }: { bot: Bot; log: Log; settings: Settings; host: Host },
): Promise<number> {
  const parts = { env: host.env, bot, log, listening: settings.listening };
  const created = await Promise.allSettled(surfaces.map(surface => surface.create(parts)));
  const adapters = created.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = created.flatMap(result => (result.status === 'rejected' ? [result.reason] : []));
  for (const failure of failures) {
    if (adapters.length === 0 || !(failure instanceof SettingsError)) throw failure;
    host.stderr.write(`${failure.message}\n`);
  }
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) host.once(signal, () => stop.abort());
  const [{ runAdapters }, { warmUp }] = await Promise.all([import('./run.ts'), import('./warm-up.ts')]);
  warmUp(bot);
  await runAdapters(adapters, log, stop.signal);
  return host.exit(0);
}

function unexpected(error: unknown, env: Host['env']): string {
  const reason = error instanceof Error ? error.message : String(error);
  const stack = env['LOG_LEVEL'] === 'debug' && error instanceof Error ? `\n${error.stack}` : '';
  return `secterm failed: ${reason}. This is a bug; LOG_LEVEL=debug shows where it happened.${stack}`;
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
