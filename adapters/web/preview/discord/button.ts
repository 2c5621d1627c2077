import { z } from 'zod';
import { html } from '../../html.ts';
import { pressValue } from '../press-form.ts';
import type { Draw } from './component.ts';
import { httpAddress } from './http-address.ts';
import { linkIcon } from './icons.ts';
import { unknownBox } from './unknown-box.ts';

const Button = z.object({
  style: z.number(),
  label: z.string().default(''),
  emoji: z.object({ name: z.string().default('') }).nullish(),
  custom_id: z.string().optional(),
  url: z.string().optional(),
  disabled: z.boolean().default(false),
});

/** https://docs.discord.com/developers/components/reference#button-button-styles */
const LINK = 5;
const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
};

export const drawButton: Draw = component => {
  const { success, data } = Button.safeParse(component);
  if (!success) return null;
  const { style, label, emoji, custom_id, url, disabled } = data;
  const words = [emoji?.name ?? '', label].filter(word => word !== '').join(' ');
  if (style === LINK) {
    const address = httpAddress(url ?? '');
    return address === null || words.trim() === ''
      ? null
      : html`<a class="dc-button is-secondary" href="${address}" rel="external">${words} ${linkIcon}</a>`;
  }
  const name = STYLES[style];
  if (name === undefined) return unknownBox(`2 (style ${style})`, component);
  if (custom_id === undefined || words.trim() === '') return null;
  return html`<button class="dc-button is-${name}" type="submit" name="pressed" value="${pressValue({ custom_id })}"${disabled ? html` disabled` : ''}>${words}</button>`;
};
