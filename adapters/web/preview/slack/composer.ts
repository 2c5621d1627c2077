import { type Html, html } from '../../html.ts';
import { AT, PLUS, SEND, SMILE } from './icons.ts';

/** What is typed as a command, in the box that messages are written in. */
export function drawComposer(text: string): Html {
  return html`<div class="slack-composer">
<p class="slack-text">/secterm ${text}</p>
<div class="slack-tools">${PLUS}<span class="slack-format" aria-hidden="true">Aa</span>${SMILE}${AT}${SEND}</div>
</div>`;
}
