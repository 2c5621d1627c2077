import { safe } from '../../../src/replies/safe.ts';
import { type Html, html } from '../html.ts';
import type { Content } from '../layout.ts';
import { WAYS, type Way } from '../preview/client.ts';
import type { Answered } from './answer.ts';

/** What was asked on the page. */
export interface Asked {
  readonly text: string;
  readonly way: Way;
  /** What was asked before in the same thread, oldest first. */
  readonly after: readonly string[];
}

const LABELS: Readonly<Record<Way, string>> = {
  command: 'Slash command',
  mention: 'Mention',
  channel: 'Overheard in a channel',
  message: 'Explain a message',
};

export const FRONT = {
  title: 'secterm: ask the wiki',
  description: 'Ask what a term means, and see the answer as Slack and Discord show it.',
  address: '/',
  styles: ['ask.css', 'slack.css', 'discord.css'],
  scripts: ['ask.js'],
} as const;

/** Characters of a question that one can type; of any script they fit an address. */
export const LONGEST_ASKED = 10_000;

/** @param examples texts that can be asked. */
export function askView(asked: Asked, examples: readonly string[], { drawn, again }: Answered): Content {
  return {
    ...FRONT,
    main: html`<div class="ask${asked.text === '' ? ' is-first' : ''}">
<h1${asked.text === '' ? '' : html` class="hidden"`}>${asked.text === '' ? 'What would you like to know?' : 'Answers'}</h1>
<form class="question" method="get" action="/" role="search">
<div class="field">
<label for="q">A term or a question</label>
<input id="q" name="q" type="text" value="${safe(asked.text)}" placeholder="${examples[0] === undefined ? '' : `For example: ${examples[0]}`}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" data-complete="/complete" maxlength="${LONGEST_ASKED}">
<button type="submit">Ask</button>
</div>
<fieldset class="ways">
<legend>Ask it as</legend>
${WAYS.map(
  way =>
    html`<label><input type="radio" name="as" value="${way}"${way === asked.way ? html` checked` : ''}><span>${LABELS[way]}</span></label>`,
)}
</fieldset>
<p class="hint">What a slash command shows is private at first; a mention is answered for all; overheard is what somebody writes in a channel without asking secterm.</p>
<div id="thread">${followUp(asked, again)}</div>
</form>
${
  asked.text === ''
    ? html`<section class="examples" aria-labelledby="examples"><h2 id="examples">Try</h2>
<ul>${examples.map(text => html`<li><a href="/?q=${encodeURIComponent(text)}">${text}</a></li>`)}</ul></section>`
    : ''
}
${looks()}
<div id="answer" aria-live="polite">${drawn}</div>
</div>`,
  };
}

/** Goes on from what was asked, as in a thread: "and its downsides?". @param again what its answer is an answer to. */
function followUp({ after }: Asked, again: string | null): Html {
  if (again === null) return html``;
  const about = safe(again);
  const shown = about.length > MOST_SHOWN ? `${about.slice(0, MOST_SHOWN)}…` : about;
  return html`<label class="toggle"><input type="checkbox" name="after" value="${about}"${after.length > 0 ? html` checked` : ''}> As a follow-up to “${shown}”</label>`;
}

/** Characters of an earlier question that are shown. */
const MOST_SHOWN = 60;

/** How the previews look; the stylesheet does the rest. */
function looks(): Html {
  return html`<div class="looks">
${radios('Colours', 'look-colours', [
  ['look-own', 'Like this page'],
  ['look-light', 'Light'],
  ['look-dark', 'Dark'],
])}
${radios('Width', 'look-width', [
  ['look-desktop', 'Desktop'],
  ['look-phone', 'Phone'],
])}
</div>`;
}

function radios(
  legend: string,
  name: string,
  choices: readonly (readonly [id: string, label: string])[],
): Html {
  return html`<fieldset class="ways ${name}"><legend>${legend}</legend>${choices.map(
    ([id, label], at) =>
      html`<label><input type="radio" name="${name}" id="${id}"${at === 0 ? html` checked` : ''}><span>${label}</span></label>`,
  )}</fieldset>`;
}
