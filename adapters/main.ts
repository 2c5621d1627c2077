import { config } from 'dotenv';
import { pino } from 'pino';
import { createBot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import { type Folder, readFolder, readFolderOption } from '../src/sources/folder.ts';
import { readSettings, SettingsError } from './env.ts';
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
    const log = pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
    const glossary = await loadGlossary(foldersOf(invocation, settings.folders));
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

async function loadGlossary(folders: readonly Folder[]) {
  const contents = await Promise.all(folders.map(readFolder));
  return buildGlossary(
    contents.flatMap(({ pages }) => pages),
    contents.flatMap(({ problems }) => problems),
  );
}
