import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Folder } from '../../src/sources/folder.ts';
import type { Checked } from '../check-folders.ts';

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const SCRIPT = new URL(`./check-thread.${EXTENSION}`, import.meta.url);

/** Milliseconds after which a check is given up; a thousand pages take seven seconds. */
const LONGEST = 120_000;
const MEMORY = { maxOldGenerationSizeMb: 1024 } as const;

/** Milliseconds for which a result stands for whoever else looks. */
const FRESH = 5000;

/**
 * Checks folders in a thread of its own: a large wiki takes seconds, in which this process answers others. Who looks
 * while that goes on waits for the same result.
 */
export function checkerOf(folders: readonly Folder[]): () => Promise<Checked> {
  let latest: Promise<Checked> | null = null;
  return () => {
    if (latest !== null) return latest;
    const checking = checkInThread(folders);
    latest = checking;
    const forget = () => {
      if (latest === checking) latest = null;
    };
    checking.then(() => setTimeout(forget, FRESH).unref(), forget);
    return checking;
  };
}

async function checkInThread(folders: readonly Folder[]): Promise<Checked> {
  // It needs none of the process's secrets.
  const worker = new Worker(SCRIPT, { workerData: folders, env: {}, resourceLimits: MEMORY });
  try {
    const [checked] = await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST) });
    return checked;
  } finally {
    await worker.terminate();
  }
}
