import { safe } from '../../../src/replies/safe.ts';
import { html } from '../html.ts';
import { drawLabel } from './draw-label.ts';
import { round } from './edge.ts';
import { type Lettering, labelOf } from './label.ts';
import type { Figure } from './picture.ts';

/** How a term is shown. */
export interface Shown {
  readonly name: string;
  /** Where it leads. */
  readonly href: string;
  /** What is said of it where there is room for more than its name, and to who hears it: "compared in TLS vs mTLS". */
  readonly says: string;
  readonly isCentre: boolean;
}

/** A box with a term's name that leads to the term. */
export function termFigure({ name, href, says, isCentre }: Shown): Figure {
  const lettering = isCentre ? CENTRE : USUAL;
  const label = labelOf(safe(name), lettering);
  const width = label.width + 2 * PADDING.x;
  const height = label.height + 2 * PADDING.y;
  const full = safe(says === '' ? name : `${name}: ${says}`);
  return {
    width,
    height,
    draw(number, { x, y }) {
      const [left, top] = [x - width / 2, y - height / 2].map(round);
      return html`<a class="map-node${isCentre ? ' map-centre' : ''}" href="${href}" data-node="${number}" data-x="${round(x)}" data-y="${round(y)}"><title>${full}</title><rect x="${left}" y="${top}" width="${width}" height="${height}" rx="7"/>${drawLabel(label, { x, y }, lettering)}</a>
`;
    },
  };
}

const USUAL: Lettering = { fontSize: 14, isBold: false };
const CENTRE: Lettering = { fontSize: 17, isBold: true };
/** Between the letters and the edge of the box, in pixels. */
const PADDING = { x: 11, y: 7 };
