import { withoutChatForms } from '../../../src/language/chat-text.ts';
import { safeLines } from '../../../src/replies/safe.ts';

/**
 * Text for a field that Slack parses as mrkdwn, so that it shows as written: nothing in it pings, links or formats.
 * https://docs.slack.dev/messaging/formatting-message-text says to escape & < >. It has no escape for what formats, so a
 * character where it could open a format is replaced by one that looks alike: `*a*` becomes `∗a*`, snake_case stays.
 */
export function mrkdwn(text: string): string {
  return safeLines(text)
    .replace(/`/g, "'")
    .replace(/(?<![\p{L}\p{N}])[*_~](?=\S)/gu, mark => LOOK_ALIKE[mark] ?? mark)
    .replace(/:(?=[\p{L}\p{N}_+'-]+:)/gu, '∶')
    .replace(/^(\s*)>/gm, '$1›')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

const LOOK_ALIKE: Readonly<Record<string, string>> = { '*': '∗', _: '＿', '~': '∼' };

/** A link whose label shows as written; the bare label when the address is none that Slack opens. */
export function mrkdwnLink(label: string, url: string | null): string {
  const address = url === null ? null : webAddress(url);
  const shown = mrkdwn(label);
  return address === null ? shown : `<${address.replace(/&/g, '&amp;')}|${shown.replaceAll('|', '¦')}>`;
}

/** An address that Slack opens, written so that it cannot end a link early; null for any other. */
export function webAddress(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || !/^(?:https?|mailto):$/.test(parsed.protocol)) return null;
  return parsed.href.replace(/[|<>]/g, character => encodeURIComponent(character));
}

/** Whether a message's text mentions a user. */
export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** Whether a message is put to people by name: users, groups of them, or the whole channel. */
export function addressesPeople(text: string): boolean {
  return /<(?:@|!subteam\^|!here|!channel|!everyone)/.test(text);
}

/** What a person typed, from the text of a Slack message, without the bot's name. */
export function readMessage(text: string, botUser: string): string {
  return withoutChatForms(text.replaceAll(new RegExp(`<@${botUser}(?:\\|[^>]*)?>`, 'g'), ' '));
}
