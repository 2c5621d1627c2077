/** A run of text with at most one style and one link. Flat, so that every surface can render it in one loop. */
export interface Span {
  readonly text: string;
  /** `link` while a page is being read alone: a link to another page of the wiki, which is shown as plain text. */
  readonly style: 'plain' | 'strong' | 'emphasis' | 'code' | 'link';
  /** An http(s) or mailto address, else null. Relative wiki links keep their text only. */
  readonly href: string | null;
}

/** Text as a page wrote it, without markup characters. */
export type Rich = readonly Span[];

export function span(text: string): Span {
  return { text, style: 'plain', href: null };
}

export function rich(text: string): Rich {
  return text === '' ? [] : [span(text)];
}

export function plain(text: Rich): string {
  return text.map(part => part.text).join('');
}

/** Cuts to the half-open range of characters [from, to), keeping styles. */
export function sliceRich(text: Rich, from: number, to = Number.POSITIVE_INFINITY): Rich {
  const kept: Span[] = [];
  let at = 0;
  for (const part of text) {
    if (at >= to) break;
    const piece = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (piece !== '') kept.push({ ...part, text: piece });
    at += part.text.length;
  }
  return kept;
}

export function trimRich(text: Rich): Rich {
  const all = plain(text);
  const start = all.length - all.trimStart().length;
  return sliceRich(text, start, all.trimEnd().length);
}

export function joinRich(parts: readonly Rich[], separator: string): Rich {
  return parts.flatMap((part, index) => (index === 0 ? part : [span(separator), ...part]));
}
