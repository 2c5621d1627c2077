import { z } from 'zod';
import { html } from '../../html.ts';
import { pressValue } from '../press-form.ts';
import type { Draw } from './component.ts';
import { chevronIcon } from './icons.ts';

/** https://docs.discord.com/developers/components/reference#string-select */
const Menu = z.object({
  placeholder: z.string().min(1).catch('Make a selection'),
  disabled: z.boolean().default(false),
  options: z.array(
    z.object({ label: z.string(), value: z.string(), description: z.string().nullish() }).readonly(),
  ),
});

/** The bot reads the value of a chosen entry as it reads the id of a pressed button. */
export const drawMenu: Draw = component => {
  const { success, data } = Menu.safeParse(component);
  if (!success) return null;
  const { placeholder, options, disabled } = data;
  return html`<span class="dc-menu"><select name="pressed" aria-label="${placeholder}" required${disabled ? html` disabled` : ''}>
<option value="">${placeholder}</option>
${options.map(
  ({ label, value, description }) =>
    html`<option value="${pressValue({ custom_id: value })}">${label}${description ? ` – ${description}` : ''}</option>`,
)}
</select>${chevronIcon}</span>
<button class="dc-button is-secondary without-script" type="submit">Go</button>`;
};
