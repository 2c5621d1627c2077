import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import { drawActions } from './actions.ts';
import { type Draw, drawByType, drawing } from './draw.ts';
import { drawRichText } from './rich-text.ts';
import { drawTable } from './table.ts';
import { drawPlainText, PlainText, TEXTS } from './text.ts';

/** A block of a message: https://docs.slack.dev/reference/block-kit/blocks */
export function drawBlock(block: unknown): Html {
  return drawByType(BLOCKS, block);
}

const block_id = z.string().optional();

const Header = z.strictObject({ type: z.literal('header'), block_id, text: PlainText });
const Section = z.strictObject({ type: z.literal('section'), block_id, text: z.unknown() });
const Context = z.strictObject({ type: z.literal('context'), block_id, elements: z.array(z.unknown()) });
const Divider = z.strictObject({ type: z.literal('divider'), block_id });

const BLOCKS: Readonly<Record<string, Draw>> = {
  header: drawing(Header, ({ text }) => html`<h3 class="slack-header">${drawPlainText(text)}</h3>`),
  section: drawing(Section, ({ text }) => html`<div class="slack-section">${drawByType(TEXTS, text)}</div>`),
  context: drawing(
    Context,
    ({ elements }) =>
      html`<div class="slack-context">${elements.map(element => drawByType(TEXTS, element))}</div>`,
  ),
  divider: drawing(Divider, () => html`<hr class="slack-divider">`),
  rich_text: drawRichText,
  table: drawTable,
  actions: drawActions,
};
