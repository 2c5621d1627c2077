import { z } from 'zod';
import { type Html, html } from '../../html.ts';

const Typed = z.object({ type: z.string() });

/** The `type` that Slack's blocks, elements and texts tell; of what tells none, what it is. */
export function typeOf(value: unknown): string {
  const { success, data } = Typed.safeParse(value);
  return success ? data.type : value === null ? 'null' : typeof value;
}

/** What this page cannot draw, or what is not as Slack documents it: shown as it is, so that it is noticed. */
export function drawUnknown(value: unknown, type: string = typeOf(value)): Html {
  return html`<div class="slack-unknown"><strong>Unknown block: ${type}</strong><pre>${JSON.stringify(value, null, 1)}</pre></div>`;
}
