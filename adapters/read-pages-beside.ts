import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PagesRead } from '../src/sources/page-cache.ts';
import type { ReadPages } from './load.ts';

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const SCRIPT = fileURLToPath(new URL(`./read-pages-child.${EXTENSION}`, import.meta.url));

/**
 * Reads pages in a process of its own, which ends with that: reading ten thousand terms takes seconds, in which chat
 * platforms want to hear something, and a third of the memory that the parser takes would stay for good.
 */
export const readPagesBeside: ReadPages = async (files, cache) => {
  const child = fork(SCRIPT, { serialization: 'advanced', execArgv: [] });
  const answered = once(child, 'message');
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`Reading the pages ended with ${code ?? signal}`);
  });
  ended.catch(() => {});
  child.send({ files, cache });
  const [read]: PagesRead[] = await Promise.race([answered, ended]);
  child.disconnect();
  if (read === undefined) throw new Error('No page was read');
  return read;
};
