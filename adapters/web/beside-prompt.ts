import type { Bot } from '../../src/bot.ts';
import type { Folder } from '../../src/sources/folder.ts';
import { explainFailure } from '../failure.ts';
import type { Host } from '../host.ts';
import { createHttpServer } from '../http/server.ts';
import { inSlices } from '../in-slices.ts';
import type { Log } from '../log.ts';
import { warmUp } from '../warm-up.ts';
import { readWebHere } from './env.ts';
import { isForAll, mountWeb, pageUrl } from './index.ts';

export interface PromptParts {
  readonly bot: Bot;
  readonly folders: readonly Folder[];
  readonly host: Host;
  readonly log: Log;
}

/** Milliseconds in which answers under way end, once the prompt has. */
const PATIENCE = 500;

/**
 * Serves the page for whoever sits at the prompt, and says where. What keeps it from being served is said, too; the prompt
 * goes on without.
 * @returns what ends that.
 */
export async function servePage({ bot, folders, host, log }: PromptParts): Promise<() => Promise<void>> {
  try {
    const listening = readWebHere(host.env);
    if (listening === null) return async () => {};
    const server = createHttpServer({
      ...listening,
      mounts: [mountWeb({ bot: Promise.resolve(bot), host: listening.host, folders })],
      log,
      onListening: port => {
        const moved = port === listening.port ? '' : ` (port ${listening.port} is in use)`;
        const open = isForAll(listening.host)
          ? '. Everyone who reaches this machine can read the wiki there.'
          : '';
        host.stdout.write(`See it in the browser: ${pageUrl(listening.host, port)}${moved}${open}\n`);
      },
    });
    await server.start();
    // Else the first key that is typed there waits for it.
    void inSlices(warmUp(bot));
    return () => server.stop(PATIENCE);
  } catch (error) {
    host.stderr.write(`${explainFailure(error, host.env)}\n`);
    return async () => {};
  }
}
