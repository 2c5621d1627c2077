import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PageFile } from '../glossary/glossary.ts';
import { type Found, type Others, PageParser } from './page-parser.ts';

/** What a thread is asked of some files. The text of each comes along once; from then on its number stands for it. */
export interface Request {
  readonly kind: keyof Found;
  readonly files: readonly (readonly [number: number, file: PageFile | null])[];
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

/** Parses in this thread until many pages are asked for at once, and from then on in several. */
export function createParsers(): Parsers {
  const here = oneParser();
  const count = Math.min(MOST_THREADS, availableParallelism());
  let threads: Parsers | null = null;
  return {
    find(asked, tell) {
      if (count > 1 && asked.files.length >= WORTH_THREADS) threads ??= parserThreads(count);
      return (threads ?? here).find(asked, tell);
    },
    async end() {
      await threads?.end();
    },
  };
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

/**
 * Parses in several threads; a page stays with the thread that read its outline. Asking rejects where a thread breaks
 * off or says what cannot be read.
 */
export function parserThreads(count: number, script: URL = SCRIPT): Parsers {
  const threads = Array.from({ length: count }, () => new Worker(script));
  /** For each file, its number. */
  const numbers = new Map<PageFile, number>();
  return {
    async find<K extends keyof Found>({ kind, files, others }: Asked<K>, tell: () => void) {
      const isNew = new Set(files.filter(file => !numbers.has(file)));
      for (const file of isNew) numbers.set(file, numbers.size);
      const numbered = files.map(file => [numbers.get(file) ?? 0, isNew.has(file) ? file : null] as const);
      const found = new Map<number, Found[K]>();
      await Promise.all(
        threads.map((thread, at) => {
          const own = numbered.filter(([number]) => number % count === at);
          return ask(thread, { kind, files: own, others }, (number, one) => {
            // A thread answers what it was asked for.
            found.set(number, one as Found[K]);
            tell();
          });
        }),
      );
      return numbered.map(([number]) => found.get(number) as Found[K]);
    },
    async end() {
      await Promise.all(threads.map(thread => thread.terminate()));
    },
  };
}

/** Resolves when a thread has answered for each of the files. */
async function ask(
  thread: Worker,
  { files, ...request }: Request,
  take: (number: number, found: Found[keyof Found]) => void,
): Promise<void> {
  if (files.length === 0) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let left = files.length;
  const onMessage = (response: Response) => {
    if (!Array.isArray(response)) return reject(new TypeError('A thread that parses pages spoke nonsense.'));
    for (const [number, found] of response) take(number, found);
    left -= response.length;
    if (left === 0) resolve();
  };
  const onExit = (code: number) => reject(new Error(`A thread that parses pages ended with ${code}.`));
  const events = { message: onMessage, messageerror: reject, error: reject, exit: onExit } as const;
  for (const [event, listener] of Object.entries(events)) thread.on(event, listener);
  for (let from = 0; from < files.length; from += BATCH)
    thread.postMessage({ ...request, files: files.slice(from, from + BATCH) } satisfies Request);
  try {
    await promise;
  } finally {
    for (const [event, listener] of Object.entries(events)) thread.off(event, listener);
  }
}
