import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { config } from 'dotenv';
import { type Bot, createBot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import type { Glossary } from '../src/glossary/glossary.ts';
import { type Folder, readFolder, readFolderOption } from '../src/sources/folder.ts';
import { readPages } from '../src/sources/page-cache.ts';
import type { Host } from './host.ts';
import { createBriefLog, createLog } from './log.ts';
import { loadSettings, type Settings, SettingsError } from './settings.ts';
import type { Surface } from './surface.ts';
import { SURFACES } from './surfaces.ts';
import { type Invocation, readArguments, WrongUse } from './terminal/arguments.ts';
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
    const platforms = surfaces.length === 0 ? null : () => runSurfaces(surfaces, { bot, settings, host });
    const log = await createBriefLog(settings.logLevel ?? 'warn');
    log.info(factsOf(glossary), 'glossary loaded');
    return await runTerminal({ bot, settings, platforms }, invocation, host);
  } catch (error) {
    const isMisuse = error instanceof WrongUse || error instanceof SettingsError;
    host.stderr.write(`${isMisuse ? error.message : unexpected(error, host.env)}\n`);
    return isMisuse ? 2 : 3;
  }
}

function factsOf({ pages, terms, problems }: Glossary) {
  return { pages, terms: terms.length, problems: problems.length };
}

const NOTHING_TO_ANSWER =
  'SECTERM_DATA: no term was found there, so there is nothing to answer from. Correct the folder, or remove the line to use the glossary that comes with secterm.';

/** Runs each platform whose settings are right, until the process is told to stop. */
async function runSurfaces(
  surfaces: readonly Surface[],
  { bot, settings, host }: { readonly bot: Bot; readonly settings: Settings; readonly host: Host },
): Promise<number> {
  if (bot.glossary.terms.length === 0) throw new SettingsError(NOTHING_TO_ANSWER);
  const log = await createLog(settings.logLevel ?? 'info');
  log.info(factsOf(bot.glossary), 'starting');
  const parts = { env: host.env, bot, log, listening: settings.listening };
  const created = await Promise.allSettled(surfaces.map(surface => surface.create(parts)));
  const adapters = created.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = created.flatMap(result => (result.status === 'rejected' ? [result.reason] : []));
  for (const failure of failures) {
    if (adapters.length === 0) throw failure;
    host.stderr.write(
      `${failure instanceof SettingsError ? failure.message : unexpected(failure, host.env)}\n`,
    );
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
