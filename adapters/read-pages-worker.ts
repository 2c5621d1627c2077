import { parentPort, workerData } from 'node:worker_threads';
import { readPages } from '../src/sources/page-cache.ts';

// The thread of read-pages-beside.ts: takes the pages' texts, gives what was read of them.
parentPort?.postMessage(await readPages(workerData.files, workerData.cache));
