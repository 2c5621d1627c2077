import { countOf } from '../../count-of.ts';
import { html } from '../html.ts';
import type { Content, View } from '../layout.ts';
import { SEARCH_INDEX } from '../links.ts';

/** The front of a written site: a search in the browser, and ways in for browsers without scripts. */
export function searchView({ catalogue, href }: View): Content {
  const { terms, subjects, letters } = catalogue;
  return {
    title: 'Glossary',
    description: `${countOf(terms.length, 'term')} from ${countOf(catalogue.glossary.pages, 'page')} of the wiki.`,
    address: '/',
    styles: ['browse.css'],
    scripts: ['search.js'],
    main: html`<div class="search"><h1>Search the glossary</h1>
<div class="field" role="search" data-search="${href(SEARCH_INDEX)}" hidden><label for="q">A term, or words that explain it</label>
<input id="q" type="search" autocomplete="off" autocapitalize="none" spellcheck="false"></div>
<p id="found" class="tally notice" role="status"></p>
<ul class="entries" id="results"></ul>
<h2>Subjects</h2>
<ul class="shelves">${subjects.map(({ title, address, terms: on }) => html`<li><a href="${href(address)}">${title}</a> <span class="count">${countOf(on.length, 'term')}</span></li>`)}</ul>
<h2>From A to Z</h2>
<nav class="letters" aria-label="Letters"><ul>${letters.map(({ title, address }) => html`<li><a href="${href(address)}">${title}</a></li>`)}</ul></nav>
</div>`,
  };
}
