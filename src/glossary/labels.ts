import type { Item } from './outline.ts';
import { plain, type Rich, sliceRich, trimRich } from './rich.ts';

/** A bullet read as "label: text". `strong` tells whether the page set the label in bold. */
export interface Labelled {
  readonly label: string;
  readonly strong: boolean;
  readonly text: Rich;
}

/** Most words a label has; longer ones are sentences with a colon in them. */
const MOST_LABEL_WORDS = 8;

/**
 * Splits "**Portability**: runs anywhere", "Definition: a group of machines" or "**TTL** - how long …".
 * A short line without a full stop that has bullets below it is a label without text. Null for a statement.
 */
export function splitLabel(item: Item): Labelled | null {
  const all = plain(item.text);
  return strongLabel(item.text) ?? colonLabel(all, item.text) ?? headLabel(all, item);
}

function strongLabel(text: Rich): Labelled | null {
  const [first, ...rest] = text;
  // "[Grafana](https://…) - …" sets its label apart as bold letters do.
  const isWeak = first?.style !== 'strong';
  if (first === undefined || (isWeak && first.style === 'plain' && first.href === null)) return null;
  const tail = plain(rest);
  const inside = /^(.*?)\s*:\s*$/.exec(first.text);
  const brackets = /^\s*\([^()]*\)/.exec(tail)?.[0] ?? '';
  const separator = /^\s*(?:[:：]|[–—-]\s|=\s|(?:->|→|⇒)\s?|$)/.exec(tail.slice(brackets.length));
  if (!inside && !separator) return null;
  // A slanted word by itself is a remark, and a link by itself leads elsewhere.
  if (isWeak && (separator?.[0] ?? '') === '') return null;
  const label = ((inside?.[1] ?? first.text) + brackets).trim();
  if (!isShort(label) || /[.!?]$/.test(label)) return null;
  const from = first.text.length + brackets.length + (separator?.[0].length ?? 0);
  return { label, strong: first.style !== 'code', text: trimRich(sliceRich(text, from)) };
}

function colonLabel(all: string, text: Rich): Labelled | null {
  const match = /^([^:]{2,70}?)\s*:(?:\s+|$)/.exec(all);
  const label = match?.[1]?.trim() ?? '';
  if (!match || !isShort(label) || /[.!?]/.test(label.replace(/\([^)]*\)|\b\w\.\w\.|\d\.\d|\bvs\./g, '')))
    return null;
  const strong = text[0]?.style === 'strong';
  return { label, strong, text: trimRich(sliceRich(text, match[0].length)) };
}

function headLabel(all: string, item: Item): Labelled | null {
  const label = all.trim();
  if (item.items.length === 0 || !isShort(label) || /[.!?;,]$/.test(label)) return null;
  return { label, strong: item.text[0]?.style === 'strong', text: [] };
}

function isShort(label: string): boolean {
  return label !== '' && label.split(/\s+/).length <= MOST_LABEL_WORDS;
}
