import { type Html, html } from '../../html.ts';

/** What this preview cannot draw, told in its place, so that nobody takes it for missing. */
export function unknownBox(type: string, json: unknown): Html {
  return html`<div class="dc-unknown"><div>Unknown component: ${type}</div><code>${JSON.stringify(json) ?? ''}</code></div>`;
}
