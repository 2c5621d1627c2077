import type { Shelf } from '../catalogue.ts';
import { type Html, html } from '../html.ts';
import type { ShelfTie } from './shelf-ties.ts';

/** The ties of each subject in words, those to the most terms first. */
export function drawShelfList(
  shelves: readonly Shelf[],
  ties: readonly ShelfTie[],
  addressOf: (shelf: Shelf) => string,
): Html {
  const rows = shelves.map((shelf, number) => ({
    shelf,
    tied: ties
      .filter(({ from, to }) => from === number || to === number)
      .sort((a, b) => b.count - a.count)
      .flatMap(({ from, to, count }) => {
        const other = shelves[from === number ? to : from];
        return other === undefined ? [] : [{ other, count }];
      }),
  }));
  return html`<details class="map-list"><summary>As a list</summary>
<dl>${rows.map(
    ({ shelf, tied }) =>
      html`<div><dt><a href="${addressOf(shelf)}">${shelf.title}</a></dt><dd>${
        tied.length === 0
          ? 'Tied to no other.'
          : html`<ul>${tied.map(({ other, count }) => html`<li><a href="${addressOf(other)}">${other.title}</a> (${count} ${count === 1 ? 'tie' : 'ties'})</li>`)}</ul>`
      }</dd></div>`,
  )}</dl>
</details>
`;
}
