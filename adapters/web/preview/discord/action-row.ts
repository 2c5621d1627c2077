import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import { pressForm } from '../press-form.ts';
import { drawButton } from './button.ts';
import { type Draw, drawComponent, type Handlers, TYPES } from './component.ts';
import { drawMenu } from './menu.ts';

const Row = z.object({ components: z.array(z.unknown()) });

const IN_ROW: Handlers = { [TYPES.button]: drawButton, [TYPES.stringSelect]: drawMenu };

/** Buttons beside one another, or one menu. A form each, as a menu's choice is sent under the name of a pressed button. */
export const drawRow: Draw = (component, press) => {
  const { success, data } = Row.safeParse(component);
  if (!success) return null;
  const [menus, buttons] = parted(data.components, one => Menu.safeParse(one).success);
  const draw = (one: unknown): Html => drawComponent(one, IN_ROW, press);
  return html`${buttons.length === 0 ? '' : pressForm(press, html`${buttons.map(draw)}`, 'dc-row')}
${menus.map(menu => pressForm(press, draw(menu), 'dc-row'))}`;
};

const Menu = z.object({ type: z.literal(TYPES.stringSelect) });

function parted(
  all: readonly unknown[],
  isFirst: (one: unknown) => boolean,
): readonly [unknown[], unknown[]] {
  return [all.filter(isFirst), all.filter(one => !isFirst(one))];
}

/** A button that stands alone beside a text. */
export const drawAccessory: Draw = (component, press) => {
  const button = drawButton(component, press);
  return button && pressForm(press, button, 'dc-accessory');
};
