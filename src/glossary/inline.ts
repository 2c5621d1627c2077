import type { PhrasingContent } from 'mdast';
import type { Rich, Span } from './rich.ts';

/**
 * Reads inline Markdown into spans: line breaks become spaces, images their alternative text, HTML tags go,
 * GitHub wiki links `[[Page]]` and `[[text|Page]]` become their text.
 */
export function readInline(nodes: readonly PhrasingContent[]): Rich {
  const spans = nodes.flatMap(node => spansOf(node, { style: 'plain', href: null }));
  return readWikiLinks(merged(spans)).filter(part => part.text !== '');
}

type Look = Omit<Span, 'text'>;

function spansOf(node: PhrasingContent, look: Look): Span[] {
  switch (node.type) {
    case 'text':
      return [{ text: visible(node.value), ...look }];
    case 'inlineCode':
      return [{ text: controlled(node.value), style: 'code', href: look.href }];
    case 'break':
      return [{ text: ' ', ...look }];
    case 'strong':
      return node.children.flatMap(child => spansOf(child, { ...look, style: 'strong' }));
    case 'emphasis':
      return node.children.flatMap(child =>
        spansOf(child, {
          ...look,
          style: look.style === 'plain' || look.style === 'link' ? 'emphasis' : look.style,
        }),
      );
    case 'link':
      return node.children.flatMap(child => spansOf(child, linkTo(node.url, look)));
    case 'image':
    case 'imageReference':
      return [{ text: visible(node.alt ?? ''), ...look }];
    case 'delete':
    case 'linkReference':
      return node.children.flatMap(child => spansOf(child, look));
    case 'html':
      return /^<br\b/i.test(node.value) ? [{ text: ' ', ...look }] : [];
    case 'footnoteReference':
      return [];
    default:
      throw new TypeError(`Cannot read inline Markdown: unknown node "${JSON.stringify(node)}"`);
  }
}

function linkTo(url: string, look: Look): Look {
  const href = safeAddress(url);
  // What leads to a heading of the same page is explained there.
  const isPage = href === null && !url.startsWith('#');
  return { style: isPage && look.style === 'plain' ? 'link' : look.style, href };
}

/** Marks of bold text that was not closed, where a line begins or ends. */
const LEFT_OVER = /^\*\*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?:])\*\*$/u;

/** Control characters never leave the parser: a page must not be able to steer a terminal. */
function visible(text: string): string {
  return controlled(text.replace(LEFT_OVER, ''));
}

export function controlled(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|[\u200B\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}

/** Only addresses that a reader can open from a chat are links; the rest stays text. */
export function safeAddress(url: string): string | null {
  return /^(https?:\/\/|mailto:)[^\s<>|]+$/i.test(url) ? url : null;
}

/** Spans of one look that follow each other, in one. */
export function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const next of spans) {
    const last = found.at(-1);
    if (last && last.style === next.style && last.href === next.href) {
      // Where a tag was left out, a space may stand on either side.
      const text = last.text.endsWith(' ') ? next.text.replace(/^ /, '') : next.text;
      found[found.length - 1] = { ...last, text: last.text + text };
    } else found.push(next);
  }
  return found;
}

function readWikiLinks(spans: readonly Span[]): Span[] {
  return spans.map(part =>
    part.style === 'code'
      ? part
      : {
          ...part,
          text: part.text.replace(/\[\[([^\][|]+)(?:\|[^\][]*)?\]\]/g, (_, text: string) => text.trim()),
        },
  );
}
