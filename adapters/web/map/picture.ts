import { type Html, html } from '../html.ts';
import { drawEdge, type Edge } from './edge.ts';
import { type Box, layOut, type Plan, type Spot, WIDEST } from './lay-out.ts';
import { drawLegend } from './legend.ts';

/** Something to be drawn at a place. */
export interface Figure extends Box {
  /** @param number tells it from the others, for the script; `middle` is where it goes. */
  draw(number: number, middle: Spot): Html;
}

export interface Picture {
  /** What it shows, for who does not see it. */
  readonly title: string;
  /** In the order in which they are read. */
  readonly figures: readonly Figure[];
  readonly edges: readonly Edge[];
  readonly form: Plan['form'];
}

/** Figures that are links, with lines between them, in a region that can be scrolled; and what the lines say. */
export async function drawPicture({ title, figures, edges, form }: Picture): Promise<Html> {
  const lines = edges.map(({ from, to, arrows }) => ({ from, to, isDirected: arrows !== 'none' }));
  const laid = await layOut({ boxes: figures, lines, form });
  const [width, height] = [Math.ceil(laid.width), Math.ceil(laid.height)];
  return html`<div class="map-region" role="region" tabindex="0" aria-label="${title}">
<svg class="map-picture${width > WIDEST && width <= SHRINKABLE ? ' map-shrinks' : ''}" role="group" aria-label="${title}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<g class="map-edges" aria-hidden="true">
${edges.map((edge, number) => drawEdge(edge, laid.lines[number] ?? []))}</g>
${figures.map((figure, number) => figure.draw(number, laid.boxes[number] ?? { x: 0, y: 0 }))}</svg>
</div>
${drawLegend(edges)}
`;
}

/** What is a little too wide may be drawn smaller: in pixels, so that its letters stay larger than 12 pixels. */
const SHRINKABLE = 1240;
