import type { Place, Term } from '../../../src/glossary/glossary.ts';
import { safe } from '../../../src/replies/safe.ts';
import { countOf } from '../../count-of.ts';
import { markdownTable } from '../compare/markdown-table.ts';
import { type Cell, compareSides, type Side } from '../compare/sides.ts';
import { type Html, html, richHtml } from '../html.ts';
import type { Content, View } from '../layout.ts';
import { lineLink, pathText, pointList, termLink } from './facts.ts';

/** Terms that are put side by side at most; more do not fit beside each other. */
export const MOST_COMPARED = 4;

/** What is compared, and what was typed to be added to it. */
export interface Comparing {
  readonly terms: readonly Term[];
  /** What was typed and is no term, with the terms that may have been meant; null when nothing was. */
  readonly unknown: { readonly text: string; readonly near: readonly Term[] } | null;
  /** What was left out, since it would have been too many. */
  readonly leftOut: readonly Term[];
}

export function compareView(view: View, { terms, unknown, leftOut }: Comparing): Content {
  const names = terms.map(({ name }) => safe(name));
  const isEnough = terms.length > 1;
  return {
    title: isEnough ? names.join(' vs ') : 'Compare terms',
    description: isEnough
      ? `${names.join(' and ')} side by side, as the wiki has it.`
      : 'Put two to four terms side by side.',
    address: '/compare',
    styles: ['browse.css', 'term.css', 'compare.css'],
    scripts: ['compare.js'],
    main: html`<div class="compare"><h1>${isEnough ? names.join(' vs ') : 'Compare'}</h1>
${picker(view, terms, unknown)}
${unknown === null ? '' : unknownTerm(view, terms, unknown)}
${leftOut.length > 0 ? html`<p class="notice">At most ${MOST_COMPARED} terms are put side by side. Left out: ${leftOut.map(({ name }) => safe(name)).join(', ')}.</p>` : ''}
${terms.length === 1 ? html`<p class="notice">Add another term to compare ${names[0]} with.</p>` : ''}
${isEnough ? comparison(view, terms) : suggestions(view, terms)}</div>`,
  };
}

/** The address of a comparison. */
export function compareAddress({ catalogue }: Pick<View, 'catalogue'>, terms: readonly Term[]): string {
  const slugs = terms.map(term => `t=${catalogue.addressOf(term).slice('/t/'.length)}`);
  return `/compare${slugs.length > 0 ? `?${slugs.join('&')}` : ''}`;
}

function picker(view: View, terms: readonly Term[], unknown: Comparing['unknown']): Html {
  const isFull = terms.length >= MOST_COMPARED;
  return html`<form class="picker" method="get" action="/compare">
${
  terms.length === 0
    ? ''
    : html`<ul class="chips" aria-label="Compared">${terms.map(term => {
        const others = terms.filter(other => other !== term);
        return html`<li><input type="hidden" name="t" value="${decodeURIComponent(view.catalogue.addressOf(term).slice('/t/'.length))}">${termLink(view, term)} <a class="remove" href="${view.href(compareAddress(view, others))}"><span aria-hidden="true">×</span><span class="hidden">Remove ${safe(term.name)}</span></a></li>`;
      })}</ul>`
}
${
  isFull
    ? ''
    : html`<div class="field"><label for="add">${terms.length === 0 ? 'A term to compare' : 'Another term'}</label>
<input id="add" name="add" type="text"${unknown === null ? '' : html` value="${safe(unknown.text)}" aria-invalid="true"`} autocomplete="off" autocapitalize="none" spellcheck="false" data-complete="/complete">
<button type="submit">Add</button></div>`
}
</form>`;
}

function unknownTerm(
  view: View,
  terms: readonly Term[],
  { text, near }: NonNullable<Comparing['unknown']>,
): Html {
  return html`<p class="notice">No term is called “${safe(text).slice(0, 100)}”.${
    near.length === 0
      ? html` <a href="${view.href('/terms')}">All terms</a>`
      : html` Did you mean ${near.map(
          (term, at) =>
            html`${at > 0 ? ', ' : ''}<a href="${view.href(compareAddress(view, [...terms, term]))}">${safe(term.name)}</a>`,
        )}?`
  }</p>`;
}

/** The wiki's own comparisons, to begin with; those that have what is chosen already come first. */
function suggestions(view: View, chosen: readonly Term[]): Html {
  const isNear = (subjects: readonly Term[]) => subjects.some(term => chosen.includes(term));
  const comparisons = view.catalogue.glossary.comparisons.toSorted(
    (a, b) => Number(isNear(b.subjects)) - Number(isNear(a.subjects)),
  );
  if (comparisons.length === 0) return html``;
  return html`<h2>What the wiki compares</h2>
<ul class="shelves">${comparisons.map(({ subjects, title }) => {
    const few = subjects.slice(0, MOST_COMPARED);
    return html`<li><a href="${view.href(compareAddress(view, few))}">${few.map(({ name }) => safe(name)).join(' vs ')}</a> ${captionOf(title, few)}</li>`;
  })}</ul>`;
}

/** What the wiki calls it, where that says more than the names. */
function captionOf(title: string, terms: readonly Term[]): Html {
  const told = safe(title).replace(/^comparison(?: of|:)?\s*/i, '');
  const isSaid = told === '' || told === terms.map(({ name }) => safe(name)).join(' vs ');
  return isSaid ? html`` : html`<span class="also">${told}</span>`;
}

function comparison(view: View, terms: readonly Term[]): Html {
  const rows = compareSides(terms, view.catalogue.glossary);
  const same = rows.filter(({ verdict }) => verdict === 'same').length;
  const markdown = markdownTable(terms, rows);
  return html`<div class="tools">
${same > 0 ? html`<label class="toggle"><input type="checkbox" id="only-differences"> Only differences</label>` : ''}
${markdown === null ? '' : html`<button type="button" class="copy" data-copies="markdown" hidden>Copy as Markdown</button>`}
<p class="tally">${countOf(rows.length, 'aspect')}${same > 0 ? `, ${same} the same` : ''}${isMarked(rows) ? html`. <mark>Highlighted</mark>: said of this one alone.` : ''}</p>
</div>
<div class="scroller" role="region" aria-label="Comparison" tabindex="0">
<table class="sides">
<thead><tr><th scope="col">Aspect</th>${terms.map(term => html`<th scope="col">${termLink(view, term)} <span class="also">${pathText(term.place.page.slice(term.place.page.lastIndexOf('/') + 1))}</span></th>`)}</tr></thead>
<tbody>${rows.map(row => sideRow(view, row, terms))}</tbody>
</table>
</div>
${
  markdown === null
    ? ''
    : html`<details class="markdown"><summary>As Markdown</summary>
<textarea id="markdown" readonly rows="12" aria-label="The comparison as Markdown">${markdown}</textarea></details>`
}`;
}

function isMarked(sides: readonly Side[]): boolean {
  return sides.some(({ cells }) =>
    cells.some(cell => cell?.kind === 'text' && cell.runs.some(({ isOwn }) => isOwn)),
  );
}

/** A difference is what one expects, and needs no words. */
const VERDICTS: Readonly<Record<Side['verdict'], string | null>> = {
  same: 'The same',
  differs: null,
  partly: 'Not said of all',
};

/** Lines are given by their number where they are on the page of the column's term, whose name stands above. */
function sideRow(view: View, { label, cells, verdict, places }: Side, terms: readonly Term[]): Html {
  const words = VERDICTS[verdict];
  return html`<tr class="${verdict}"><th scope="row">${safe(label)}${isTogether(cells) ? places.slice(0, 1).map(place => lineLink(view, place, terms[0]?.place ?? null)) : ''}
${words === null ? '' : html`<span class="verdict">${words}</span>`}</th>
${cells.map((cell, at) => html`<td>${cell === null ? html`<span class="unsaid">The wiki does not say.</span>` : cellHtml(view, cell, terms[at]?.place ?? null)}</td>`)}</tr>`;
}

/** Whether a row stands in one place, rather than each cell in its own. */
function isTogether(cells: Side['cells']): boolean {
  return cells.every(cell => cell === null || (cell.kind === 'text' && cell.place === null));
}

function cellHtml(view: View, cell: Cell, from: Place | null): Html {
  if (cell.kind === 'points') return pointList(view, cell.points, from);
  const words = cell.runs.map(({ isOwn, text }) =>
    isOwn ? html`<mark>${richHtml(text)}</mark>` : richHtml(text),
  );
  return html`${words}${cell.place === null ? '' : lineLink(view, cell.place, from)}`;
}
