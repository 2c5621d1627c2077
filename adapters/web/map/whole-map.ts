import { posix } from 'node:path';
import { oncePer } from '../../../src/language/once-per.ts';
import { Later } from '../../../src/steps.ts';
import { inSlices } from '../../in-slices.ts';
import type { Catalogue, Shelf, WikiPage } from '../catalogue.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { View } from '../layout.ts';
import type { Edge } from './edge.ts';
import { drawPicture } from './picture.ts';
import { drawShelfList } from './shelf-list.ts';
import { type ShelfTie, shelfTies } from './shelf-ties.ts';
import { type ShownSubject, subjectFigure } from './subject-figure.ts';
import { drawSubjectMap } from './subject-map.ts';
import { strongest } from './tie-edges.ts';

/** Up to so many terms the subjects' maps stand on the same page; else each has its own. */
const FEW_TERMS = 250;
/** Cards at most in one picture. */
const MOST_CARDS = 30;
/** With more cards there is no room for the pages in them. */
const FEW_CARDS = 14;
/** Pages named in a card. */
const MOST_ROWS = 8;
/** Lines drawn from each card: its strongest ties. */
const MOST_LINES = 2;
/** How broad a line is, in pixels. */
const BREADTH = { least: 1.5, most: 8 };

/** The whole glossary: its subjects and their ties, and what is in them; where nothing divides it, its terms. */
export async function drawWholeMap(view: View): Promise<Html> {
  const { catalogue } = view;
  const shelves = shelvesOf(catalogue);
  if (shelves.length === 0) return drawSubjectMap(view, { title: 'all terms', terms: catalogue.terms });
  const isOnePage = catalogue.terms.length <= FEW_TERMS;
  const maps: Html[] = [];
  for (const shelf of isOnePage ? shelves : [])
    maps.push(html`<section class="map-part" id="${anchorOf(shelf)}">
<h2><a href="${view.href(shelf.address)}">${shelf.title}</a></h2>
${await drawSubjectMap(view, shelf)}
</section>
`);
  return html`${await drawSubjects(view, shelves, isOnePage)}${maps}`;
}

/** What divides the glossary: its subjects; for want of several its pages, where most have several terms. */
const shelvesOf = oncePer(({ terms, subjects, pages }: Catalogue): readonly Shelf[] => {
  const bySize = (shelves: readonly Shelf[]) => shelves.toSorted((a, b) => b.terms.length - a.terms.length);
  if (subjects.length > 1) return bySize(subjects);
  const several = pages.filter(page => page.terms.length > 1);
  const covered = several.reduce((sum, page) => sum + page.terms.length, 0);
  return several.length > 1 && covered > terms.length / 2 ? bySize(several) : [];
});

const tiesBetween = oncePer(
  (catalogue: Catalogue) => new Later(() => shelfTies(catalogue, shelvesOf(catalogue))),
);

async function drawSubjects(view: View, shelves: readonly Shelf[], isOnePage: boolean): Promise<Html> {
  const { catalogue, href } = view;
  const ties = await inSlices(tiesBetween(catalogue).inSteps());
  const shown = shelves.slice(0, MOST_CARDS);
  const addressOf = (shelf: Shelf) => (isOnePage ? `#${anchorOf(shelf)}` : href(shelf.address));
  const figures = shown.map(shelf => {
    const pages = shown.length > FEW_CARDS ? [] : pagesOn(shelf, catalogue);
    return subjectFigure({ ...cardOf(shelf, pages, view), href: addressOf(shelf) });
  });
  const picture = await drawPicture({
    title: 'Map of the subjects',
    figures,
    edges: edgesOf(ties, shown.length),
    form: 'spread',
  });
  const left = shelves.length - shown.length;
  return html`<figure class="map">
${picture}
${left === 0 ? NOTHING : html`<figcaption>The ${shown.length} largest of ${shelves.length}.</figcaption>`}
${drawShelfList(shelves, ties, addressOf)}
</figure>
`;
}

function anchorOf({ address }: Shelf): string {
  return `map${address.replaceAll(/[^\w-]/g, '-')}`;
}

function cardOf(shelf: Shelf, pages: readonly WikiPage[], { catalogue, href }: View): ShownSubject {
  const rows = pages.length > MOST_ROWS ? pages.slice(0, MOST_ROWS - 1) : pages;
  return {
    title: shelf.title,
    href: '',
    count: shelf.terms.length,
    pages: rows.map(page => ({
      title: titleOf(page, catalogue),
      href: href(page.address),
      count: page.terms.length,
    })),
    further: pages.length - rows.length,
  };
}

/** The pages most of whose terms are on a subject, those with the most terms first. */
function pagesOn({ terms, address }: Shelf, { pages }: Catalogue): WikiPage[] {
  const on = new Set(terms);
  const isOn = (page: WikiPage) => page.terms.filter(term => on.has(term)).length > page.terms.length / 2;
  return pages
    .filter(page => page.address !== address && isOn(page))
    .sort((a, b) => b.terms.length - a.terms.length);
}

/** As the page calls itself, or its file's name. */
function titleOf({ path, collection }: WikiPage, { glossary }: Catalogue): string {
  const own = glossary.groups.find(
    ({ place }) => place.section === null && place.page === path && place.collection === collection,
  );
  return own?.title ?? posix.basename(path, posix.extname(path)).replaceAll(/[-_]+/g, ' ');
}

function edgesOf(ties: readonly ShelfTie[], shown: number): readonly Edge[] {
  const among = ties.filter(({ from, to }) => from < shown && to < shown);
  const most = Math.max(1, ...among.map(({ count }) => count));
  const { least, most: broadest } = BREADTH;
  const edges = among.map(({ from, to, count }) => ({
    from,
    to,
    kind: 'subjects' as const,
    arrows: 'none' as const,
    width: Math.round((least + (broadest - least) * Math.sqrt(count / most)) * 2) / 2,
    strength: count,
  }));
  return strongest(edges, MOST_LINES);
}
