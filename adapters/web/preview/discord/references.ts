import { html } from '../../html.ts';
import type { Rule } from './inline.ts';

/**
 * What stands for somebody or something on Discord: https://docs.discord.com/developers/reference#message-formatting. Of
 * those that only Discord knows, it draws what it draws where it does not.
 */
export const REFERENCES: readonly Rule[] = [
  chip(/<@!?\d+>/y, () => '@unknown-user'),
  chip(/<@&\d+>/y, () => '@unknown-role'),
  chip(/<#\d+>/y, () => '#unknown'),
  chip(/@(?<who>everyone|here)/y, ({ who }) => `@${who}`),
  chip(/<\/(?<name>[^<>:\n]+):\d+>/y, ({ name }) => `/${name}`),
  chip(/<id:(?<place>customize|browse|guide|linked-roles)(?::\d+)?>/y, ({ place }) => PLACES[place ?? '']),
  {
    pattern: /<a?(?<emoji>:\w{2,32}:)\d+>/y,
    draw: ({ emoji }) => html`<span class="dc-emoji">${emoji}</span>`,
  },
  {
    pattern: /(?<![\w:]):(?<name>[a-z][a-z\d_+-]{1,31}):/y,
    draw: ({ name }) => html`<span class="dc-emoji">:${name}:</span>`,
  },
  {
    pattern: /<t:(?<seconds>-?\d{1,13})(?::(?<style>[tTdDfFsSR]))?>/y,
    draw: ({ seconds, style = 'f' }) => {
      const date = new Date(Number(seconds) * 1000);
      if (Number.isNaN(date.getTime())) return null;
      return html`<time class="dc-time" datetime="${date.toISOString()}">${formatOf(style).format(date)}</time>`;
    },
  },
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it. */
function formatOf(style: string): Intl.DateTimeFormat {
  const kept = formats.get(style);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...(STYLES[style] ?? LONG) });
  formats.set(style, format);
  return format;
}

function chip(pattern: RegExp, words: (groups: Parameters<Rule['draw']>[0]) => string | undefined): Rule {
  return { pattern, draw: groups => html`<span class="dc-mention">${words(groups) ?? 'unknown'}</span>` };
}

const PLACES: Readonly<Record<string, string>> = {
  customize: 'Channels & Roles',
  browse: 'Browse Channels',
  guide: 'Server Guide',
  'linked-roles': 'Linked Roles',
};

const LONG: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' };

/**
 * https://docs.discord.com/developers/reference#message-formatting-timestamp-styles; "R", how long ago, is drawn as the
 * date, as a preview may stay open for long.
 */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};
