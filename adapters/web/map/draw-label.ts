import { type Html, html } from '../html.ts';
import { round } from './edge.ts';
import { type Label, type Lettering, lineHeight } from './label.ts';
import type { Spot } from './lay-out.ts';

/** Lines around a middle. */
export function drawLabel({ lines, height }: Label, { x, y }: Spot, lettering: Lettering): Html {
  const step = lineHeight(lettering);
  const first = y - height / 2 + step * BASELINE;
  // The space keeps apart the words of two lines for who hears or copies them.
  const spans = lines.map(
    (line, number) => html`<tspan x="${round(x)}" y="${round(first + number * step)}">${line}</tspan> `,
  );
  return html`<text>${spans}</text>`;
}

/** How far down a line of text the letters stand, as a part of its height. */
const BASELINE = 0.76;
