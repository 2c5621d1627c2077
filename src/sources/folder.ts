import type { Dirent } from 'node:fs';
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
export const MOST_BYTES = 1_000_000;
/** Deeper nesting is a mistake, such as a mount inside itself. */
const MOST_DEPTH = 32;

/**
 * Reads every page below a folder, in the order of their paths. What cannot be read is reported, the rest is served.
 * Skipped: dot folders, `node_modules`, and GitHub's `_Sidebar` and `_Footer`.
 */
export async function readFolder(folder: Folder): Promise<FolderContent> {
  const root = resolve(folder.path);
  const walk: Walk = { name: folder.path, root, found: [], visited: new Set() };
  await listDirectory('', 0, walk);
  const pages: PageFile[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < walk.found.length; at += MOST_AT_ONCE) {
    const some = walk.found.slice(at, at + MOST_AT_ONCE);
    const read = await Promise.all(
      some.map(one => (typeof one === 'string' ? readEntry(one, folder.name, root) : one)),
    );
    for (const one of read)
      if (one !== null && 'message' in one) problems.push(one);
      else if (one !== null) pages.push(one);
  }
  if (pages.length === 0 && problems.length === 0) {
    const message = `Cannot find pages in "${folder.path}": it holds none (.md, .markdown, .txt, .csv, .yml, .yaml or .json). Point SECTERM_DATA or --data to the wiki's folder.`;
    problems.push(problem(folder.path, message));
  }
  return { pages, problems };
}

/** Files that are read at the same time; more bring nothing, and a process may not have many open. */
const MOST_AT_ONCE = 32;

interface Walk {
  /** The folder as it was given. */
  readonly name: string;
  readonly root: string;
  /** Paths of pages, and what stands in the way of others, in the order of their paths. */
  readonly found: (string | Problem)[];
  /** Real paths of folders already read, so that a link into a parent ends the walk instead of looping. */
  readonly visited: Set<string>;
}

async function listDirectory(path: string, depth: number, walk: Walk): Promise<void> {
  const full = join(walk.root, path);
  const name = path || walk.name;
  let entries: Dirent[];
  try {
    const real = await realpath(full);
    if (walk.visited.has(real)) return;
    walk.visited.add(real);
    entries = await readdir(full, { withFileTypes: true });
  } catch (error) {
    walk.found.push(problem(name, `Cannot read the folder "${name}": ${reasonOf(error)}.`));
    return;
  }
  if (depth > MOST_DEPTH) {
    walk.found.push(
      problem(path, `Cannot read folders nested deeper than ${MOST_DEPTH}. Move the pages up.`),
    );
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries.filter(({ name }) => isWanted(name))) {
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(below, walk) : entry.isDirectory();
    if (isFolder) await listDirectory(below, depth + 1, walk);
    else if (isPage(below)) walk.found.push(below);
  }
}

/** What a link leads to; one that leads nowhere is reported when it is read as a page. */
async function leadsToFolder(path: string, walk: Walk): Promise<boolean> {
  try {
    return (await stat(join(walk.root, path))).isDirectory();
  } catch (error) {
    if (!isPage(path) && !isMissing(error))
      walk.found.push(problem(path, `Cannot read this file: ${reasonOf(error)}.`));
    return false;
  }
}

/** What holds terms, by the end of its name. */
const PAGE = /\.(?:md|markdown|txt|csv|ya?ml|json)$/i;
/** What tools keep beside the pages, and no list of terms. */
const SETTINGS =
  /(?:^|\/)(?:package(?:-lock)?|[jt]sconfig[\w.-]*|mkdocs|_?config[\w.-]*|[\w.-]*(?:docker-)?compose[\w.-]*|[\w.-]+\.config|meta|manifest|robots|requirements[\w.-]*|licen[cs]e|changelog|codeowners|sitemap)\.(?:json|ya?ml|txt)$/i;

function isWanted(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && !/^_(?:sidebar|footer)\b/i.test(name);
}

function isPage(path: string): boolean {
  return PAGE.test(path) && !SETTINGS.test(path);
}

/** A page; what keeps it from being read; null for what is no file. */
async function readEntry(path: string, collection: string, root: string): Promise<PageFile | Problem | null> {
  const full = join(root, path);
  try {
    const entry = await stat(full);
    if (!entry.isFile()) return null;
    if (entry.size > MOST_BYTES) {
      const size = (entry.size / 1e6).toFixed(1);
      const limit = MOST_BYTES / 1e6;
      return problem(
        path,
        `Cannot read this page: it has ${size} MB, and the limit is ${limit} MB. Split it.`,
      );
    }
    const bytes = await readFile(full);
    if (bytes.includes(0))
      return problem(
        path,
        'Cannot read this page: it holds binary data. Rename it, or save it as UTF-8 text.',
      );
    return { path, collection, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return problem(path, `Cannot read this file: ${reasonOf(error)}.`);
  }
}

function problem(page: string, message: string): Problem {
  return { page, line: 1, message };
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
