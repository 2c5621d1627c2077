import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PageFile } from '../glossary/glossary.ts';
import { type Found, type Others, PageParser } from './page-parser.ts';

/** What one thread is asked of some files, which it knows by their numbers from then on. */
export interface Request {
  readonly kind: keyof Found;
  readonly files: readonly (readonly [number: number, file: PageFile])[];
  readonly others: Others;
}

/** What it answers: one for each of them. */
export type Response = readonly (readonly [number: number, found: Found[keyof Found]])[];

export interface Asked<K extends keyof Found> {
  readonly kind: K;
  readonly files: readonly PageFile[];
  readonly others: Others;
}

/** Parses pages; how many threads take part is its own affair. */
export interface Parsers {
  /** One for each of the files. @param tell called for each. */
  find<K extends keyof Found>(asked: Asked<K>, tell: () => void): Promise<Found[K][]>;
  end(): Promise<void>;
}

/** Pages from which on threads are worth their start, which takes as long as parsing some twenty. */
const WORTH_THREADS = 60;
/** Threads at most: more hardly make it faster, and each takes memory of its own. */
const MOST_THREADS = 4;
/** Pages asked for at once. */
const BATCH = 10;

export function createParsers(pages: number): Parsers {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  return pages < WORTH_THREADS || threads < 2 ? oneParser() : parserThreads(threads);
}

export function oneParser(): Parsers {
  const parser = new PageParser();
  return {
    async find({ kind, files, others }, tell) {
      return files.map(file => {
        const found = parser.find(kind, file, others);
        tell();
        return found;
      });
    },
    async end() {},
  };
}

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const SCRIPT = new URL(`./parser-thread.${EXTENSION}`, import.meta.url);

/** A page stays with the thread that read its outline. */
function parserThreads(count: number): Parsers {
  const threads = Array.from({ length: count }, () => new Worker(SCRIPT));
  const numbers = new Map<PageFile, number>();
  const numberOf = (file: PageFile) => {
    const number = numbers.get(file) ?? numbers.size;
    numbers.set(file, number);
    return number;
  };
  return {
    async find<K extends keyof Found>(
      { kind, files, others }: Asked<K>,
      tell: () => void,
    ): Promise<Found[K][]> {
      const byThread = Map.groupBy(files, file => numberOf(file) % count);
      const found = new Map<number, Found[K]>();
      await Promise.all(
        threads.map(async (thread, at) => {
          const own = byThread.get(at) ?? [];
          if (own.length === 0) return;
          // Breaks off with an error where the thread does.
          const answers = on(thread, 'message') as AsyncIterable<[readonly (readonly [number, Found[K]])[]]>;
          for (let from = 0; from < own.length; from += BATCH) {
            const batch = own.slice(from, from + BATCH).map(file => [numberOf(file), file] as const);
            thread.postMessage({ kind, files: batch, others } satisfies Request);
          }
          let left = own.length;
          for await (const [batch] of answers) {
            for (const [number, one] of batch) {
              found.set(number, one);
              tell();
            }
            left -= batch.length;
            if (left === 0) return;
          }
        }),
      );
      return files.map(file => found.get(numberOf(file)) as Found[K]);
    },
    async end() {
      await Promise.all(threads.map(thread => thread.terminate()));
    },
  };
}
