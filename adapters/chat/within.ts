import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when the work settles or the time is over, whichever comes first; leaves no timer behind. */
export async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const over = new AbortController();
  const patience = wait(Math.max(0, milliseconds), undefined, { signal: over.signal });
  await Promise.race([work, patience].map(promise => promise.catch(() => {})));
  over.abort();
}
