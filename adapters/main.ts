import { config } from 'dotenv';
import type { Bot } from '../src/bot.ts';
import { type Folder, readFolderOption } from '../src/sources/folder.ts';
import { readWiki } from '../src/sources/wiki.ts';
import { atOnce } from '../src/steps.ts';
import { explainFailure, isMisuse } from './failure.ts';
import type { Host } from './host.ts';
import { loadBot, type Sources } from './load.ts';
import { loadSettings } from './load-settings.ts';
import { createBriefLog } from './log.ts';
import { progressLine } from './progress.ts';
import { sizeOf } from './size.ts';
import { SURFACES } from './surfaces.ts';
import { type Invocation, readArguments } from './terminal/arguments.ts';
import { isStart, tellMisspelt } from './terminal/commands/start.ts';
import { runTerminal } from './terminal/index.ts';
import { isWebOff, isWebSet } from './web/setting.ts';

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
    const folders = foldersOf(invocation, settings.folders);
    const surfaces = SURFACES.filter(surface => surface.isConfigured(host.env));
    const isPrompted = (host.stdin.isTTY && host.stdout.isTTY) ?? false;
    const isWebAlone = !isPrompted && isWebSet(host.env) && !isWebOff(host.env);
    const serves = surfaces.length > 0 || (host.env['PORT'] ?? '').trim() !== '' || isWebAlone;
    const run = async () => (await import('./serve.ts')).serve(surfaces, { folders, settings, host });
    if (serves && isStart(invocation)) {
      tellMisspelt(host);
      return await run();
    }
    const bot = await loadHere({ folders, words: settings.words }, host);
    const log = await createBriefLog(settings.logLevel ?? 'warn');
    log.info(sizeOf(bot.glossary), 'glossary loaded');
    const platforms = serves ? run : null;
    const servePage = async () =>
      (await import('./web/beside-prompt.ts')).servePage({ bot, folders, host, log });
    return await runTerminal({ bot, settings, folders, platforms, servePage }, invocation, host);
  } catch (error) {
    host.stderr.write(`${explainFailure(error, host.env)}\n`);
    return isMisuse(error) ? 2 : 3;
  }
}

/** Reads the glossary in this process, which has nothing else to do. */
async function loadHere(sources: Sources, host: Host): Promise<Bot> {
  const { progress, clear } = progressLine(host.stderr);
  try {
    return await loadBot(sources, host.env, { read: readWiki, run: atOnce, progress });
  } finally {
    clear();
  }
}

function foldersOf(invocation: Invocation, fromSettings: readonly Folder[]): readonly Folder[] {
  return invocation.data.length > 0 ? invocation.data.map(readFolderOption) : fromSettings;
}
