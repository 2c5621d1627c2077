import type { Term } from '../../../src/glossary/glossary.ts';
import { addTo } from '../../../src/language/multi-map.ts';
import { safe } from '../../../src/replies/safe.ts';
import { inSlices } from '../../in-slices.ts';
import type { Shelf } from '../catalogue.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { View } from '../layout.ts';
import { drawPicture } from './picture.ts';
import { termFigure } from './term-figure.ts';
import { strongest, type TieEdge, tieEdges } from './tie-edges.ts';

/** Boxes at most in a picture that one can read without zoom on a screen 1280 pixels wide. */
const MOST_TERMS = 50;
/** Up to so many there is room around each. */
const FEW_TERMS = 16;
/** In a large picture, lines drawn from each box: its strongest ties. Of more none can be followed. */
const MOST_LINES = 2;
/** Up to so many lines all are drawn. */
const FEW_LINES = 24;
/** A term with the others that it is tied to, the strongest tie first. */
interface Tied {
  readonly term: Term;
  readonly others: readonly Term[];
}

/** How the terms of a subject or a page are tied to each other; of many, those with the strongest ties. */
export async function drawSubjectMap(
  view: View,
  { title, terms }: Pick<Shelf, 'title' | 'terms'>,
): Promise<Html> {
  const tied = tiedAmong(terms, (await inSlices(tieEdges(view.catalogue, terms))).filter(isShown));
  if (tied.length === 0)
    return html`<p class="map-none">No text of the wiki ties these terms to each other.</p>`;
  const shown = tied.slice(0, MOST_TERMS);
  const names = shown.map(({ term }) => term);
  const ties = (await inSlices(tieEdges(view.catalogue, names))).filter(isShown);
  const edges = ties.length <= FEW_LINES ? ties : strongest(ties, MOST_LINES);
  const figures = shown.map(({ term, others }) =>
    termFigure({ name: term.name, href: addressOf(term, view), says: saysOf(others), isCentre: false }),
  );
  const form = shown.length <= FEW_TERMS ? 'around' : 'dense';
  return html`<figure class="map">
${await drawPicture({ title: `Map of ${title}`, figures, edges, form })}
${caption(terms.length, shown.length, ties.length - edges.length)}
${drawList(shown, view)}
</figure>
`;
}

/** What is only under one heading is together here anyway. */
function isShown({ kind }: TieEdge): boolean {
  return kind !== 'beside';
}

/** The terms that have ties, in the order of their strongest ones, so that those at the front are tied to each other. */
function tiedAmong(terms: readonly Term[], edges: readonly TieEdge[]): Tied[] {
  const found = new Map<Term, Term[]>();
  for (const { from, to } of edges.toSorted((a, b) => b.strength - a.strength)) {
    const [one, other] = [terms[from], terms[to]];
    if (one === undefined || other === undefined) continue;
    addTo(found, one, other);
    addTo(found, other, one);
  }
  return [...found].map(([term, others]) => ({ term, others }));
}

function addressOf(term: Term, { catalogue, href }: View): string {
  return href(catalogue.addressOf(term));
}

/** Names said of one box. */
const MOST_SAID = 6;

function saysOf(others: readonly Term[]): string {
  const names = others.slice(0, MOST_SAID).map(({ name }) => name);
  const further = others.length - names.length;
  return `tied to ${names.join(', ')}${further > 0 ? ` and ${further} more` : ''}`;
}

function caption(all: number, shown: number, linesLeft: number): Html {
  const left = all - shown;
  const said = [
    ...(left === 0 ? [] : [`${shown} of ${all} terms: ${left} with weaker ties or none are left out.`]),
    ...(linesLeft === 0 ? [] : ['Of each term the strongest ties are drawn.']),
  ];
  return said.length === 0 ? NOTHING : html`<figcaption>${said.join(' ')}</figcaption>`;
}

/** Others listed for each term. */
const MOST_LISTED = 12;

function drawList(tied: readonly Tied[], view: View): Html {
  const link = (term: Term) => html`<a href="${addressOf(term, view)}">${safe(term.name)}</a>`;
  return html`<details class="map-list"><summary>As a list</summary>
<dl>${tied.map(
    ({ term, others }) =>
      html`<div><dt>${link(term)}</dt><dd><ul>${others.slice(0, MOST_LISTED).map(other => html`<li>${link(other)}</li>`)}${
        others.length > MOST_LISTED ? html`<li>and ${others.length - MOST_LISTED} more</li>` : NOTHING
      }</ul></dd></div>`,
  )}</dl>
</details>
`;
}
