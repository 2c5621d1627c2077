import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PageFile } from '../src/glossary/glossary.ts';
import { type PagesRead, readPages } from '../src/sources/page-cache.ts';

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const SCRIPT = fileURLToPath(new URL(`./read-pages-child.${EXTENSION}`, import.meta.url));

/**
 * Reads pages in a process of its own, which ends with that: reading ten thousand terms takes seconds, in which chat
 * platforms want to hear something, and a third of the memory that the parser takes would stay for good. Where no
 * process can be started, they are read here.
 */
export async function readPagesBeside(files: readonly PageFile[], cache: string | null): Promise<PagesRead> {
  return (await readInChild(files, cache).catch(() => null)) ?? readPages(files, cache);
}

async function readInChild(files: readonly PageFile[], cache: string | null): Promise<PagesRead | null> {
  // It needs no settings, least of all tokens.
  const child = fork(SCRIPT, { serialization: 'advanced', execArgv: [], env: {} });
  const answered = once(child, 'message');
  const ended = once(child, 'exit').then(() => []);
  child.send({ files, cache }, () => {});
  const [read]: PagesRead[] = await Promise.race([answered, ended]);
  if (child.connected) child.disconnect();
  return read ?? null;
}
