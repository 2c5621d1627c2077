import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Bot } from '../../../src/bot.ts';
import { plain } from '../../../src/glossary/rich.ts';
import type { Folder } from '../../../src/sources/folder.ts';
import { checkFolders } from '../../check-folders.ts';
import { ASSET_NAMES, assetAddress, assetNamed } from '../assets.ts';
import { catalogueOf } from '../catalogue.ts';
import { type Content, wholePage } from '../layout.ts';
import { fileOf, relativeTo, SEARCH_INDEX } from '../links.ts';
import { contentAt, readableAddresses } from '../readable.ts';
import { searchView } from '../views/search.ts';
import { SiteError } from './site-error.ts';

export interface SiteParts {
  readonly bot: Bot;
  readonly folders: readonly Folder[];
  /** The folder that the files go to. */
  readonly out: string;
  /** Called after each page. */
  readonly tell: (pages: number, of: number) => void;
}

/** Lists what was written, so that the next time takes away what is no longer there, and nothing else. */
const LIST = '.secterm-site';

/**
 * Writes the glossary as files that any web host can serve, in whatever folder.
 * @returns how many pages there are.
 * @throws {SiteError} when the folder holds other files, or is part of the wiki.
 */
export async function writeSite({ bot, folders, out, tell }: SiteParts): Promise<number> {
  const root = resolve(out);
  await refuseWiki(root, folders);
  const before = await readList(root);
  const catalogue = catalogueOf(bot);
  const checking = checkFolders(folders);
  const wiki = { bot, folders, check: () => checking };
  const written = new Set<string>();
  const write = async (file: string, text: string | Buffer) => {
    written.add(file);
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  };
  const writePage = async (address: string, content: Content) =>
    write(
      fileOf(address),
      String(wholePage({ catalogue, href: relativeTo(address), isWritten: true }, content)),
    );

  // First of all, so that whatever a broken run leaves behind is known to be ours.
  await mkdir(root, { recursive: true });
  await writeFile(join(root, LIST), [...before, LIST].join('\n'));
  const addresses = readableAddresses(catalogue);
  const home = { catalogue, href: relativeTo('/'), isWritten: true };
  await writePage('/', searchView(home));
  for (const [number, address] of addresses.entries()) {
    const content = await contentAt(address, { ...home, href: relativeTo(address) }, wiki);
    if (content !== null) await writePage(address, content);
    tell(number + 1, addresses.length);
  }
  for (const name of ASSET_NAMES) await write(fileOf(assetAddress(name)), assetNamed(name)?.bytes ?? '');
  await write(fileOf(SEARCH_INDEX), JSON.stringify(searchEntries(bot)));
  const stale = before.filter(file => !written.has(file) && file !== LIST);
  for (const file of stale) await rm(join(root, file), { force: true });
  await writeFile(join(root, LIST), [...written, LIST].sort().join('\n'));
  return addresses.length + 1;
}

/** What is searched: of each term its name, further names, what it means, and where it is. */
function searchEntries(bot: Bot) {
  const catalogue = catalogueOf(bot);
  const href = relativeTo('/');
  return catalogue.terms.map((term, id) => ({
    id,
    name: term.name,
    also: term.aliases.join(', '),
    text: term.definition === null ? '' : plain(term.definition.text),
    file: href(catalogue.addressOf(term)),
  }));
}

/** The files of the last time; none for a folder that is new or empty. */
async function readList(root: string): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    names = await readdir(root);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new SiteError(`Cannot write to "${root}": it is no folder that can be read. Choose another.`);
  }
  if (names.length === 0) return [];
  if (!names.includes(LIST))
    throw new SiteError(
      `Cannot write to "${root}": it holds other files, which are left alone. Choose a new or an empty folder.`,
    );
  const list = await readFile(join(root, LIST), 'utf8');
  // A list that was changed must not lead out of the folder.
  return list.split('\n').filter(file => file !== '' && !isOutside(root, join(root, file)));
}

/** Written files would be read as pages of the wiki, and pages might be written over. */
async function refuseWiki(root: string, folders: readonly Folder[]): Promise<void> {
  const real = await realpathOf(root);
  for (const { path } of folders) {
    const wiki = await realpathOf(resolve(path));
    if (!isOutside(wiki, real) || !isOutside(real, wiki))
      throw new SiteError(`Cannot write to "${root}": the wiki is in "${path}". Choose a folder beside it.`);
  }
}

async function realpathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realpathOf(parent), relative(parent, path));
  }
}

function isOutside(folder: string, path: string): boolean {
  return relative(folder, path).startsWith('..');
}
