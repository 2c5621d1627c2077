import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PagesRead } from '../src/sources/page-cache.ts';
import type { ReadPages } from './load.ts';

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/**
 * Reads pages in a thread of its own, which ends with that: reading ten thousand terms takes seconds, in which chat
 * platforms want to hear something, and what it takes in memory goes away again.
 */
export const readPagesBeside: ReadPages = async (files, cache) => {
  const script = new URL(`./read-pages-worker.${EXTENSION}`, import.meta.url);
  const worker = new Worker(script, { workerData: { files, cache } });
  try {
    const [read]: PagesRead[] = await once(worker, 'message');
    if (read === undefined) throw new Error('No page was read.');
    return read;
  } finally {
    await worker.terminate();
  }
};
