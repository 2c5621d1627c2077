import type { Rich, Span } from '../../../src/glossary/rich.ts';
import { safe, safeLines } from '../../../src/replies/safe.ts';

/**
 * Text for a place that Discord reads as Markdown, so that it shows as written: nothing in it pings, links or formats.
 * https://support.discord.com/hc/en-us/articles/210298617 lists what formats; a backslash takes its meaning from a
 * mark. Addresses stay links: Discord makes one of each, and hides nothing behind it.
 */
export function markdown(text: string): string {
  return safeLines(text)
    .replace(FORMATTING, (mark, address?: string) => address ?? `\\${mark}`)
    .replace(/@(?=everyone|here)/g, '@\u200B')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/gm, escapeStart);
}

/**
 * What formats, and addresses: Discord reads one up to its end before it looks for marks, so that a backslash in it would
 * become part of the link.
 */
const FORMATTING = /(https?:\/\/[\w.~:/?#@!$&',;=%+-]+)|[\\*_~`|[\]<>]|:(?=[\w~-]+:)/g;

/** What would make a line a heading, a bullet or small print. */
function escapeStart(_: string, space: string, mark: string): string {
  return /\d/.test(mark) ? `${space}${mark}\u200B` : `${space}\\${mark}`;
}

const MARKS = { plain: '', link: '', strong: '**', emphasis: '*', code: '`' } as const satisfies Record<
  Span['style'],
  string
>;

/** A text with the wiki's bold, italics, code and links. Previews of links are off. */
export function richMarkdown(text: Rich): string {
  return text.map(spanMarkdown).join('');
}

function spanMarkdown({ text, style, href }: Span): string {
  const shown = safe(text);
  const words = style === 'code' ? codeText(shown) : wrapped(markdown(shown), MARKS[style]);
  const address = href === null ? null : webAddress(href);
  return address === null || shown.trim() === '' ? words : `[${words}](<${address}>)`;
}

/** Marks stand at the words themselves: with a space inside they would not format. */
function wrapped(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return mark === '' || words === '' ? text : `${before}${mark}${words}${mark}${after}`;
}

/** Code in two backticks, which lets it hold single ones. */
function codeText(text: string): string {
  if (text.trim() === '') return text;
  return text.includes('`') ? `\`\` ${text.replaceAll('``', "''")} \`\`` : `\`${text}\``;
}

export function bold(text: string): string {
  return wrapped(markdown(safe(text)), '**');
}

/** Characters of an address that a text can spare; longer ones are those of searches and trackers. */
const LONGEST_ADDRESS = 500;

/** An address that Discord opens, written so that it cannot end a link early; null for any other, or a very long one. */
export function webAddress(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.href.length > LONGEST_ADDRESS) return null;
  return parsed.href.replace(
    /[<>()\\]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
