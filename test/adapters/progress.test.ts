import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressLine, throttled } from '../../adapters/progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A stream that says that it is a terminal, or none. */
function stream(isTTY: boolean) {
  const shown = new PassThrough();
  return Object.assign(shown as unknown as NodeJS.WriteStream, { isTTY });
}

/** The cursor at the line's beginning, and nothing on it. */
const LINE_GONE = '\u001b[1G\u001b[2K';

const written = (to: NodeJS.WriteStream) => String((to as unknown as PassThrough).read() ?? '');

describe('progressLine()', () => {
  it('shows how far reading is once that takes long, and takes the line away', () => {
    const terminal = stream(true);
    const { progress, clear } = progressLine(terminal);
    progress(1, 1200);
    expect(written(terminal)).toBe('');
    vi.advanceTimersByTime(600);
    progress(412, 1200);
    expect(written(terminal)).toBe('Reading the wiki: 412 of 1,200 pages');
    vi.advanceTimersByTime(50);
    progress(413, 1200);
    expect(written(terminal)).toBe('');
    vi.advanceTimersByTime(60);
    progress(460, 1200);
    expect(written(terminal)).toBe(`${LINE_GONE}Reading the wiki: 460 of 1,200 pages`);
    clear();
    expect(written(terminal)).toBe(LINE_GONE);
  });

  it('writes nothing where reading is quick, and nothing to what is no terminal', () => {
    for (const isTTY of [true, false]) {
      const to = stream(isTTY);
      const { progress, clear } = progressLine(to);
      if (!isTTY) vi.advanceTimersByTime(5000);
      progress(1, 2);
      clear();
      expect(written(to)).toBe('');
    }
  });
});

describe('throttled()', () => {
  it('tells at most once in a while, the first time after one', () => {
    const told: number[] = [];
    const progress = throttled(2000, pages => told.push(pages));
    for (let pages = 1; pages <= 9; pages += 1) {
      vi.advanceTimersByTime(1000);
      progress(pages, 9);
    }
    expect(told).toEqual([2, 4, 6, 8]);
  });
});
