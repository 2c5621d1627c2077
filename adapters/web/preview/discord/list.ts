import { html } from '../../html.ts';
import type { Nesting } from './blocks.ts';
import { matchAt, type Read } from './scan.ts';

/** Deeper lists stay text. */
const DEEPEST = 11;

interface Item {
  /** Without the bullet; of further lines, as much of their indent as the bullet took is gone. */
  readonly lines: string[];
  readonly bullet: number;
}

/**
 * Bullets of the first one's indent are its siblings, and further lines that start with a space belong to the bullet above:
 *
 *     - Encryption
 *       - AES            a list within the first item
 *     - Hashing
 *     Further text       ends the list
 */
export function readList(text: string, at: number, { place, draw }: Nesting): Read | null {
  const first = matchAt(/( *)(?:[-*]|(\d{1,9})\.) +\S/y, text, at);
  if (first === null || place.lists >= DEEPEST) return null;
  const [, indent = '', number] = first;
  const items: Item[] = [];
  let end = at;
  while (end < text.length) {
    const line = lineAt(text, end);
    const bullet = bulletOf(line, indent);
    const above = items.at(-1);
    if (bullet !== null) items.push({ lines: [line.slice(bullet)], bullet });
    else if (above !== undefined && /^ +\S/.test(line)) above.lines.push(outdent(line, above.bullet));
    else break;
    end += line.length + 1;
  }
  const inside = { ...place, lists: place.lists + 1 };
  const drawn = items.map(({ lines }) => html`<li>${draw(lines.join('\n'), inside)}</li>`);
  return {
    end: Math.min(end, text.length),
    html:
      number === undefined
        ? html`<ul class="dc-list">${drawn}</ul>`
        : html`<ol class="dc-list" start="${Number(number)}">${drawn}</ol>`,
    isBlock: true,
  };
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** How long a bullet of some indent is, with the spaces around it; null for a line without one. */
function bulletOf(line: string, indent: string): number | null {
  const match = line.startsWith(indent) ? matchAt(/(?:[-*]|\d{1,9}\.) +(?=\S)/y, line, indent.length) : null;
  return match && indent.length + match[0].length;
}

function outdent(line: string, most: number): string {
  const spaces = line.length - line.trimStart().length;
  return line.slice(Math.min(spaces, most));
}
