import type { PageDrafts } from '../glossary/draft.ts';
import type { Problem } from '../glossary/glossary.ts';
import { type PackedPage, unpack } from '../glossary/pack.ts';
import { type DraftsRead, type Progress, readDrafts } from './draft-cache.ts';
import { type Folder, readFolder } from './folder.ts';

/** What was found on the pages of some folders. */
export interface WikiRead {
  readonly pages: readonly PageDrafts[];
  /** What could not be read. */
  readonly problems: readonly Problem[];
}

/** The same as it is sent from one process to another. */
export interface PackedWiki extends DraftsRead {
  readonly problems: readonly Problem[];
}

/** Reads the pages of some folders, with the cache in a folder; null for none. */
export async function readWiki(
  folders: readonly Folder[],
  cache: string | null,
  progress: Progress,
): Promise<WikiRead> {
  const { pages, problems } = await readPackedWiki(folders, cache, progress);
  const isOne = isOneFolder(pages);
  return { pages: pages.map(page => unpackOf(page, isOne)), problems };
}

export async function readPackedWiki(
  folders: readonly Folder[],
  cache: string | null,
  progress: Progress,
): Promise<PackedWiki> {
  const contents = await Promise.all(folders.map(readFolder));
  const files = contents.flatMap(({ pages }) => pages);
  const read = await readDrafts(files, cache, progress);
  return { ...read, problems: contents.flatMap(({ problems }) => problems) };
}

/** Whether all pages are of one folder, so that no place needs to name it. */
export function isOneFolder(pages: readonly PackedPage[]): boolean {
  return new Set(pages.map(({ collection }) => collection)).size < 2;
}

export function unpackOf(page: PackedPage, isOne: boolean): PageDrafts {
  return unpack(page, isOne ? null : page.collection);
}
