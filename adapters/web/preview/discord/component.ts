import { z } from 'zod';
import type { Html } from '../../html.ts';
import type { PressContext } from '../press-form.ts';
import { unknownBox } from './unknown-box.ts';

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const TYPES = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  section: 9,
  textDisplay: 10,
  separator: 14,
  container: 17,
} as const;

/** Draws a component of one type; null for one that lacks what its type needs. */
export type Draw = (component: unknown, press: PressContext) => Html | null;

/** The components that may stand somewhere, by their type. */
export type Handlers = Readonly<Record<number, Draw>>;

const Typed = z.object({ type: z.number() });

export function drawComponent(component: unknown, handlers: Handlers, press: PressContext): Html {
  const { success, data } = Typed.safeParse(component);
  if (!success) return unknownBox('no type', component);
  return handlers[data.type]?.(component, press) ?? unknownBox(String(data.type), component);
}
