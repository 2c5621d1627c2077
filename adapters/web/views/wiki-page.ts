import { safe } from '../../../src/replies/safe.ts';
import { countOf } from '../../count-of.ts';
import type { WikiPage } from '../catalogue.ts';
import { type Html, html } from '../html.ts';
import type { Content, View } from '../layout.ts';
import type { SourceLines } from '../source-lines.ts';
import { termLink } from './facts.ts';

/** What is shown of a page beside its terms. */
export interface PageParts {
  /** As it is written now; null where the file cannot be read. */
  readonly source: SourceLines | null;
  /** When the wiki was begun to be read, in milliseconds since 1970. */
  readonly readAt: number;
  /** How its terms hang together, drawn; null for a single one. */
  readonly picture: Html | null;
}

/** A page of the wiki: the terms that were found on it, and its lines, so that one sees where each fact stands. */
export function wikiPageView(view: View, page: WikiPage, { source, readAt, picture }: PageParts): Content {
  const { title, path, address, terms } = page;
  const url = terms.find(({ place }) => place.url !== null)?.place.url ?? null;
  const named = new Set(terms.map(({ place }) => place.line));
  const lines = source?.lines ?? [];
  return {
    title: safe(path),
    description: `${countOf(terms.length, 'term')} on the page ${safe(title)}.`,
    address,
    styles: ['browse.css', 'map.css'],
    scripts: ['map.js'],
    main: html`<p class="trail"><a href="${view.href('/pages')}">Pages</a></p>
<h1 class="path">${safe(title)}</h1>
${url === null ? '' : html`<p><a href="${url}" rel="external">Open it in the wiki</a></p>`}
<h2>Terms found here <span class="count">${terms.length}</span></h2>
<ul class="columns">${terms.map(
      term =>
        html`<li>${termLink(view, term)} <a class="line" href="#L${term.place.line}"><span class="hidden">${safe(term.name)}: line </span>${term.place.line}</a></li>`,
    )}</ul>
${
  picture === null
    ? ''
    : html`<h2>How they hang together</h2>
${picture}`
}
<h2>What it says</h2>
${
  source === null
    ? html`<p>The file cannot be read just now. Was it moved? Restart secterm to read the wiki anew.</p>`
    : html`${source.changedAt > readAt ? html`<p class="notice">This page has changed since it was read, so that line numbers here may be others than in answers. Restart secterm to read it anew.</p>` : ''}
<ol class="lines">${lines.slice(0, MOST_LINES).map((line, at) => lineItem(line, at + 1, named.has(at + 1)))}</ol>
${lines.length > MOST_LINES ? html`<p>The page has ${lines.length - MOST_LINES} lines more, which are not shown here.</p>` : ''}`
}`,
  };
}

/** Lines shown; pages of this many are lists for machines. */
const MOST_LINES = 5000;

function lineItem(line: string, number: number, hasTerm: boolean): Html {
  return html`<li id="L${number}"${hasTerm ? html` class="names"` : ''}><code>${line === '' ? ' ' : line.replaceAll('\t', '  ')}</code></li>`;
}
