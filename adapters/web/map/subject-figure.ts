import { type Html, html } from '../html.ts';
import { drawLabel } from './draw-label.ts';
import { round } from './edge.ts';
import { type Label, type Lettering, labelOf, lineOf } from './label.ts';
import type { Spot } from './lay-out.ts';
import type { Figure } from './picture.ts';

/** Something with terms that one can go to. */
export interface Place {
  readonly title: string;
  readonly href: string;
  /** How many terms it has. */
  readonly count: number;
}

export interface ShownSubject extends Place {
  /** What is in it. */
  readonly pages: readonly Place[];
  /** How many pages there is no room for. */
  readonly further: number;
}

/** A card with a subject's name, which leads to its map, and its pages below. */
export function subjectFigure({ pages, further, ...subject }: ShownSubject): Figure {
  const title = labelOf(`${subject.title} (${subject.count})`, TITLE);
  const rows = pages.map(page => ({ page, label: lineOf(page.title, ` (${page.count})`, ROW) }));
  const more = further === 0 ? null : lineOf(`and ${further} more pages`, '', ROW);
  const labels = [title, ...rows.map(({ label }) => label), ...(more === null ? [] : [more])];
  const width = Math.max(...labels.map(label => label.width)) + 2 * PADDING.x;
  const head = title.height + 2 * PADDING.y;
  const below = rows.length + (more === null ? 0 : 1);
  const height = head + below * ROW_HEIGHT + (below === 0 ? 0 : PADDING.y);
  return {
    width,
    height,
    draw(number, { x, y }) {
      const top = y - height / 2;
      const box = { left: x - width / 2, width, x };
      const middle = (row: number) => top + head + (row + 0.5) * ROW_HEIGHT;
      return html`<g class="map-card" data-node="${number}"><rect x="${round(box.left)}" y="${round(top)}" width="${width}" height="${height}" rx="9"/>
${link({ ...box, y: top + head / 2, height: head }, subject, { label: title, lettering: TITLE, name: 'map-title' })}
${rows.map(({ page, label }, row) =>
  link({ ...box, y: middle(row), height: ROW_HEIGHT }, page, { label, lettering: ROW, name: 'map-row' }),
)}${more === null ? '' : html`<g class="map-more">${drawLabel(more, { x, y: middle(rows.length) }, ROW)}</g>`}</g>
`;
    },
  };
}

const TITLE: Lettering = { fontSize: 16, isBold: true };
const ROW: Lettering = { fontSize: 13, isBold: false };
/** In pixels. */
const ROW_HEIGHT = 24;
const PADDING = { x: 12, y: 8 };

interface Area extends Spot {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

function link(
  { x, y, left, width, height }: Area,
  { title, href, count }: Place,
  { label, lettering, name }: { label: Label; lettering: Lettering; name: string },
): Html {
  const full = `${title}, ${count === 1 ? '1 term' : `${count} terms`}`;
  return html`<a class="${name}" href="${href}" data-x="${round(x)}" data-y="${round(y)}"><title>${full}</title><rect x="${round(left)}" y="${round(y - height / 2)}" width="${width}" height="${height}" rx="6"/>${drawLabel(label, { x, y }, lettering)}</a>`;
}
