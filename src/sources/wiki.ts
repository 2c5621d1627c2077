import type { Problem } from '../glossary/glossary.ts';
import type { PackedPage } from '../glossary/pack.ts';
import { type Progress, readDrafts } from './draft-cache.ts';
import { type Folder, readFolder } from './folder.ts';

/** What was found on the pages of some folders. */
export interface WikiRead {
  readonly pages: readonly PackedPage[];
  /** What could not be read. */
  readonly problems: readonly Problem[];
  /** Resolves when the cache is written, or cannot be. */
  readonly saved: Promise<void>;
}

/** Reads the pages of some folders, with the cache in a folder; null for none. */
export async function readWiki(
  folders: readonly Folder[],
  cache: string | null,
  progress?: Progress,
): Promise<WikiRead> {
  const contents = await Promise.all(folders.map(readFolder));
  const files = contents.flatMap(({ pages }) => pages);
  const read = await readDrafts(files, cache, progress);
  return { ...read, problems: contents.flatMap(({ problems }) => problems) };
}
