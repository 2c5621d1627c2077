import { once } from 'node:events';
import pRetry from 'p-retry';
import type { Adapter } from '../src/bot.ts';
import { PAUSES } from './chat/pauses.ts';
import type { Log } from './log.ts';
import type { SurfaceAdapter } from './surface.ts';

/** A process manager kills ten seconds after SIGTERM (Docker's default); one is left for closing up. */
const PATIENCE = 9000;
export interface Runnable {
  readonly adapters: readonly SurfaceAdapter[];
  /** Null when nothing needs it. */
  readonly server: Adapter | null;
  /** What the adapters wait for before they start; the server does not. */
  readonly gotAhead: Promise<void>;
}

/**
 * Runs adapters until `stop` is aborted, then lets each finish what it took. One that cannot start is reported and
 * tried again with growing pauses; the others run meanwhile. What is mounted on the HTTP server starts when that
 * listens, and stops when it has taken its last request.
 */
export async function runAdapters(
  { adapters, server, gotAhead }: Runnable,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  const listening = server === null ? Promise.resolve() : startPatiently(server, log, stop);
  listening.catch(() => {});
  for (const adapter of adapters) {
    const ground = adapter.mount === undefined ? [gotAhead] : [gotAhead, listening];
    Promise.all(ground)
      .then(() => startPatiently(adapter, log, stop))
      .catch(() => {});
  }
  if (!stop.aborted) await once(stop, 'abort');
  log.info({}, 'stopping');
  const deadline = Date.now() + PATIENCE;
  const closed = server === null ? Promise.resolve() : stopSafely(server, log, deadline);
  const stopped = adapters.map(async adapter => {
    if (adapter.mount !== undefined) await closed;
    await stopSafely(adapter, log, deadline);
  });
  await Promise.all([closed, ...stopped]);
}

function startPatiently(adapter: Adapter, log: Log, signal: AbortSignal): Promise<void> {
  return pRetry(() => adapter.start(), {
    ...PAUSES,
    signal,
    onFailedAttempt: ({ error, retryDelay }) =>
      log.error({ retryInSeconds: Math.ceil(retryDelay / 1000) }, `${adapter.name}: ${error.message}`),
  });
}

async function stopSafely(adapter: Adapter, log: Log, deadline: number): Promise<void> {
  try {
    await adapter.stop(deadline - Date.now());
  } catch (error) {
    log.warn({ reason: String(error) }, `${adapter.name} did not stop cleanly`);
  }
}
