import type { RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import type { Rich, Span } from '../../../src/glossary/rich.ts';
import type { ReplyPoint } from '../../../src/replies/reply.ts';
import { safe } from '../../../src/replies/safe.ts';
import { LIMITS } from '../limits.ts';
import { webAddress } from './mrkdwn.ts';

const STYLES = {
  plain: undefined,
  link: undefined,
  strong: { bold: true },
  emphasis: { italic: true },
  code: { code: true },
} as const satisfies Record<Span['style'], object | undefined>;

/**
 * A text as rich text elements, which Slack shows as they are: no character in them pings or formats.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function elementsOf(text: Rich): RichTextElement[] {
  return text.flatMap(({ text: words, style, href }): RichTextElement[] => {
    const shown = safe(words);
    if (shown === '') return [];
    const styled = STYLES[style] === undefined ? {} : { style: STYLES[style] };
    const url = href === null ? null : webAddress(href);
    return url !== null && url.length <= LIMITS.url.most
      ? [{ type: 'link', url, text: shown, ...styled }]
      : [{ type: 'text', text: shown, ...styled }];
  });
}

export function bold(text: string | null): RichTextElement {
  return { type: 'text', text: safe(text ?? ''), style: { bold: true } };
}

/** Whether a name is missing, or has nothing to show. */
export function isBlank(name: string | null): boolean {
  return name === null || safe(name).trim() === '';
}

export function section(elements: readonly RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements: [...elements] };
}

/** Bullets with those below them. Slack nests by the indent of lists that follow each other. */
export function bulletsOf(points: readonly ReplyPoint[], indent = 0): RichTextList[] {
  const lists: RichTextList[] = [];
  let items: RichTextSection[] = [];
  const close = () => {
    if (items.length > 0) lists.push({ type: 'rich_text_list', style: 'bullet', indent, elements: items });
    items = [];
  };
  for (const point of points) {
    const elements = pointElements(point);
    if (elements.length > 0) items.push(section(elements));
    if (point.points.length === 0) continue;
    close();
    lists.push(...bulletsOf(point.points, elements.length > 0 ? Math.min(indent + 1, DEEPEST) : indent));
  }
  close();
  return lists;
}

/** Deepest indent that Slack draws: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block says 0 to 8. */
const DEEPEST = 8;

function pointElements({ label, text }: ReplyPoint): RichTextElement[] {
  const words = elementsOf(text);
  if (isBlank(label)) return words;
  return words.length === 0 ? [bold(label)] : [bold(label), { type: 'text', text: ': ' }, ...words];
}
