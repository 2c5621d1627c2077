import { z } from 'zod';
import { html, webAddress } from '../../html.ts';
import { pressValue } from '../press-form.ts';
import { type Draw, drawing } from './draw.ts';
import { CHEVRON } from './icons.ts';
import { drawPlainText, PlainText } from './text.ts';

const action_id = z.string().optional();

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const Button = z.strictObject({
  type: z.literal('button'),
  action_id,
  text: PlainText,
  value: z.string().optional(),
  url: z
    .string()
    .refine(url => webAddress(url) !== null)
    .optional(),
  /** For screen readers, in place of the text. */
  accessibility_label: z.string().optional(),
  style: z.enum(['default', 'primary', 'danger']).default('default'),
});

/** @param block_id of the block that the button stands in. */
export function drawButton(block_id: string | undefined): Draw {
  return drawing(Button, ({ text, action_id, value, url, style, accessibility_label: name }) => {
    const className = `slack-button is-${style}`;
    const named = name === undefined ? '' : html` aria-label="${name}"`;
    const label = html`<span class="slack-label">${drawPlainText(text)}</span>`;
    return url === undefined
      ? html`<button class="${className}" type="submit" name="pressed" value="${pressValue({ block_id, action_id, value })}"${named}>${label}</button>`
      : html`<a class="${className}" href="${webAddress(url)}" rel="external"${named}>${label}</a>`;
  });
}

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select */
const Menu = z.strictObject({
  type: z.literal('static_select'),
  action_id,
  placeholder: PlainText.default({ type: 'plain_text', text: 'Select an item' }),
  options: z.array(z.strictObject({ text: PlainText, value: z.string() })),
});

export function drawMenu(block_id: string | undefined): Draw {
  return drawing(Menu, ({ action_id, placeholder, options }) => {
    const entries = options.map(
      ({ text, value }) =>
        html`<option value="${pressValue({ block_id, action_id, value })}">${text.text}</option>`,
    );
    return html`<span class="slack-menu"><select name="pressed" aria-label="${placeholder.text}" required><option value="">${placeholder.text}</option>${entries}</select>${CHEVRON}</span>
<button class="slack-button is-default without-script" type="submit"><span class="slack-label">Go</span></button>`;
  });
}
