import type { Term } from '../../../src/glossary/glossary.ts';
import { inSlices } from '../../in-slices.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { View } from '../layout.ts';
import { drawPicture } from './picture.ts';
import { termFigure } from './term-figure.ts';
import { tieEdges } from './tie-edges.ts';
import { drawTieList } from './tie-list.ts';
import { prepareTies, type Tie, type TieKind, tiesOf } from './ties.ts';

/** Terms around the one in the middle, at most; more would not fit beside a phone's or a page's text. */
const MOST_AROUND = 16;
/** Terms that are only under the same heading fill up to so many: they say little. */
const ENOUGH_AROUND = 8;

/** A term in the middle of those that the wiki ties it to, the strongest ties; nothing for a term without any. */
export async function drawTermMap(view: View, term: Term): Promise<Html> {
  const { catalogue, href } = view;
  await inSlices(prepareTies(catalogue));
  const ties = tiesOf(catalogue, term);
  if (ties.length === 0) return NOTHING;
  const around = shownOf(ties);
  const terms = [term, ...around.map(tie => tie.term)];
  const edges = (await inSlices(tieEdges(catalogue, terms))).filter(
    ({ from, to, kind }) => from === 0 || to === 0 || kind !== 'beside',
  );
  const figures = [
    termFigure({ name: term.name, href: href(catalogue.addressOf(term)), says: '', isCentre: true }),
    ...around.map(tie =>
      termFigure({
        name: tie.term.name,
        href: href(catalogue.addressOf(tie.term)),
        says: saysOf(tie, term),
        isCentre: false,
      }),
    ),
  ];
  const title = `Map of the terms around ${term.name}`;
  const picture = await drawPicture({ title, figures, edges, form: 'around' });
  const left = ties.length - around.length;
  return html`<figure class="map">
${picture}
${left === 0 ? NOTHING : html`<figcaption>The ${around.length} strongest of ${ties.length} ties. The list has all of them.</figcaption>`}
${drawTieList(view, ties)}
</figure>
`;
}

function shownOf(ties: readonly Tie[]): readonly Tie[] {
  const strong = ties.filter(({ kind }) => kind !== 'beside');
  const beside = ties.filter(({ kind }) => kind === 'beside');
  return [...strong.slice(0, MOST_AROUND), ...beside.slice(0, Math.max(0, ENOUGH_AROUND - strong.length))];
}

function saysOf({ kind, title }: Tie, { name }: Term): string {
  return SAYS[kind](name, title ?? '');
}

const SAYS: Readonly<Record<TieKind, (name: string, title: string) => string>> = {
  compared: (name, title) => `compared with ${name} in “${title}”`,
  combined: (name, title) => `combined with ${name} in “${title}”`,
  names: name => `named in the text of ${name}`,
  'named-by': name => `its text names ${name}`,
  beside: (_, title) => `under “${title}” as well`,
};
