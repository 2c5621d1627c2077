import { once } from 'node:events';
import { isOneFolder, readPackedWiki } from '../src/sources/wiki.ts';
import type { FromChild } from './read-wiki-beside.ts';

// The process of read-wiki-beside.ts: takes the folders, gives what was found on their pages, a few at a time.
const PAGES_AT_ONCE = 10;
/** Milliseconds between what is said of how far reading is. */
const TELL_EVERY = 100;

// Ctrl-C is sent to all; the process that started this one decides, and its end is this one's.
process.on('SIGINT', () => {});
process.once('disconnect', () => process.exit());
const [{ folders, cache }] = await once(process, 'message');
const tell = (message: FromChild) => new Promise<void>(resolve => process.send?.(message, () => resolve()));
let told = 0;
const progress = (done: number, of: number) => {
  if (performance.now() - told < TELL_EVERY) return;
  told = performance.now();
  void tell({ kind: 'progress', pages: done, of });
};
const { pages, problems, saved } = await readPackedWiki(folders, cache, progress);
const isOne = isOneFolder(pages);
for (let at = 0; at < pages.length; at += PAGES_AT_ONCE)
  await tell({ kind: 'pages', pages: pages.slice(at, at + PAGES_AT_ONCE), isOne });
await tell({ kind: 'end', problems });
await saved;
process.disconnect?.();
