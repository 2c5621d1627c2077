import { safe } from '../../../src/replies/safe.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { View } from '../layout.ts';
import { TIE_KINDS, type Tie, type TieKind } from './ties.ts';

/** What is said before the names of terms that are tied to one in some way. */
const LEADS: Readonly<Record<TieKind, string>> = {
  compared: 'Compared with',
  combined: 'Combined with',
  names: 'Its text names',
  'named-by': 'Named in the text of',
  beside: 'Under the same heading as',
};

/** Ties listed of each kind; the strongest come first. */
const MOST_LISTED = 200;

/** Ties in words, by their kind: the same as in a picture, and those for which it has no room. */
export function drawTieList({ catalogue, href }: View, ties: readonly Tie[]): Html {
  const byKind = Map.groupBy(ties, ({ kind }) => kind);
  const kinds = TIE_KINDS.filter(kind => byKind.has(kind));
  if (kinds.length === 0) return NOTHING;
  return html`<details class="map-list"><summary>As a list</summary>
<dl>${kinds.map(
    kind =>
      html`<div><dt>${LEADS[kind]}</dt><dd><ul>${(byKind.get(kind) ?? [])
        .slice(0, MOST_LISTED)
        .map(
          ({ term }) => html`<li><a href="${href(catalogue.addressOf(term))}">${safe(term.name)}</a></li>`,
        )}</ul></dd></div>`,
  )}</dl>
</details>
`;
}
