import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { PageFile, Problem } from '../glossary/glossary.ts';

export interface Folder {
  /** How answers and the operator call it. */
  readonly name: string;
  readonly path: string;
}

export interface FolderContent {
  readonly pages: readonly PageFile[];
  readonly problems: readonly Problem[];
}

/** Larger files are not wiki pages; parsing one would hold up the bot. */
const MOST_BYTES = 1_000_000;
/** Deeper nesting is a mistake, such as a mount inside itself. */
const MOST_DEPTH = 32;

/**
 * Reads every page below a folder, in the order of their paths. What cannot be read is reported, the rest is served.
 * Skipped: dot folders, `node_modules`, and GitHub's `_Sidebar` and `_Footer`.
 */
export async function readFolder(folder: Folder): Promise<FolderContent> {
  const walk: Walk = { folder, root: resolve(folder.path), pages: [], problems: [], visited: new Set() };
  await readDirectory('', 0, walk);
  if (walk.pages.length === 0 && walk.problems.length === 0) {
    report(
      walk,
      walk.folder.path,
      `Cannot find pages in "${folder.path}": it holds none (.md, .markdown, .txt, .csv, .yml, .yaml or .json). Point SECTERM_DATA or --data to the wiki's folder.`,
    );
  }
  return { pages: walk.pages, problems: walk.problems };
}

interface Walk {
  readonly folder: Folder;
  readonly root: string;
  readonly pages: PageFile[];
  readonly problems: Problem[];
  /** Real paths of folders already read, so that a link into a parent ends the walk instead of looping. */
  readonly visited: Set<string>;
}

async function readDirectory(path: string, depth: number, walk: Walk): Promise<void> {
  const full = join(walk.root, path);
  let names: string[];
  try {
    const real = await realpath(full);
    if (walk.visited.has(real)) return;
    walk.visited.add(real);
    names = (await readdir(full)).sort();
  } catch (error) {
    return report(
      walk,
      path || walk.folder.path,
      `Cannot read the folder "${path || walk.folder.path}": ${reasonOf(error)}.`,
    );
  }
  if (depth > MOST_DEPTH)
    return report(walk, path, `Cannot read folders nested deeper than ${MOST_DEPTH}. Move the pages up.`);
  for (const name of names.filter(isWanted))
    await readEntry(path === '' ? name : `${path}/${name}`, depth, walk);
}

/** What holds terms, by the end of its name. */
const PAGE = /\.(?:md|markdown|txt|csv|ya?ml|json)$/i;
/** What tools keep beside the pages, and no list of terms. */
const SETTINGS =
  /(?:^|\/)(?:package(?:-lock)?|[jt]sconfig[\w.-]*|mkdocs|_?config[\w.-]*|[\w.-]*(?:docker-)?compose[\w.-]*|[\w.-]+\.config|meta|manifest|robots|requirements[\w.-]*|licen[cs]e|changelog|codeowners|sitemap)\.(?:json|ya?ml|txt)$/i;

function isWanted(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && !/^_(?:sidebar|footer)\b/i.test(name);
}

async function readEntry(path: string, depth: number, walk: Walk): Promise<void> {
  const full = join(walk.root, path);
  const isPage = PAGE.test(path) && !SETTINGS.test(path);
  try {
    const entry = await stat(full);
    if (entry.isDirectory()) return await readDirectory(path, depth + 1, walk);
    if (!isPage || !entry.isFile()) return;
    if (entry.size > MOST_BYTES) {
      const size = (entry.size / 1e6).toFixed(1);
      return report(
        walk,
        path,
        `Cannot read this page: it has ${size} MB, and the limit is ${MOST_BYTES / 1e6} MB. Split it.`,
      );
    }
    const bytes = await readFile(full);
    if (bytes.includes(0))
      return report(
        walk,
        path,
        'Cannot read this page: it holds binary data. Rename it, or save it as UTF-8 text.',
      );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    walk.pages.push({ path, collection: walk.folder.name, text });
  } catch (error) {
    if (isPage || !isMissing(error)) report(walk, path, `Cannot read this file: ${reasonOf(error)}.`);
  }
}

function report(walk: Walk, page: string, message: string): void {
  walk.problems.push({ page, line: 1, message });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist; check the path',
  ENOTDIR: 'it is a file, not a folder; give the folder that holds it',
  EACCES: 'permission denied; let the user that runs secterm read it',
  EPERM: 'permission denied; let the user that runs secterm read it',
  ELOOP: 'its links lead in a circle; remove one of them',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text; save it as UTF-8',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS[code] ?? (code || error.message);
}

/** Reads `path` or `name=path`; without a name, the folder's own. */
export function readFolderOption(option: string): Folder {
  const [, name, path] = /^([^=/\\]+)=(.+)$/.exec(option) ?? [];
  return name && path
    ? { name: name.trim(), path: path.trim() }
    : { name: basename(resolve(option)), path: option };
}
