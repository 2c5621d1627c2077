import type { z } from 'zod';
import type { Html } from '../../html.ts';
import { drawUnknown, typeOf } from './unknown.ts';

/** Draws one kind of block, element or text; null for a value that is not as that kind is. */
export type Draw = (value: unknown) => Html | null;

/** Draws what a schema reads. Let it be strict: a field that is not drawn is one that would be dropped in silence. */
export function drawing<T>(schema: z.ZodType<T>, draw: (read: T) => Html): Draw {
  return value => {
    const { success, data } = schema.safeParse(value);
    return success ? draw(data) : null;
  };
}

/** Draws a value with the handler of its `type`. */
export function drawByType(handlers: Readonly<Record<string, Draw>>, value: unknown): Html {
  const type = typeOf(value);
  const draw = Object.hasOwn(handlers, type) ? handlers[type] : undefined;
  return draw?.(value) ?? drawUnknown(value);
}
