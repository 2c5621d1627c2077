import { once } from 'node:events';
import pRetry from 'p-retry';
import type { Adapter } from '../src/bot.ts';
import type { Log } from './log.ts';

/** A process manager kills ten seconds after SIGTERM (Docker's default); one is left for closing up. */
const PATIENCE = 9000;
const PAUSES = {
  retries: Number.POSITIVE_INFINITY,
  factor: 2,
  minTimeout: 1000,
  maxTimeout: 60_000,
  randomize: true,
} as const;

/**
 * Runs adapters until `stop` is aborted, then lets each finish what it took. One that cannot start is reported and
 * tried again with growing pauses; the others run meanwhile.
 */
export async function runAdapters(adapters: readonly Adapter[], log: Log, stop: AbortSignal): Promise<void> {
  for (const adapter of adapters) {
    startPatiently(adapter, log, stop).catch(() => {});
  }
  if (!stop.aborted) await once(stop, 'abort');
  log.info({}, 'stopping');
  await Promise.all(adapters.map(adapter => stopSafely(adapter, log)));
}

function startPatiently(adapter: Adapter, log: Log, signal: AbortSignal): Promise<void> {
  return pRetry(() => adapter.start(), {
    ...PAUSES,
    signal,
    onFailedAttempt: ({ error, retryDelay }) =>
      log.error({ retryInSeconds: Math.ceil(retryDelay / 1000) }, `${adapter.name}: ${error.message}`),
  });
}

async function stopSafely(adapter: Adapter, log: Log): Promise<void> {
  try {
    await adapter.stop(PATIENCE);
  } catch (error) {
    log.warn({ reason: String(error) }, `${adapter.name} did not stop cleanly`);
  }
}
