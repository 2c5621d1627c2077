import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { safeLines } from '../../src/replies/safe.ts';
import type { Folder } from '../../src/sources/folder.ts';
import type { WikiPage } from './catalogue.ts';

/** Larger files are no pages. */
const MOST_BYTES = 1_000_000;

/** The lines of a page of the glossary as they are now; null where they cannot be read. */
export async function readSourceLines(
  folders: readonly Folder[],
  { collection, path }: Pick<WikiPage, 'collection' | 'path'>,
): Promise<readonly string[] | null> {
  const folder = folders.find(({ name }) => collection === null || name === collection);
  if (folder === undefined) return null;
  const file = join(folder.path, path);
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) return null;
    const text = await readFile(file, 'utf8');
    return text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map(safeLines);
  } catch {
    return null;
  }
}
