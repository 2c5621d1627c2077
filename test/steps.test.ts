import { describe, expect, it } from 'vitest';
import { atOnce, Later, type Steps } from '../src/steps.ts';

/** Counts to three, and notes each step. */
function* counting(notes: number[]): Steps<string> {
  for (const step of [1, 2, 3]) {
    notes.push(step);
    yield;
  }
  return 'counted';
}

describe('atOnce()', () => {
  it('does all steps, and gives what they come to', () => {
    const notes: number[] = [];
    expect(atOnce(counting(notes))).toBe('counted');
    expect(notes).toEqual([1, 2, 3]);
  });
});

describe('Later', () => {
  it('is worked out when it is asked for, and once', () => {
    const notes: number[] = [];
    const later = new Later(() => counting(notes));
    expect(notes).toEqual([]);
    expect([later.get(), later.get()]).toEqual(['counted', 'counted']);
    expect(notes).toEqual([1, 2, 3]);
  });

  it('is tried again after it failed, and never gives nothing', () => {
    let tries = 0;
    const later = new Later(function* (): Steps<string> {
      tries += 1;
      yield;
      if (tries === 1) throw new Error('no flour');
      return 'baked';
    });
    expect(() => later.get()).toThrow('no flour');
    expect(later.get()).toBe('baked');
  });

  it('goes on where its steps were left when it is asked for amid them', () => {
    const notes: number[] = [];
    const later = new Later(() => counting(notes));
    const steps = later.inSteps();
    steps.next();
    expect(notes).toEqual([1]);
    expect(later.get()).toBe('counted');
    expect(notes).toEqual([1, 2, 3]);
    expect(steps.next()).toEqual({ done: true, value: 'counted' });
    expect(notes).toEqual([1, 2, 3]);
  });
});
