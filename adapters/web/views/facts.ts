import type { Place, Point, Term } from '../../../src/glossary/glossary.ts';
import { plain } from '../../../src/glossary/rich.ts';
import { safe } from '../../../src/replies/safe.ts';
import { type Html, html, richHtml } from '../html.ts';
import type { View } from '../layout.ts';

/**
 * Where a fact stands, leading to that line, to be put right behind the fact. @param from the page that one expects it
 * on: its lines are given by their number alone.
 */
export function lineLink({ catalogue, href }: View, place: Place, from: Place | null): Html {
  const { page, line } = place;
  const address = href(`${catalogue.pageAddress(place)}#L${line}`);
  const isExpected = from !== null && from.page === page && from.collection === place.collection;
  const file = page.slice(page.lastIndexOf('/') + 1);
  const shown = isExpected
    ? html`<span class="hidden">${safe(page)}, line </span>${line}`
    : html`<span class="hidden">${safe(page.slice(0, -file.length))}</span>${safe(file)}:${line}`;
  return html`${NO_BREAK}<a class="line" href="${address}" title="${safe(page)}, line ${line}">${shown}</a>`;
}

const NO_BREAK = '\u00A0';

export function sourceLink({ catalogue, href }: View, place: Place): Html {
  const { page, line, section, url, collection } = place;
  const named = `${collection === null ? '' : `${collection}: `}${page}:${line}`;
  return html`<p class="source">Source: <a href="${href(`${catalogue.pageAddress(place)}#L${line}`)}">${safe(named)}</a>${
    section === null ? '' : html` › ${safe(section)}`
  }${url === null ? '' : html` · <a href="${url}" rel="external">in the wiki</a>`}</p>`;
}

/** Bullets with the line that each stands on. @param from as for `lineLink`. */
export function pointList(view: View, points: readonly Point[], from: Place | null): Html {
  return html`<ul class="points">${points.map(
    point =>
      html`<li>${pointText(point)}${lineLink(view, point.place, from)}${
        point.points.length > 0 ? pointList(view, point.points, from) : ''
      }</li>`,
  )}</ul>`;
}

export function pointText({ label, text }: Point): Html {
  const name = label === null || safe(label).trim() === '' ? null : html`<strong>${safe(label)}</strong>`;
  if (name === null) return richHtml(text);
  return plain(text).trim() === '' ? name : html`${name}: ${richHtml(text)}`;
}

export function termLink({ catalogue, href }: View, term: Term): Html {
  return html`<a href="${href(catalogue.addressOf(term))}">${safe(term.name)}</a>`;
}

/** Terms as a list of entries, each with the beginning of its definition. */
export function entryList(view: View, terms: readonly Term[]): Html {
  return html`<ul class="entries">${terms.map(
    term =>
      html`<li data-name="${searchable(term)}">${termLink(view, term)}${alsoCalled(term)}${view.catalogue.namesakesOf(term).length > 0 ? html` <span class="also">in ${safe(term.place.page)}</span>` : ''}<span class="gist">${gist(term)}</span></li>`,
  )}</ul>`;
}

export function alsoCalled({ aliases }: Term): Html {
  return html`${aliases.length > 0 ? html` <span class="also">${aliases.map(safe).join(', ')}</span>` : ''}`;
}

/** Characters of a definition that a list shows, and a description. */
const GIST = 140;
const DESCRIPTION = 280;

function gist({ definition }: Term): string {
  return definition === null ? '' : clipped(plain(definition.text), GIST);
}

/** What a link to the term shows elsewhere. */
export function describe({ definition, facets, name }: Term): string {
  if (definition !== null) return clipped(plain(definition.text), DESCRIPTION);
  const sides = facets.map(({ label }) => label).join(', ');
  return sides === '' ? `What the wiki says of ${safe(name)}.` : `${safe(name)}: ${safe(sides)}.`;
}

function clipped(text: string, most: number): string {
  const whole = safe(text).trim();
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:.–-]+$/, '')} …`;
}

/** What a list is filtered by. */
function searchable({ name, aliases }: Term): string {
  return safe([name, ...aliases].join(' ')).toLowerCase();
}

/** A path that may be broken behind its folders and words. */
export function pathText(path: string): Html {
  return html`${path.split(/(?<=[/_-])/).map(part => html`${safe(part)}<wbr>`)}`;
}
