import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { PageFile, Problem } from '../glossary/glossary.ts';
import type { ReadPage } from '../glossary/read-page.ts';

type CachedPage = Omit<ReadPage, 'path' | 'collection'>;

export interface PagesRead {
  readonly pages: readonly ReadPage[];
  readonly problems: readonly Problem[];
}

/**
 * Reads each page's Markdown, or takes what an earlier run read of the same text. Parsing is most of what a single
 * answer costs, so the parser is not even loaded when every page is known.
 * @param folder where the cache is kept, private to the user; null for none. A cache that cannot be used is ignored.
 */
export async function readPages(files: readonly PageFile[], folder: string | null): Promise<PagesRead> {
  const cacheFile = folder === null ? null : join(folder, `pages-${await readerVersion()}.json`);
  const cache = cacheFile === null ? {} : await load(cacheFile);
  const known = new Map(Object.entries(cache).filter(([, page]) => page !== null));
  const keyed = files.map(file => ({ file, key: digest(`${extname(file.path)}\0${file.text}`) }));
  const isNew = keyed.some(({ key }) => !known.has(key));
  if (!isNew)
    return { pages: keyed.flatMap(({ file, key }) => withPath(file, known.get(key))), problems: [] };

  const { readPage } = await import('../glossary/read-page.ts');
  const problems: Problem[] = [];
  const pages = keyed.flatMap(({ file, key }) => {
    try {
      const page = known.get(key) ?? readPage(file);
      known.set(key, page);
      return withPath(file, page);
    } catch (error) {
      const reason = error instanceof RangeError ? 'its lists or quotes are nested too deep' : String(error);
      problems.push({
        page: file.path,
        line: 1,
        message: `Cannot read this page: ${reason}. Simplify its Markdown.`,
      });
      return [];
    }
  });
  if (folder !== null && cacheFile !== null) await save(folder, cacheFile, keyed, known);
  return { pages, problems };
}

function withPath(file: PageFile, page: CachedPage | undefined): ReadPage[] {
  return page ? [{ ...page, path: file.path, collection: file.collection }] : [];
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The modules that decide what a page is read as: a cache of other versions of them is not used. */
const READER = [
  'read-page',
  'outline',
  'inline',
  'rich',
  'front-matter',
  'entries',
  'read-csv',
  'read-records',
  'rendered-text',
  'mend-markdown',
];

async function readerVersion(): Promise<string> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const sources = await Promise.all(
    READER.map(name => readFile(new URL(`../glossary/${name}.${extension}`, import.meta.url), 'utf8')),
  );
  return digest(sources.join('\0')).slice(0, 16);
}

async function load(file: string): Promise<Record<string, CachedPage>> {
  try {
    // Written by save() below, in a folder that only this user can write to.
    const cache: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof cache === 'object' && cache !== null ? (cache as Record<string, CachedPage>) : {};
  } catch {
    return {};
  }
}

/** Keeps the pages of this run only, so that the cache does not grow; written beside and moved, so never half there. */
async function save(
  folder: string,
  file: string,
  keyed: readonly { key: string }[],
  known: ReadonlyMap<string, CachedPage>,
): Promise<void> {
  const entries = keyed.flatMap(({ key }) => {
    const page = known.get(key);
    return page ? [[key, page] as const] : [];
  });
  try {
    await makeFolder(folder);
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, JSON.stringify(Object.fromEntries(entries)), { mode: 0o600 });
    await rename(draft, file);
    await removeOlder(folder, file);
  } catch {
    // A read-only home is no reason not to answer.
  }
}

/** Caches of other versions of the reader; only the latest is of use. */
async function removeOlder(folder: string, file: string): Promise<void> {
  const names = await readdir(folder);
  const older = names.filter(name => /^pages-[\w-]+\.json$/.test(name) && join(folder, name) !== file);
  await Promise.all(older.map(name => rm(join(folder, name), { force: true })));
}

/** The folder and the one above it, no more: a recursive mkdir never ends on file systems such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  for (const path of [dirname(folder), folder]) {
    await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
