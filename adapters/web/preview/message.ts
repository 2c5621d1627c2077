import type { Posted } from '../../surface.ts';
import { type Html, html } from '../html.ts';
import type { Client, Way } from './client.ts';
import { discordClient } from './discord.ts';
import { slackClient } from './slack.ts';

/** By the name of the surface. */
const CLIENTS: Readonly<Record<string, Client>> = { slack: slackClient, discord: discordClient };

/** Characters of what was typed that are shown; the bot reads no more either. */
const LONGEST_SHOWN = 12_000;

/** What was typed, as a surface's client shows it. */
export function drawAsked(surface: string, text: string, way: Way): Html {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return html`<li class="asked">${clientOf(surface)?.asked(shown, way) ?? shown}</li>`;
}

/** A message as a surface's client shows it, with its JSON; of a surface that has no drawing yet, that alone. */
export function drawMessage(surface: string, posted: Posted): Html {
  const client = clientOf(surface);
  return html`<li class="posted">
${client?.posted(posted) ?? ''}
<details class="json"${client === null ? html` open` : ''}>
<summary>JSON</summary>
<pre tabindex="0">${JSON.stringify(posted.body, null, 2)}</pre>
</details>
</li>`;
}

function clientOf(surface: string): Client | null {
  return Object.hasOwn(CLIENTS, surface) ? (CLIENTS[surface] ?? null) : null;
}
