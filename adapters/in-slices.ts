import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../src/steps.ts';

/** Milliseconds of work after which whoever else waits gets a turn. */
const SLICE = 10;

/** Does some work bit by bit, so that an answer never waits for all of it. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
