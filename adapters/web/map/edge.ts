import { type Html, html, NOTHING } from '../html.ts';
import type { Line, Spot } from './lay-out.ts';
import type { TieKind } from './ties.ts';

/** What a line stands for; each kind is drawn so that it can be told from the others without colour. */
export type EdgeKind = 'compared' | 'combined' | 'names' | 'beside' | 'subjects';

export interface Edge extends Omit<Line, 'isDirected'> {
  readonly kind: EdgeKind;
  /** Whether it ends in an arrowhead; and whether it begins in one, too. */
  readonly arrows: 'none' | 'to' | 'both';
  /** In pixels; null for what is usual for the kind. */
  readonly width: number | null;
}

/** A term that another names is at the other end of the same kind of line. */
export const EDGE_OF: Readonly<Record<TieKind, EdgeKind>> = {
  compared: 'compared',
  combined: 'combined',
  names: 'names',
  'named-by': 'names',
  beside: 'beside',
};

/** @param curve its points, as of a Bézier curve: one, and then three by three. */
export function drawEdge({ from, to, kind, arrows, width }: Edge, curve: readonly Spot[]): Html {
  const path = pathOf(curve);
  const breadth = width === null ? '' : html` stroke-width="${width}"`;
  // Two lines are one broad line with a narrow one of the ground's colour on it.
  const inner = kind === 'compared' ? html`<path class="map-between" d="${path}"/>` : NOTHING;
  return html`<g class="map-edge map-${kind}" data-from="${from}" data-to="${to}"><path class="map-line"${breadth} d="${path}"/>${inner}${
    arrows === 'none' ? NOTHING : arrowhead(curve)
  }${arrows === 'both' ? arrowhead(curve.toReversed()) : NOTHING}</g>
`;
}

function pathOf([start, ...rest]: readonly Spot[]): string {
  return start === undefined ? '' : `M${pair(start)}C${rest.map(pair).join(' ')}`;
}

/** In pixels. */
const ARROW = { length: 9, halfWidth: 4 };

/** At the last point of a curve. */
function arrowhead(curve: readonly Spot[]): Html {
  const [tip, before] = [curve.at(-1), curve.at(-2)];
  if (tip === undefined || before === undefined) return NOTHING;
  const distance = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / distance, (tip.y - before.y) / distance];
  const base = { x: tip.x - dx * ARROW.length, y: tip.y - dy * ARROW.length };
  const corners = [1, -1].map(side => ({
    x: base.x - side * dy * ARROW.halfWidth,
    y: base.y + side * dx * ARROW.halfWidth,
  }));
  return html`<path class="map-arrow" d="M${[tip, ...corners].map(pair).join('L')}Z"/>`;
}

function pair({ x, y }: Spot): string {
  return `${round(x)},${round(y)}`;
}

/** A tenth of a pixel is as near as one can see. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
