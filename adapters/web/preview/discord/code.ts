import { type Html, html } from '../../html.ts';
import type { Rule } from './inline.ts';

/** Code within a line, between one or two backticks, and on lines of its own between three. */
export const CODE: readonly Rule[] = [
  {
    opens: /```/y,
    pattern: /```(?<inside>[\s\S]+?)```\n?/y,
    isBlock: true,
    draw: ({ inside = '' }, { isNested }) => drawFenced(inside, isNested),
  },
  { opens: /``(?!`)/y, pattern: /``(?!`)(?<code>[\s\S]*?[^`])``(?!`)/y, draw: drawCode },
  { opens: /`(?!`)/y, pattern: /`(?!`)(?<code>[\s\S]*?[^`])`(?!`)/y, draw: drawCode },
];

function drawFenced(inside: string, isNested: boolean): Html | null {
  const code = inside
    .replace(/^[\w+.#-]+\n/, '')
    .replace(/^\n+/, '')
    .replace(/(?<!\n)\n+$/, '');
  if (code === '') return null;
  if (isNested) return html`<code class="dc-code dc-fenced">${code}</code>`;
  // It scrolls, so that it must be reached with the keys. No "region": two landmarks of one name are one too many, and a
  // message that is shared stands there twice. A first line break in a pre would be lost.
  return html`<pre class="dc-code-block" tabindex="0" role="article" aria-label="Code">\n${code}</pre>`;
}

/** A space that parts code from a backtick is none of it. */
function drawCode({ code = '' }: Readonly<Record<string, string | undefined>>): Html {
  return html`<code class="dc-code">${code.replace(/^ (?=`)|(?<=`) $/g, '')}</code>`;
}
