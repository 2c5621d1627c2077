import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkFolders } from '../check-folders.ts';

const Folders = z.array(z.object({ name: z.string(), path: z.string() }));

parentPort?.postMessage(await checkFolders(Folders.parse(workerData)));
