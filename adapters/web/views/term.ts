import type { Comparison, Relation, Term } from '../../../src/glossary/glossary.ts';
import { plain } from '../../../src/glossary/rich.ts';
import type { Passage } from '../../../src/language/statements.ts';
import { safe } from '../../../src/replies/safe.ts';
import { type Html, html, richHtml } from '../html.ts';
import type { Content, View } from '../layout.ts';
import { compareAddress } from './compare.ts';
import { alsoCalled, describe, lineLink, pointList, pointText, sourceLink, termLink } from './facts.ts';

/** What stands beside the term's own facts. */
export interface Surroundings {
  /** How it hangs together with others, drawn; null where it does not. */
  readonly picture: Html | null;
  /** Statements about other terms that name it. */
  readonly mentioned: readonly Passage[];
}

/** Everything that the wiki says of a term, each fact with its line. */
export function termView(view: View, term: Term, { picture, mentioned }: Surroundings): Content {
  const { catalogue, href } = view;
  const { name, definition, facets, place, owner, lang } = term;
  const { glossary } = catalogue;
  const others = catalogue.namesakesOf(term);
  const comparisons = glossary.comparisons.filter(({ subjects }) => subjects.includes(term));
  const relations = glossary.relations.filter(({ terms }) => terms.includes(term));
  const named = glossary.mentions.filter(mention => mention.term === term && !catalogue.isTerm(mention.name));
  const subjects = catalogue.subjects.filter(({ terms }) => terms.includes(term));
  return {
    title: safe(name),
    description: describe(term),
    address: catalogue.addressOf(term),
    styles: ['term.css', 'map.css'],
    scripts: ['map.js'],
    main: html`<article class="term"${lang === null ? '' : html` lang="${lang}"`}>
<p class="trail"><a href="${href('/subjects')}">Subjects</a>${subjects.map(({ title, address }, at) => html`${at > 0 ? ' · ' : ' › '}<a href="${href(address)}">${title}</a>`)}</p>
<header><h1 class="headword">${safe(name)}</h1>${alsoCalled(term)}</header>
${
  definition === null
    ? html`<p class="definition unsaid">The wiki explains it only by what follows.</p>`
    : html`<p class="definition">${richHtml(definition.text)}</p>`
}
${sourceLink(view, definition?.place ?? place)}
${owner === null ? '' : html`<p class="owner">Kept by ${safe(owner)}</p>`}
${others.length > 0 ? html`<p class="notice">The wiki uses this name for ${others.length === 1 ? 'something else' : 'other things'}, too: ${others.map((other, at) => html`${at > 0 ? ', ' : ''}${termLink(view, other)} <span class="also">${safe(other.place.page)}</span>`)}</p>` : ''}
${view.isWritten ? '' : actions(view, term)}
<div class="facets">${facets.map(
      facet => html`<section class="facet"><h2>${safe(facet.label)}${lineLink(view, facet.place, place)}</h2>
${pointList(view, facet.points, place)}</section>`,
    )}</div>
${comparisons.map(comparison => comparisonTable(view, comparison, term))}
${relations.map(relation => relationSection(view, relation, term))}
${
  named.length > 0
    ? html`<section class="facet"><h2>Named here</h2><p class="also">Tools and products that the wiki names under this term, without an entry of their own.</p>
<ul class="names">${named.map(mention => html`<li>${safe(mention.name)}${lineLink(view, mention.point.place, place)}</li>`)}</ul></section>`
    : ''
}
${
  picture === null
    ? ''
    : html`<section class="facet"><h2>Related terms</h2>
${picture}</section>`
}
${mentionedIn(view, mentioned)}
${neighbours(view, term)}
</article>`,
  };
}

function actions(view: View, term: Term): Html {
  return html`<p class="actions"><a class="action" href="/?q=${encodeURIComponent(term.name)}">See it in Slack and Discord</a>
<a class="action" href="${compareAddress(view, [term])}">Compare with …</a></p>`;
}

/** The wiki's own table, the term's column first among the terms. */
function comparisonTable(view: View, { title, subjects, rows, place }: Comparison, term: Term): Html {
  const order = [term, ...subjects.filter(one => one !== term)];
  return html`<section class="facet"><h2>${safe(title)}${lineLink(view, place, term.place)}</h2>
<div class="scroller" role="region" aria-label="${safe(title)}" tabindex="0"><table class="sides">
<thead><tr><th scope="col">Aspect</th>${order.map(one => html`<th scope="col">${one === term ? safe(one.name) : termLink(view, one)}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ label, cells }) =>
      html`<tr><th scope="row">${safe(label)}</th>${order.map(one => {
        const cell = cells[subjects.indexOf(one)] ?? [];
        return html`<td>${plain(cell).trim() === '' ? '–' : richHtml(cell)}</td>`;
      })}</tr>`,
  )}</tbody></table></div></section>`;
}

function relationSection(view: View, { title, terms, points, place }: Relation, term: Term): Html {
  const others = terms.filter(one => one !== term);
  return html`<section class="facet"><h2>${safe(title)}${lineLink(view, place, term.place)}</h2>
${pointList(view, points, term.place)}
${others.length > 0 ? html`<p class="also">With ${others.map((one, at) => html`${at > 0 ? ', ' : ''}${termLink(view, one)}`)}</p>` : ''}</section>`;
}

/** Statements that are shown at once; the others unfold. */
const MOST_SHOWN = 8;

function mentionedIn(view: View, passages: readonly Passage[]): Html {
  if (passages.length === 0) return html``;
  // One row of a table, or one bullet, may be said of several terms.
  const statements = [
    ...Map.groupBy(passages, ({ point: { place, label, text } }) =>
      JSON.stringify([place.collection, place.page, place.line, label, plain(text)]),
    ).values(),
  ];
  const list = (some: typeof statements) =>
    html`<ul class="points">${some.map(said => mention(view, said))}</ul>`;
  const rest = statements.slice(MOST_SHOWN);
  return html`<section class="facet"><h2>Where it is mentioned <span class="count">${statements.length}</span></h2>
${list(statements.slice(0, MOST_SHOWN))}
${rest.length > 0 ? html`<details><summary>${rest.length} more</summary>${list(rest)}</details>` : ''}</section>`;
}

/** One statement, and the terms that it is about. */
function mention(view: View, said: readonly Passage[]): Html {
  const [first] = said;
  if (first === undefined) return html``;
  const { facet, point } = first;
  const about = said.map(({ term }, at) => html`${at > 0 ? ', ' : ''}${termLink(view, term)}`);
  const under =
    facet === null || facet === point.label ? '' : html` <span class="also">› ${safe(facet)}</span>`;
  return html`<li>${about}${under}: ${pointText(point)}${lineLink(view, point.place, null)}</li>`;
}

/** The terms before and after it from A to Z. */
function neighbours(view: View, term: Term): Html {
  const { terms } = view.catalogue;
  const at = terms.indexOf(term);
  const [before, after] = [terms[at - 1], terms[at + 1]];
  return html`<nav class="neighbours" aria-label="From A to Z">
${before === undefined ? '' : html`<a rel="prev" href="${view.href(view.catalogue.addressOf(before))}"><span aria-hidden="true">←</span> ${safe(before.name)}</a>`}
${after === undefined ? '' : html`<a rel="next" href="${view.href(view.catalogue.addressOf(after))}">${safe(after.name)} <span aria-hidden="true">→</span></a>`}
</nav>`;
}
