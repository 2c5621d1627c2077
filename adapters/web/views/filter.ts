import { type Html, html } from '../html.ts';

/** A field that filters lists of terms, shown by the script that makes it work. @param groups what holds them. */
export function filterOf(groups: string): Html {
  return html`<p class="filter" data-filter="${groups}" hidden><label for="filter">Show only</label>
<input id="filter" type="search" autocomplete="off" spellcheck="false"> <output for="filter"></output></p>`;
}
