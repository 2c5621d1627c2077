import type { Bot } from '../../../src/bot.ts';
import { plainReply } from '../../../src/replies/plain.ts';
import { safe } from '../../../src/replies/safe.ts';
import type { Posted } from '../../surface.ts';
import { SURFACES } from '../../surfaces.ts';
import { type Html, html } from '../html.ts';
import type { Content } from '../layout.ts';
import { WAYS, type Way } from '../preview/client.ts';
import { drawAsked, drawMessage } from '../preview/message.ts';

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

const FRONT = {
  title: 'secterm: ask the wiki',
  description: 'Ask what a term means, and see the answer as Slack and Discord show it.',
  address: '/',
  styles: ['ask.css', 'slack.css', 'discord.css'],
  scripts: ['ask.js'],
} as const;

/** @param examples texts that can be asked. */
export function askView(asked: Asked, examples: readonly string[], answer: Html): Content {
  return {
    ...FRONT,
    main: html`<div class="ask${asked.text === '' ? ' is-first' : ''}">
<h1${asked.text === '' ? '' : html` class="hidden"`}>${asked.text === '' ? 'What would you like to know?' : 'Answers'}</h1>
<form class="question" method="get" action="/" role="search">
<div class="field">
<label for="q">A term or a question</label>
<input id="q" name="q" type="text" value="${safe(asked.text)}" placeholder="${examples[0] === undefined ? '' : `For example: ${examples[0]}`}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" data-complete="/complete" maxlength="20000">
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
<div id="thread">${followUp(asked)}</div>
</form>
${
  asked.text === ''
    ? html`<section class="examples" aria-labelledby="examples"><h2 id="examples">Try</h2>
<ul>${examples.map(text => html`<li><a href="/?q=${encodeURIComponent(text)}">${text}</a></li>`)}</ul></section>`
    : ''
}
${looks()}
<div id="answer" aria-live="polite">${answer}</div>
</div>`,
  };
}

/** Goes on from what was asked, as in a thread: "and its downsides?". */
function followUp({ text, way, after }: Asked): Html {
  if (text === '' || way === 'message') return html``;
  const isOne = after.length > 0;
  const about = safe(isOne ? (after.at(-1) ?? '') : text);
  const shown = about.length > MOST_SHOWN ? `${about.slice(0, MOST_SHOWN)}…` : about;
  return html`<label class="toggle"><input type="checkbox" name="after" value="${about}"${isOne ? html` checked` : ''}> As a follow-up to “${shown}”</label>`;
}

/** Characters of an earlier question that are shown. */
const MOST_SHOWN = 60;

/** How the previews look; the stylesheet does the rest. */
function looks(): Html {
  return html`<div class="looks">
${radios('Preview', 'look-colours', [
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

/** What each surface would show. */
export async function answerTo(bot: Bot, { text, way, after }: Asked): Promise<Html> {
  if (text === '') return html``;
  const heard = way === 'message' ? null : ({ text, heardAs: way, after } as const);
  const heardNow = heard === null ? null : bot.hear(heard);
  const { reply } = heardNow ?? bot.explain(text);
  const silence = heardNow === null || heardNow.speaks ? null : heardNow.because;
  const shown = await Promise.all(
    SURFACES.map(async surface => {
      const posted =
        heard === null ? await surface.previewGlosses(bot, text) : listOf(await surface.preview(bot, heard));
      return conversation(surface, posted, { text, way });
    }),
  );
  return html`${silence === null ? '' : html`<p class="silence"><strong>secterm keeps silent.</strong> ${safe(silence)} <a href="/?q=${encodeURIComponent(text)}">Ask it as a command</a></p>`}
<div class="previews">
${shown}
${
  silence === null
    ? html`<section class="preview plain" aria-labelledby="as-plain">
<h2 id="as-plain">Plain text</h2>
<pre tabindex="0">${plainReply(reply)}</pre>
</section>`
    : ''
}
</div>`;
}

function listOf(posted: Posted | null): readonly Posted[] {
  return posted === null ? [] : [posted];
}

/** What a press on a previewed message has made of it, as a page for browsers without scripts. */
export function pressedView(
  surface: { readonly name: string; readonly title: string },
  shown: readonly Html[],
): Content {
  return {
    ...FRONT,
    main: html`<div class="ask"><h1>After the press</h1>
<p><a href="/">Ask anew</a></p>
<div class="previews"><section class="preview ${surface.name}" aria-labelledby="as-${surface.name}">
<h2 id="as-${surface.name}">${surface.title}</h2><ol class="conversation">${shown}</ol></section></div></div>`,
  };
}

function conversation(
  { name, title }: { readonly name: string; readonly title: string },
  posted: readonly Posted[],
  { text, way }: { readonly text: string; readonly way: Way },
): Html {
  return html`<section class="preview ${name}" aria-labelledby="as-${name}">
<h2 id="as-${name}">${title}</h2>
<ol class="conversation">
${drawAsked(name, text, way)}
${posted.map(one => drawMessage(name, one))}
</ol>
</section>`;
}
