import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Bot } from '../../../src/bot.ts';
import type { Point } from '../../../src/glossary/glossary.ts';
import { plain } from '../../../src/glossary/rich.ts';
import type { Folder } from '../../../src/sources/folder.ts';
import { checkFolders } from '../../check-folders.ts';
import { ASSET_NAMES, assetAddress, assetNamed } from '../assets.ts';
import { catalogueOf } from '../catalogue.ts';
import { type Content, type View, wholePage } from '../layout.ts';
import { fileOf, relativeTo, SEARCH_INDEX } from '../links.ts';
import { contentAt, readableAddresses } from '../readable.ts';
import { searchView } from '../views/search.ts';
import { OutFolder } from './out-folder.ts';
import { SiteError } from './site-error.ts';

export interface SiteParts {
  readonly bot: Bot;
  readonly folders: readonly Folder[];
  /** The folder that the files go to. */
  readonly out: string;
  /** Called after each page. */
  readonly tell: (pages: number, of: number) => void;
}

/** Pages of the site, and those that the file system takes no file for: their names are too long, or taken. */
export interface Written {
  readonly pages: number;
  readonly left: readonly string[];
}

/**
 * Writes the glossary as files that any web host can serve, in whatever folder.
 * @throws {SiteError} when the folder holds other files, or is part of the wiki.
 */
export async function writeSite({ bot, folders, out, tell }: SiteParts): Promise<Written> {
  await refuseWiki(resolve(out), folders);
  const folder = await OutFolder.open(resolve(out));
  const catalogue = catalogueOf(bot);
  const checking = checkFolders(folders);
  const wiki = { bot, folders, check: () => checking, readAt: Date.now() };
  const viewAt = (address: string): View => ({ catalogue, href: relativeTo(address), isWritten: true });
  const left: string[] = [];
  const writePage = async (address: string, content: Content) => {
    try {
      await folder.write(fileOf(address), String(wholePage(viewAt(address), content)));
    } catch (error) {
      if (!isUnfit(error)) throw error;
      left.push(address);
    }
  };
  const addresses = readableAddresses(catalogue);
  await writePage('/', searchView(viewAt('/')));
  for (const [number, address] of addresses.entries()) {
    const content = await contentAt(address, viewAt(address), wiki);
    if (content !== null) await writePage(address, content);
    tell(number + 1, addresses.length);
  }
  for (const name of ASSET_NAMES)
    await folder.write(fileOf(assetAddress(name)), assetNamed(name)?.bytes ?? '');
  await folder.write(fileOf(SEARCH_INDEX), JSON.stringify(searchEntries(bot)));
  // GitHub's pages would leave out what begins with an underscore.
  await folder.write('.nojekyll', '');
  await folder.finish();
  return { pages: addresses.length + 1 - left.length, left };
}

/** Whether there can be no file of that name. */
function isUnfit(error: unknown): boolean {
  const codes: readonly unknown[] = ['ENAMETOOLONG', 'EEXIST', 'EISDIR', 'ENOTDIR'];
  return error instanceof Error && 'code' in error && codes.includes(error.code);
}

/** What is searched: of each term its name, further names, what it means, what else is said, and where it is. */
function searchEntries(bot: Bot) {
  const catalogue = catalogueOf(bot);
  const href = relativeTo('/');
  return catalogue.terms.map((term, id) => ({
    id,
    name: term.name,
    also: term.aliases.join(', '),
    text: term.definition === null ? '' : plain(term.definition.text),
    more: term.facets.flatMap(({ label, points }) => [label, ...points.flatMap(wordsOf)]).join(' '),
    file: href(catalogue.addressOf(term)),
  }));
}

function wordsOf({ label, text, points }: Point): readonly string[] {
  return [...(label === null ? [] : [label]), plain(text), ...points.flatMap(wordsOf)];
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
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}
