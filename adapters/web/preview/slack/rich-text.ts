import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import { type Draw, drawByType, drawing } from './draw.ts';
import { drawRichElement } from './rich-element.ts';

/** Deepest that Slack indents a list. */
const DEEPEST = 8;

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const RichText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: z.string().optional(),
  elements: z.array(z.unknown()),
});
const Section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(z.unknown()) });
const List = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  indent: z.int().min(0).max(DEEPEST).default(0),
  offset: z.int().min(0).default(0),
  elements: z.array(z.unknown()),
});

export const drawRichText: Draw = drawing(
  RichText,
  ({ elements }) =>
    html`<div class="slack-rich">${elements.map(element => drawByType(PARTS, element))}</div>`,
);

const drawSection: Draw = drawing(
  Section,
  ({ elements }) => html`<div class="slack-text">${elements.map(drawRichElement)}</div>`,
);

const PARTS: Readonly<Record<string, Draw>> = {
  rich_text_section: drawSection,
  rich_text_list: drawing(List, drawList),
};

/** Slack nests no lists: each stands below the one before, with an indent. */
function drawList({ style, indent, offset, elements }: z.infer<typeof List>): Html {
  const items = elements.map(item => html`<li>${drawByType({ rich_text_section: drawSection }, item)}</li>`);
  const className = `slack-list indent-${indent}`;
  return style === 'bullet'
    ? html`<ul class="${className}">${items}</ul>`
    : html`<ol class="${className}" start="${offset + 1}">${items}</ol>`;
}
