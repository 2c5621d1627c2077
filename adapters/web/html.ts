import { html as tag } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Rich, Span } from '../../src/glossary/rich.ts';
import { safe } from '../../src/replies/safe.ts';

/** Markup that needs no more escaping. */
export type Html = HtmlEscapedString;

/**
 * A template of markup: what is put in is escaped, unless it is markup itself; lists are joined; null, undefined and
 * booleans are left out. Attributes are to be written in quotes.
 */
// Hono's tag gives a promise where one was put in. We put in none.
export const html = tag as (strings: TemplateStringsArray, ...values: unknown[]) => Html;

export const NOTHING: Html = html``;

/** A text of the wiki with its bold, italics, code and links. */
export function richHtml(text: Rich): Html {
  return html`${text.map(spanHtml)}`;
}

function spanHtml({ text, style, href }: Span): Html {
  const words = STYLES[style](safe(text));
  const address = href === null ? null : webAddress(href);
  return address === null ? words : html`<a href="${address}" rel="external">${words}</a>`;
}

const STYLES: Readonly<Record<Span['style'], (words: string) => Html>> = {
  plain: words => html`${words}`,
  link: words => html`${words}`,
  strong: words => html`<strong>${words}</strong>`,
  emphasis: words => html`<em>${words}</em>`,
  code: words => html`<code>${words}</code>`,
};

/** An address that a browser may follow; null for any other. */
export function webAddress(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && /^(?:https?|mailto):$/.test(parsed.protocol) ? parsed.href : null;
}
