import { describe, expect, it } from 'vitest';
import { inSlices } from '../../adapters/in-slices.ts';
import type { Steps } from '../../src/steps.ts';

/** Keeps the thread busy for so many milliseconds. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('inSlices()', () => {
  it('lets others have their turn between steps', async () => {
    const turns: number[] = [];
    let step = 0;
    const note = () => {
      turns.push(step);
      if (step < 10) setImmediate(note);
    };
    setImmediate(note);
    function* steps(): Steps<string> {
      for (step = 1; step < 10; step += 1) {
        work(12);
        yield;
      }
      return 'done';
    }
    expect(await inSlices(steps())).toBe('done');
    // Each step is longer than a slice.
    expect([...new Set(turns)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('rejects with what a step throws', async () => {
    function* steps(): Steps<void> {
      yield;
      throw new Error('no flour');
    }
    await expect(inSlices(steps())).rejects.toThrow('no flour');
  });
});
