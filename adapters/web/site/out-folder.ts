import { constants } from 'node:fs';
import { lstat, mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { SiteError } from './site-error.ts';

/** Lists what was written, so that the next time takes away what is no longer there, and nothing else. */
const LIST = '.secterm-site';
const Listed = z.array(z.string());

/** The folder that a site is written to. Nothing in it is touched but what was written by us, and no link is followed. */
export class OutFolder {
  /** Where it really is. */
  readonly #root: string;
  readonly #before: readonly string[];
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();

  private constructor(root: string, before: readonly string[]) {
    this.#root = root;
    this.#before = before;
  }

  /** Makes the folder where it is missing. @throws {SiteError} when it holds other files. */
  static async open(path: string): Promise<OutFolder> {
    const before = await listIn(path);
    await makeFolder(path);
    const folder = new OutFolder(await realpath(path), before);
    // First of all, so that whatever a broken run leaves behind is known to be ours.
    await folder.#writeList(before);
    return folder;
  }

  /** @param file its path within the folder. @throws {SiteError} when a link stands in its way. */
  async write(file: string, content: string | Buffer): Promise<void> {
    await this.#makeFolder(dirname(file));
    await this.#writeFile(file, content);
    this.#written.add(file);
  }

  /** Takes away what an earlier time wrote and this one did not. */
  async finish(): Promise<void> {
    for (const file of this.#before.filter(one => !this.#written.has(one))) await this.#remove(file);
    await this.#writeList([...this.#written].sort());
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#folders.has(path)) return;
    const folder = join(this.#root, path);
    await mkdir(folder, { recursive: true });
    if ((await realpath(folder)) !== folder)
      throw new SiteError(`Cannot write to "${folder}": it is a link. Remove it.`);
    this.#folders.add(path);
  }

  async #writeFile(file: string, content: string | Buffer): Promise<void> {
    const path = join(this.#root, file);
    try {
      const flag = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;
      await writeFile(path, content, { flag });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ELOOP') throw new SiteError(`Cannot write "${path}": it is a link. Remove it.`);
      if (code === 'ENOSPC' || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
        throw new SiteError(
          `Cannot write "${path}" (${code}). Make room, or choose a folder that may be written to.`,
        );
      throw error;
    }
  }

  /** What is no file any more, or not below the folder, was put there by somebody else. */
  async #remove(file: string): Promise<void> {
    const path = join(this.#root, file);
    try {
      const isOwn = (await realpath(dirname(path))) === dirname(path) && (await lstat(path)).isFile();
      if (isOwn) await rm(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
    }
  }

  #writeList(files: readonly string[]): Promise<void> {
    return this.#writeFile(LIST, `${JSON.stringify(files, null, 1)}\n`);
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new SiteError(`Cannot make the folder "${path}" (${codeOf(error)}). Choose another.`);
  }
}

/** The files of the last time; none for a folder that is new or empty. */
async function listIn(path: string): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    names = await readdir(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new SiteError(`Cannot write to "${path}": it is no folder that can be read. Choose another.`);
  }
  if (names.length === 0) return [];
  if (!names.includes(LIST))
    throw new SiteError(
      `Cannot write to "${path}": it holds other files, which are left alone. Choose a new or an empty folder.`,
    );
  try {
    if (!(await lstat(join(path, LIST))).isFile()) throw new Error('is no file');
    const files = Listed.parse(JSON.parse(await readFile(join(path, LIST), 'utf8')));
    return files.filter(file => !relative(path, join(path, file)).startsWith('..'));
  } catch {
    throw new SiteError(
      `Cannot write to "${path}": what its file ${LIST} lists cannot be read. Choose a new or an empty folder.`,
    );
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
