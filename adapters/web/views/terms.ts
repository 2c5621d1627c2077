import { countOf } from '../../count-of.ts';
import type { Catalogue, Shelf } from '../catalogue.ts';
import { type Html, html } from '../html.ts';
import type { Content, View } from '../layout.ts';
import { entryList } from './facts.ts';
import { filterOf } from './filter.ts';

/** Terms that one page shows; of more, each letter has a page of its own. */
const MOST_ON_A_PAGE = 600;

/** All terms from A to Z, or the letters where they are too many. */
export function termsView(view: View): Content {
  const { catalogue } = view;
  const count = countOf(catalogue.terms.length, 'term');
  const isShort = fitsOnePage(catalogue);
  return {
    title: 'Terms from A to Z',
    description: `All ${count} of the glossary.`,
    address: '/terms',
    styles: ['browse.css'],
    main: html`<h1>Terms <span class="count">${catalogue.terms.length}</span></h1>
${letterNav(view, null)}
${isShort ? filterOf('.letter') : ''}
${
  isShort
    ? catalogue.letters.map(shelf => letterSection(view, shelf))
    : html`<ul class="shelves">${catalogue.letters.map(({ title, address, terms }) => html`<li><a href="${view.href(address)}">${title}</a> <span class="count">${countOf(terms.length, 'term')}</span></li>`)}</ul>`
}`,
  };
}

/** The terms of one letter. */
export function letterView(view: View, shelf: Shelf): Content {
  return {
    title: `Terms: ${shelf.title}`,
    description: `${countOf(shelf.terms.length, 'term')} under ${shelf.title}.`,
    address: shelf.address,
    styles: ['browse.css'],
    main: html`<h1>Terms: ${shelf.title} <span class="count">${shelf.terms.length}</span></h1>
${letterNav(view, shelf)}
${filterOf('.letter')}
<div class="letter">${entryList(view, shelf.terms)}</div>`,
  };
}

function fitsOnePage({ terms }: Catalogue): boolean {
  return terms.length <= MOST_ON_A_PAGE;
}

function letterNav({ catalogue, href }: View, current: Shelf | null): Html {
  const isShort = fitsOnePage(catalogue);
  const link = (shelf: Shelf) =>
    isShort && current === null
      ? `#${anchorOf(shelf)}`
      : href(isShort ? `/terms#${anchorOf(shelf)}` : shelf.address);
  return html`<nav class="letters" aria-label="Letters"><ul>${catalogue.letters.map(
    shelf =>
      html`<li><a href="${link(shelf)}"${shelf === current ? html` aria-current="page"` : ''}>${shelf.title}</a></li>`,
  )}</ul></nav>`;
}

function letterSection(view: View, shelf: Shelf): Html {
  const id = anchorOf(shelf);
  return html`<section class="letter" aria-labelledby="${id}"><h2 id="${id}">${shelf.title}</h2>
${entryList(view, shelf.terms)}</section>`;
}

function anchorOf({ address }: Shelf): string {
  return `letter-${address.slice('/terms/'.length)}`;
}
