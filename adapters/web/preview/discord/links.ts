import { type Html, html } from '../../html.ts';
import { httpAddress } from './http-address.ts';
import type { Rule } from './inline.ts';

/** Links behind words, and bare ones. A "<" before an address keeps Discord from drawing a picture of the page. */
export const LINKS: readonly Rule[] = [
  { pattern: /<(?<url>https?:\/\/[^\s<>]+)>/y, draw: ({ url = '' }) => drawLink(url, html`${url}`) },
  {
    pattern:
      /\[(?<label>(?:\\.|[^[\]\\\n]|\[[^[\]\n]*\])+)\]\((?:<(?<quiet>[^<>\n]+)>|(?<open>(?:\([^()\s]*\)|[^\s()<>])+))(?: +["'][^"'\n]*["'])? *\)/y,
    draw: ({ label = '', quiet, open }, { drawLabel }) => {
      // An address that hides another one behind it stays as it is written, against deceit.
      const isDeceit = /https?:\/\//.test(label) || label.trim() === '';
      return isDeceit ? null : drawLink(quiet ?? open ?? '', drawLabel(label));
    },
  },
  {
    pattern: /(?<url>https?:\/\/(?:\([^\s<\]()]*\)|[^\s<\]()])+(?<![.,:;"']))/y,
    // As text where it is none that opens, or the search would begin anew within it.
    draw: ({ url = '' }) => drawLink(url, html`${url}`) ?? html`${url}`,
  },
];

/** Null for an address that Discord does not open. */
function drawLink(url: string, words: Html): Html | null {
  const address = httpAddress(url);
  return address === null ? null : html`<a class="dc-link" href="${address}" rel="external">${words}</a>`;
}
