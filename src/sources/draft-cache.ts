import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageFile } from '../glossary/glossary.ts';
import type { PackedPage } from '../glossary/pack.ts';
import { areGlossary, type Evidence, recurringHeadings } from '../glossary/surroundings.ts';
import type { Found, Others } from './page-parser.ts';
import type { Parsers } from './parsers.ts';

/** What an earlier run found on a page, and what of the other pages it depended on. */
interface Known {
  /** Keys of the page's headings. */
  readonly headings: readonly string[];
  /** Those of them that stood on many pages. */
  readonly recurring: readonly string[];
  readonly evidence: Evidence;
  readonly setsTermsApart: boolean;
  readonly page: PackedPage;
}

export interface DraftsRead {
  readonly pages: readonly PackedPage[];
  /** Resolves when the cache is written, or cannot be. */
  readonly saved: Promise<void>;
}

/**
 * Finds the terms of each page, or takes what an earlier run found in the same text. Parsing is most of what a single
 * answer costs, so the parser is not even loaded when every page is known.
 * @param folder where the cache is kept, private to the user; null for none. A cache that cannot be used is ignored.
 */
export async function readDrafts(
  files: readonly PageFile[],
  folder: string | null,
  progress: Progress,
): Promise<DraftsRead> {
  const cacheFile = folder === null ? null : join(folder, `pages-${await readerVersion()}.json`);
  const known = cacheFile === null ? new Map<string, Known>() : await load(cacheFile);
  const entries = await findTerms(files, known, progress);
  const isNew = entries.length !== known.size || entries.some(({ key, entry }) => known.get(key) !== entry);
  return {
    pages: entries.map(({ entry }) => entry.page),
    saved:
      folder !== null && cacheFile !== null && isNew ? save(folder, cacheFile, entries) : Promise.resolve(),
  };
}

interface Entry {
  readonly key: string;
  readonly entry: Known;
}

/** Told how far reading is: so many pages of all. */
export type Progress = (pages: number, of: number) => void;

/** The rounds in which a page is read. */
const ROUNDS = 3;

/** Finds the terms in several threads, or in this one where they cannot be had. */
async function findTerms(
  files: readonly PageFile[],
  known: ReadonlyMap<string, Known>,
  progress: Progress,
): Promise<Entry[]> {
  const pages = files.map((file): Page => {
    const key = keyOf(file);
    return { file, key, before: known.get(key) ?? null };
  });
  let done = 0;
  let of = 0;
  const findWith =
    (parsers: Parsers): Find =>
    (kind, asked, others) => {
      // How many pages are read anew shows round by round: what one says may change how others are read.
      of = Math.max(of, asked.length);
      const tell = () => progress(Math.min(of, Math.floor(++done / ROUNDS)), of);
      return parsers.find({ kind, files: asked.map(({ file }) => file), others }, tell);
    };
  const parsers = parsersOnceNeeded(({ createParsers }) => createParsers());
  try {
    return await inRounds(pages, findWith(parsers));
  } catch {
    await parsers.end();
    done = 0;
    return await inRounds(pages, findWith(parsersOnceNeeded(({ oneParser }) => oneParser())));
  } finally {
    await parsers.end();
  }
}

interface Page {
  readonly file: PageFile;
  readonly key: string;
  readonly before: Known | null;
}

type Find = <K extends keyof Found>(
  kind: K,
  pages: readonly { readonly file: PageFile }[],
  others: Others,
) => Promise<Found[K][]>;

/** In rounds, since how a page is read depends on the others: its headings, the terms set apart, and the rest. */
async function inRounds(pages: readonly Page[], find: Find): Promise<Entry[]> {
  const others = { recurring: new Set<string>(), setsTermsApart: false };
  const headings = await knownOrFound(
    pages,
    ({ before }) => before?.headings,
    unknown => find('headings', unknown, others),
  );
  const recurring = recurringHeadings(headings);
  const outlined = pages.map(({ file, key, before }, at) => {
    const all = headings[at] ?? [];
    const own = all.filter(heading => recurring.has(heading));
    const same = before && isSame(own, before.recurring) ? before : null;
    return { file, key, same, headings: all, recurring: own };
  });
  const evidence = await knownOrFound(
    outlined,
    ({ same }) => same?.evidence,
    unknown => find('evidence', unknown, { ...others, recurring }),
  );
  const setsTermsApart = areGlossary(evidence);
  const begun = outlined.map(({ same, ...page }, at) => ({
    ...page,
    same: same?.setsTermsApart === setsTermsApart ? same : null,
    evidence: evidence[at],
  }));
  const found = await knownOrFound(
    begun,
    ({ same }) => same?.page,
    unknown => find('page', unknown, { recurring, setsTermsApart }),
  );
  return begun.flatMap(({ key, same, headings, recurring, evidence }, at): Entry[] => {
    const page = found[at];
    if (same) return [{ key, entry: same }];
    return evidence && page ? [{ key, entry: { headings, recurring, evidence, setsTermsApart, page } }] : [];
  });
}

/** What is known of each, or is found now. */
async function knownOrFound<T, R>(
  items: readonly T[],
  known: (item: T) => R | undefined,
  find: (unknown: readonly T[]) => Promise<R[]>,
): Promise<R[]> {
  const before = items.map(known);
  const unknown = items.filter((_, at) => before[at] === undefined);
  const found = unknown.length === 0 ? [] : await find(unknown);
  let next = 0;
  return before.map(one => one ?? (found[next++] as R));
}

/** The parser is loaded when the first page is not known. */
function parsersOnceNeeded(create: (module: typeof import('./parsers.ts')) => Parsers): Parsers {
  let parsers: Promise<Parsers> | null = null;
  return {
    async find(asked, tell) {
      parsers ??= import('./parsers.ts').then(create);
      return (await parsers).find(asked, tell);
    },
    async end() {
      await (await parsers)?.end();
    },
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

function keyOf({ collection, path, text }: PageFile): string {
  return digest(`${collection}\0${path}\0${text}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Beside all that reads pages, what that takes from elsewhere; test/sources/draft-cache.test.ts notices what is missing. */
export const READER_FOLDER = '../glossary/';
export const READER_BESIDE = [
  '../language/normalise',
  '../language/function-words',
  '../language/distance',
  '../language/stem',
  './page-parser',
  './parsers',
  './parser-thread',
  '../steps',
] as const;

/** A cache of other versions of the modules that decide what a page is read as is not used. */
async function readerVersion(): Promise<string> {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const folder = fileURLToPath(new URL(READER_FOLDER, import.meta.url));
  const names = (await readdir(folder)).filter(name => name.endsWith(extension)).sort();
  const beside = READER_BESIDE.map(name => fileURLToPath(new URL(`${name}${extension}`, import.meta.url)));
  const paths = [...names.map(name => join(folder, name)), ...beside];
  const sources = await Promise.all(paths.map(path => readFile(path, 'utf8')));
  return digest(sources.join('\0')).slice(0, 16);
}

async function load(file: string): Promise<Map<string, Known>> {
  try {
    // Written by save() below, in a folder that only this user can write to.
    const cache: unknown = JSON.parse(await readFile(file, 'utf8'));
    const isObject = typeof cache === 'object' && cache !== null && !Array.isArray(cache);
    return new Map(isObject ? Object.entries(cache as Record<string, Known>) : []);
  } catch {
    return new Map();
  }
}

/** Keeps the pages of this run only, so that the cache does not grow; written beside and moved, so never half there. */
async function save(folder: string, file: string, entries: readonly Entry[]): Promise<void> {
  try {
    await makeFolder(folder);
    const draft = `${file}.${process.pid}`;
    const content = JSON.stringify(Object.fromEntries(entries.map(({ key, entry }) => [key, entry])));
    await writeFile(draft, content, { mode: 0o600 });
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
