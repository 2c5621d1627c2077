import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import { drawAccessory, drawRow } from './action-row.ts';
import { type Draw, drawComponent, type Handlers, TYPES } from './component.ts';
import { drawMarkdown } from './markdown.ts';

const TextDisplay = z.object({ content: z.string() });

const drawText: Draw = component => {
  const { success, data } = TextDisplay.safeParse(component);
  return success ? html`<div class="dc-markdown">${drawMarkdown(data.content)}</div>` : null;
};

const IN_SECTION: Handlers = { [TYPES.textDisplay]: drawText };
const BESIDE_SECTION: Handlers = { [TYPES.button]: drawAccessory };

const Section = z.object({ components: z.array(z.unknown()), accessory: z.unknown() });

const drawSection: Draw = (component, press) => {
  const { success, data } = Section.safeParse(component);
  if (!success) return null;
  const { components, accessory } = data;
  return html`<div class="dc-section"><div>${components.map(one => drawComponent(one, IN_SECTION, press))}</div>
${drawComponent(accessory, BESIDE_SECTION, press)}</div>`;
};

const Separator = z.object({ divider: z.boolean().default(true), spacing: z.literal([1, 2]).default(1) });

const drawSeparator: Draw = component => {
  const { success, data } = Separator.safeParse(component);
  if (!success) return null;
  const { divider, spacing } = data;
  return html`<div class="dc-separator${divider ? ' has-line' : ''}${spacing === 2 ? ' is-wide' : ''}"></div>`;
};

const IN_CONTAINER: Handlers = {
  [TYPES.actionRow]: drawRow,
  [TYPES.section]: drawSection,
  [TYPES.textDisplay]: drawText,
  [TYPES.separator]: drawSeparator,
};

const MOST_COLOURS = 0xffffff;
const Container = z.object({
  components: z.array(z.unknown()),
  accent_color: z.int().min(0).max(MOST_COLOURS).nullish(),
});

const drawContainer: Draw = (component, press) => {
  const { success, data } = Container.safeParse(component);
  if (!success) return null;
  const { components, accent_color: accent } = data;
  return html`<div class="dc-container">${typeof accent === 'number' ? accentBar(accent) : ''}
${components.map(one => drawComponent(one, IN_CONTAINER, press))}</div>`;
};

/** The colour stands in an attribute of the drawing: a style of its own is nothing that the page's policy allows. */
function accentBar(colour: number): Html {
  const hex = colour.toString(16).padStart(6, '0');
  return html`<svg class="dc-accent" aria-hidden="true"><rect width="100%" height="100%" fill="#${hex}"/></svg>`;
}

/** What a message itself may hold. */
export const TOP_LEVEL: Handlers = { ...IN_CONTAINER, [TYPES.container]: drawContainer };
