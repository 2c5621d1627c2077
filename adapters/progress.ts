import { clearLine, cursorTo } from 'node:readline';
import type { Progress } from '../src/sources/draft-cache.ts';

/** Passes on how far reading is, at most once in so many milliseconds, the first time after as many. */
export function throttled(every: number, tell: Progress): Progress {
  let told = performance.now();
  return (pages, of) => {
    const now = performance.now();
    if (now - told < every) return;
    told = now;
    tell(pages, of);
  };
}

/** Milliseconds between changes of the line. */
const SHOWN_EVERY = 100;
/** Milliseconds of reading that need no explanation. */
const PATIENCE = 500;

export interface ProgressLine {
  readonly progress: Progress;
  clear(): void;
}

/** A line on a terminal that says how far something is that takes longer than people expect; gone afterwards. */
export function progressLine(stream: NodeJS.WriteStream, doing = 'Reading the wiki'): ProgressLine {
  if (!stream.isTTY) return { progress: () => {}, clear: () => {} };
  const start = performance.now();
  let isShown = false;
  const clear = () => {
    if (!isShown) return;
    cursorTo(stream, 0);
    clearLine(stream, 0);
  };
  const show: Progress = (pages, of) => {
    if (performance.now() - start < PATIENCE) return;
    clear();
    isShown = true;
    stream.write(`${doing}: ${pages.toLocaleString('en')} of ${of.toLocaleString('en')} pages`);
  };
  return { progress: throttled(SHOWN_EVERY, show), clear };
}
