import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { safeLines } from '../../src/replies/safe.ts';
import { type Folder, MOST_BYTES } from '../../src/sources/folder.ts';
import type { WikiPage } from './catalogue.ts';

/** The lines of a page as they are now. */
export interface SourceLines {
  readonly lines: readonly string[];
  /** When the file was last changed, in milliseconds since 1970. */
  readonly changedAt: number;
}

/**
 * The lines of a page of the glossary; null where they cannot be read. What stands there may have changed
 * since it was read as a page: what is no file within the wiki's folder, or no text, is not shown.
 */
export async function readSourceLines(
  folders: readonly Folder[],
  { collection, path }: Pick<WikiPage, 'collection' | 'path'>,
): Promise<SourceLines | null> {
  const folder = folders.find(({ name }) => collection === null || name === collection);
  if (folder === undefined) return null;
  let file: FileHandle | null = null;
  try {
    const [root, real] = await Promise.all([realpath(folder.path), realpath(join(folder.path, path))]);
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
    // Neither follows a link that was put there meanwhile, nor waits for somebody to write into a pipe.
    file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = await file.stat();
    if (!stat.isFile()) return null;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES + 1));
    const bytes = buffer.subarray(0, bytesRead);
    if (bytesRead > MOST_BYTES || bytes.includes(0)) return null;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    // Tools that copy files keep the one, but not the other.
    return { lines: lines.map(safeLines), changedAt: Math.max(stat.mtimeMs, stat.ctimeMs) };
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}
