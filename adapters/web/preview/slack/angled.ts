import { type Html, html, webAddress } from '../../html.ts';

/**
 * What stands between "<" and ">": a link, or a mention of people, a channel or a group. It shows the id where it tells
 * no name, as names are known to Slack alone.
 */
export function drawAngled(inner: string): Html {
  const [, sign = '', target = '', label = null] = /^([@#!]?)([^|]*)(?:\|([\s\S]*))?$/.exec(inner) ?? [];
  const draw = Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : undefined;
  return draw?.(target, label) ?? html`${unescaped(`<${inner}>`)}`;
}

/** By the first character; null for what Slack shows as written. */
const SIGNS: Readonly<Record<string, (target: string, label: string | null) => Html | null>> = {
  '': drawLink,
  '@': (user, name) => html`<span class="slack-mention">@${unescaped(name ?? user)}</span>`,
  '#': (channel, name) => html`<span class="slack-mention">#${unescaped(name ?? channel)}</span>`,
  '!': drawSpecial,
};

function drawLink(target: string, label: string | null): Html | null {
  const address = webAddress(unescaped(target));
  return address === null
    ? null
    : html`<a href="${address}" rel="external">${unescaped(label ?? target)}</a>`;
}

/** `<!here>`, `<!subteam^S1|@admins>`, `<!date^0^{date}|1970>`. */
function drawSpecial(target: string, label: string | null): Html | null {
  const [word = ''] = target.split('^');
  if (['here', 'channel', 'everyone'].includes(word))
    return html`<span class="slack-mention is-broadcast">@${word}</span>`;
  if (word === 'subteam')
    return html`<span class="slack-mention">@${unescaped(label ?? target).replace(/^@/, '')}</span>`;
  return label === null ? null : html`${unescaped(label)}`;
}

/** Slack knows three escapes: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, written => ESCAPES[written] ?? written);
}

const ESCAPES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
