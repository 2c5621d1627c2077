import { type Html, html } from '../html.ts';

/** What goes along with every press on a message. */
export interface PressContext {
  /** As options name the surface: "slack". */
  readonly surface: string;
  /** What the platform tells of the message with each press. */
  readonly message: object;
}

/**
 * A form whose buttons and menus press a component of a previewed message. Each button has the name `pressed` and as its
 * value JSON of what the platform tells of it, which `pressValue` writes.
 */
export function pressForm({ surface, message }: PressContext, components: Html, className = ''): Html {
  return html`<form class="press ${className}" method="post" action="/press">
<input type="hidden" name="surface" value="${surface}">
<input type="hidden" name="message" value="${JSON.stringify(message)}">
${components}
</form>`;
}

export function pressValue(told: object): string {
  return JSON.stringify(told);
}
