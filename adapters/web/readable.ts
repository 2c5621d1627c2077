import type { Bot } from '../../src/bot.ts';
import { oncePer } from '../../src/language/once-per.ts';
import type { Folder } from '../../src/sources/folder.ts';
import type { Checked } from '../check-folders.ts';
import { inSlices } from '../in-slices.ts';
import type { Catalogue } from './catalogue.ts';
import type { Html } from './html.ts';
import type { Content, View } from './layout.ts';
import { drawSubjectMap } from './map/subject-map.ts';
import { drawTermMap } from './map/term-map.ts';
import { prepareTies, statementsNaming, tiesOf } from './map/ties.ts';
import { drawWholeMap } from './map/whole-map.ts';
import { readSourceLines } from './source-lines.ts';
import { checkView } from './views/check.ts';
import { mapView } from './views/map.ts';
import { pagesView, subjectsView, subjectView } from './views/shelves.ts';
import { termView } from './views/term.ts';
import { letterView, termsView } from './views/terms.ts';
import { wikiPageView } from './views/wiki-page.ts';

/** What pages are made from. */
export interface Wiki {
  readonly bot: Bot;
  readonly folders: readonly Folder[];
  /** When the pages were begun to be read, in milliseconds since 1970. */
  readonly readAt: number;
  /** Looks for what is wrong with the pages. */
  readonly check: () => Promise<Checked>;
}

type Read = (view: View, wiki: Wiki) => Content | Promise<Content>;

/** Pictures that are kept, of some tens of kilobytes each. */
const MOST_KEPT = 100;
const pictures = oncePer((_: Catalogue) => new Map<string, Promise<Html>>());

/** The picture of a page, drawn once: that takes up to a tenth of a second, in which nobody else is answered. */
function keptPicture(view: View, address: string, draw: () => Promise<Html>): Promise<Html> {
  // The files of a site lie in different places, and each is written once.
  if (view.isWritten) return draw();
  const kept = pictures(view.catalogue);
  const picture = kept.get(address) ?? draw();
  kept.delete(address);
  kept.set(address, picture);
  picture.catch(() => kept.delete(address));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return picture;
}

/** The pages that there is one of. */
const FIXED: Readonly<Record<string, Read>> = {
  '/terms': termsView,
  '/subjects': subjectsView,
  '/pages': pagesView,
  '/map': async view => mapView(await keptPicture(view, '/map', () => drawWholeMap(view))),
  '/check': async (view, { check, folders }) => checkView(view, withoutPaths(await check(), folders)),
};

/** Where folders lie on the machine, as findings about a whole folder say, is nobody's business who reads the page. */
function withoutPaths(checked: Checked, folders: readonly Folder[]): Checked {
  const findings = checked.findings.map(finding => {
    const folder = folders.find(({ path }) => path === finding.page);
    if (folder === undefined) return finding;
    const { path, name } = folder;
    return { ...finding, page: name, message: finding.message.replaceAll(`"${path}"`, `"${name}"`) };
  });
  return { ...checked, findings };
}

/** The page at an address, among those that can be read, with a server or without; null where there is none. */
export async function contentAt(address: string, view: View, wiki: Wiki): Promise<Content | null> {
  const fixed = Object.hasOwn(FIXED, address) ? FIXED[address] : undefined;
  if (fixed !== undefined) return fixed(view, wiki);
  const { catalogue } = view;
  const term = catalogue.termAt(address);
  if (term !== null) {
    await inSlices(prepareTies(wiki.bot));
    const isTied = tiesOf(wiki.bot, term).length > 0;
    return termView(view, term, {
      picture: isTied ? await keptPicture(view, address, () => drawTermMap(view, term)) : null,
      mentioned: statementsNaming(wiki.bot, term),
    });
  }
  const subject = catalogue.subjects.find(shelf => shelf.address === address);
  if (subject !== undefined)
    return subjectView(view, subject, await keptPicture(view, address, () => drawSubjectMap(view, subject)));
  const letter = catalogue.letters.find(shelf => shelf.address === address);
  if (letter !== undefined) return letterView(view, letter);
  const page = catalogue.pages.find(shelf => shelf.address === address);
  if (page !== undefined)
    return wikiPageView(view, page, {
      source: await readSourceLines(wiki.folders, page),
      readAt: wiki.readAt,
      picture:
        page.terms.length > 1 ? await keptPicture(view, address, () => drawSubjectMap(view, page)) : null,
    });
  return null;
}

/** Every address that `contentAt` has a page for. */
export function readableAddresses({
  terms,
  subjects,
  letters,
  pages,
  addressOf,
}: Catalogue): readonly string[] {
  return [
    ...Object.keys(FIXED),
    ...terms.map(addressOf),
    ...[...subjects, ...letters, ...pages].map(({ address }) => address),
  ];
}
