import { countOf } from '../../count-of.ts';
import type { Shelf, WikiPage } from '../catalogue.ts';
import { type Html, html } from '../html.ts';
import type { Content, View } from '../layout.ts';
import { entryList, pathText } from './facts.ts';
import { filterOf } from './filter.ts';

/** What the wiki is about: a card for each subject. */
export function subjectsView(view: View): Content {
  const { catalogue, href } = view;
  return {
    title: 'Subjects',
    description: `What the wiki is about: ${catalogue.subjects.map(({ title }) => title).join(', ')}.`,
    address: '/subjects',
    styles: ['browse.css'],
    main: html`<h1>Subjects <span class="count">${catalogue.subjects.length}</span></h1>
<ul class="cards">${catalogue.subjects.map(
      ({ title, address, terms }) => html`<li class="card">
<h2><a href="${href(address)}">${title}</a> <span class="count">${terms.length}</span></h2>
<p class="gist">${terms
        .slice(0, MOST_NAMED)
        .map(({ name }) => name)
        .join(
          '\u00A0· ',
        )}${terms.length > MOST_NAMED ? `\u00A0· +${terms.length - MOST_NAMED}` : ''}</p></li>`,
    )}</ul>`,
  };
}

/** Terms that a card names. */
const MOST_NAMED = 6;

export function subjectView(view: View, { title, address, terms }: Shelf, picture: Html): Content {
  return {
    title: title,
    description: `${countOf(terms.length, 'term')} on ${title}.`,
    address,
    styles: ['browse.css', 'map.css'],
    scripts: ['map.js'],
    main: html`<p class="trail"><a href="${view.href('/subjects')}">Subjects</a></p>
<h1>${title} <span class="count">${countOf(terms.length, 'term')}</span></h1>
<p><a href="#map">See how they hang together</a></p>
${terms.length > MANY ? filterOf('.letter') : ''}
<div class="letter">${entryList(view, terms)}</div>
<h2 id="map">How they hang together</h2>
${picture}`,
  };
}

/** Terms from which on a list can be filtered. */
const MANY = 30;

/** The wiki's pages by folder. */
export function pagesView(view: View): Content {
  const { catalogue, href } = view;
  const folders = Map.groupBy(catalogue.pages, folderOf);
  return {
    title: 'Pages',
    description: `The ${countOf(catalogue.pages.length, 'page')} of the wiki that explain terms.`,
    address: '/pages',
    styles: ['browse.css'],
    main: html`<h1>Pages <span class="count">${catalogue.pages.length}</span></h1>
${[...folders].map(
  ([folder, pages]) => html`<section class="folder"><h2>${folder === '' ? 'Top level' : pathText(folder)}</h2>
<ul class="shelves">${pages.map(
    ({ path, address, terms }) =>
      html`<li><a href="${href(address)}">${pathText(path.slice(path.lastIndexOf('/') + 1))}</a> <span class="count">${countOf(terms.length, 'term')}</span></li>`,
  )}</ul></section>`,
)}`,
  };
}

function folderOf({ collection, path }: WikiPage): string {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  return collection === null ? folder : `${collection}: ${folder}`;
}
