import type { KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import type { Place } from '../../src/glossary/glossary.ts';
import { placeText } from '../../src/replies/plain.ts';
import type { Part } from '../../src/replies/reply.ts';
import { safe } from '../../src/replies/safe.ts';
import { clip } from '../chat/cut.ts';
import { mrkdwn, mrkdwnLink } from './blocks/mrkdwn.ts';
import { bold, bulletsOf, elementsOf, isBlank, section } from './blocks/rich-text.ts';
import { aspectBlocks, tableBlock } from './blocks/table.ts';
import { LIMITS } from './limits.ts';

/** Whether a comparison is drawn as a table or as one block for each aspect. */
export type TableForm = 'table' | 'aspects';

type Draw = {
  readonly [K in Part['kind']]: (part: Part & { readonly kind: K }, form: TableForm) => KnownBlock[];
};

const DRAW: Draw = {
  heading: ({ text, also }) => {
    const names = also.map(safe).filter(name => name !== '');
    const whole = names.length > 0 ? `${safe(text)} (${names.join(', ')})` : safe(text);
    if (whole.length <= LIMITS.header.most) return [header(whole)];
    return [header(clip(safe(text), LIMITS.header)), context(whole)];
  },
  paragraph: ({ text }) => richText([section(elementsOf(text))]),
  note: ({ text }) => [context(text)],
  points: ({ title, points }) =>
    richText([...(isBlank(title) ? [] : [section([bold(title)])]), ...bulletsOf(points)]),
  table: (part, form) => {
    const table = form === 'table' ? tableBlock(part) : null;
    return table === null ? aspectBlocks(part) : [table];
  },
};

/** The blocks of one part, each within Slack's limits as long as the part is no longer than a page. */
export function drawPart<K extends Part['kind']>(
  part: Part & { readonly kind: K },
  form: TableForm,
): KnownBlock[] {
  const draw: Draw[K] = DRAW[part.kind];
  return draw(part, form);
}

/** Where the facts stand, small: links where the pages have an address, else page and line. */
export function drawSources(sources: readonly Place[]): KnownBlock[] {
  const texts: string[] = [];
  for (const source of sources.map(sourceText)) {
    const last = texts.at(-1);
    const longer = last === undefined ? null : `${last} · ${source}`;
    if (longer !== null && longer.length < LIMITS.text.most) texts[texts.length - 1] = longer;
    else texts.push(`${sources.length > 1 ? 'Sources' : 'Source'}: ${source}`);
  }
  return texts.map(text => ({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }));
}

function sourceText(place: Place): string {
  const named = clip(placeText({ ...place, url: null }), { most: LONGEST_SOURCE });
  const linked = mrkdwnLink(named, place.url);
  return linked.length <= LONGEST_LINK ? linked : mrkdwn(named);
}

/** Longest name of one source and of its link, in characters; even with every character escaped it fits a block. */
const LONGEST_SOURCE = 250;
const LONGEST_LINK = 2500;

function header(name: string): KnownBlock {
  const text = name.trim() === '' ? '–' : name;
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

export function context(text: string): KnownBlock {
  const shown = clip(safe(text), LIMITS.text);
  return {
    type: 'context',
    elements: [{ type: 'plain_text', text: shown.trim() === '' ? '–' : shown, emoji: false }],
  };
}

function richText(elements: readonly RichTextBlockElement[]): RichTextBlock[] {
  const filled = elements.filter(element => element.elements.length > 0);
  return filled.length === 0 ? [] : [{ type: 'rich_text', elements: filled }];
}
