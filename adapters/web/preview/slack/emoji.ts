import { type Html, html } from '../../html.ts';

/** Text whose names between colons Slack takes for emoji. Which ones exist is not known here, so each is marked. */
export function drawEmoji(text: string): Html {
  const pieces = text.split(/(:[\p{L}\p{N}_+'-]+:)/u);
  return html`${pieces.map((piece, index) =>
    index % 2 === 1 ? html`<span class="slack-emoji">${piece}</span>` : piece,
  )}`;
}
