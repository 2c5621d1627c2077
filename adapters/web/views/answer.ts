import type { Bot } from '../../../src/bot.ts';
import { plainReply } from '../../../src/replies/plain.ts';
import { safe } from '../../../src/replies/safe.ts';
import type { Posted } from '../../surface.ts';
import { SURFACES } from '../../surfaces.ts';
import { type Html, html } from '../html.ts';
import type { Content } from '../layout.ts';
import type { Way } from '../preview/client.ts';
import { drawAsked, drawMessage } from '../preview/message.ts';
import { type Asked, FRONT } from './ask.ts';

/** An answer as the page shows it. */
export interface Answered {
  readonly drawn: Html;
  /** What a follow-up goes on from, as a thread keeps it; null for nothing. */
  readonly again: string | null;
}

/** What each surface would show. */
export async function answerTo(bot: Bot, { text, way, after }: Asked): Promise<Answered> {
  if (text === '') return { drawn: html``, again: null };
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
  const drawn = html`${silence === null ? '' : html`<p class="silence"><strong>secterm keeps silent.</strong> ${safe(silence)} <a href="/?q=${encodeURIComponent(text)}">Ask it as a command</a></p>`}
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
  return { drawn, again: heardNow?.canonical ?? null };
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
${posted.length === 0 ? html`<li class="nothing">secterm posts nothing here.</li>` : posted.map(one => drawMessage(name, one))}
</ol>
</section>`;
}
