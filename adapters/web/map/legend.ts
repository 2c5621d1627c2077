import { type Html, html, NOTHING } from '../html.ts';
import { drawEdge, type Edge, type EdgeKind } from './edge.ts';

/** What the lines of a picture say, each kind that it has. */
export function drawLegend(edges: readonly Edge[]): Html {
  const used = new Set(edges.map(({ kind }) => kind));
  const said = LEGEND.filter(({ kind }) => used.has(kind));
  return said.length === 0 ? NOTHING : html`<ul class="map-legend">${said.map(drawItem)}</ul>`;
}

const LEGEND: readonly { readonly kind: EdgeKind; readonly says: string }[] = [
  { kind: 'compared', says: 'compared in a table' },
  { kind: 'combined', says: 'put together in a passage about both' },
  { kind: 'names', says: 'its text names what the arrow points to' },
  { kind: 'beside', says: 'only under the same heading' },
  { kind: 'subjects', says: 'tied by their terms: the broader, the more' },
];

const SAMPLE = { width: 44, height: 14 };

function drawItem({ kind, says }: (typeof LEGEND)[number]): Html {
  const { width, height } = SAMPLE;
  const curve = [0, 1, 2, 3].map(third => ({ x: 2 + (third * (width - 4)) / 3, y: height / 2 }));
  const arrows = kind === 'names' ? 'to' : 'none';
  const sample: Edge = { from: 0, to: 1, kind, arrows, width: kind === 'subjects' ? 4 : null };
  return html`<li><svg class="map-sample" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${drawEdge(sample, curve)}</svg> ${says}</li>`;
}
