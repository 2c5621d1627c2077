import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Rich } from '../../src/glossary/rich.ts';
import { safe } from '../../src/replies/safe.ts';
import type { Screen } from './screen.ts';

/** Bold and code are styled; a link keeps its address in brackets. */
export function drawRich(text: Rich, { style }: Screen): string {
  return text
    .map((part, index) => {
      const words =
        part.style === 'strong'
          ? style('bold', safe(part.text))
          : part.style === 'code'
            ? style('cyan', safe(part.text))
            : part.style === 'emphasis'
              ? style('italic', safe(part.text))
              : safe(part.text);
      const isLastOfLink = part.href !== null && text[index + 1]?.href !== part.href;
      return isLastOfLink && part.href !== part.text
        ? `${words} ${style('dim', `<${safe(part.href ?? '')}>`)}`
        : words;
    })
    .join('');
}

/**
 * Wraps at the width, with `indent` before every line but the first. A word too long for a line is cut, but for an
 * address: that has to stay whole to be opened.
 */
export function wrap(text: string, width: number, indent: string): string {
  if (stringWidth(text) <= width) return text;
  const hard = !/https?:\/\//.test(text);
  const lines = wrapAnsi(text, Math.max(10, width - stringWidth(indent)), { hard, trim: false }).split('\n');
  return lines.map((line, index) => (index === 0 ? line.trimEnd() : indent + line.trim())).join('\n');
}
