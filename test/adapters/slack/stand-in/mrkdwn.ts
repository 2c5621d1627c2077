/** What a Slack client makes of a mrkdwn text (https://docs.slack.dev/messaging/formatting-message-text). */
export interface Mrkdwn {
  /** Who would be told: '@channel', '@here', '@everyone', '@U1', '@S1' (a user group). */
  readonly pings: readonly string[];
  readonly links: readonly { readonly url: string; readonly label: string }[];
  /** References to channels: '#C1'. */
  readonly channels: readonly string[];
  readonly bold: readonly string[];
  readonly italic: readonly string[];
  readonly strike: readonly string[];
  readonly code: readonly string[];
  readonly quotes: readonly string[];
  /** The names of the emoji that a `:name:` becomes. */
  readonly emoji: readonly string[];
  /**
   * Addresses that a client makes a link of though nobody marked them as one. In a text object `verbatim: true`
   * prevents that; in the `text` of a message nothing does.
   */
  readonly bareLinks: readonly string[];
  /** `@here`, `#general` and the like, which Slack may parse in a text object without `verbatim: true`. */
  readonly bareMentions: readonly string[];
  /** What is read: references resolved, marks taken away, entities decoded. */
  readonly plain: string;
}

/** Reads a mrkdwn text. Where clients differ or the rules are vague, it takes the text for formatted. */
export function readMrkdwn(text: string): Mrkdwn {
  const code: string[] = [];
  // Code is cut out first: nothing inside it is formatted, though references inside it still work.
  const outside = text.replace(CODE, (whole, block: string | undefined, span: string | undefined) => {
    code.push(decode(withoutReferences(block ?? span ?? '')));
    return whole.replace(/<[^<>\n]+>|\S/g, part => (part.length > 1 ? part : HIDDEN));
  });
  const references = [...text.matchAll(REFERENCE)].map(([, inside = '']) => inside);
  const words = outside.replace(REFERENCE, HIDDEN);
  // An address is not formatted; whether a label is, depends on the client.
  const marked = outside.replace(REFERENCE, (_, inside: string) =>
    /^[^@#!|]+$/.test(inside) ? HIDDEN : shownAs(inside),
  );
  return {
    pings: [...references.flatMap(pingOf)],
    links: references.flatMap(linkOf),
    channels: references.filter(inside => inside.startsWith('#')).map(inside => `#${idOf(inside.slice(1))}`),
    bold: spans(marked, '*'),
    italic: spans(marked, '_'),
    strike: spans(marked, '~'),
    code,
    quotes: outside
      .split('\n')
      .filter(line => QUOTE.test(line))
      .map(line => decode(line.replace(QUOTE, ''))),
    emoji: [...words.matchAll(EMOJI)]
      .map(([, name = '']) => name)
      .filter(name => !/^\d+$/.test(name) || name === '100'),
    bareLinks: words.match(BARE_LINK) ?? [],
    bareMentions: words.match(BARE_MENTION) ?? [],
    plain: decode(withoutReferences(text)),
  };
}

/** Stands for a character of code, where nothing may be found. */
const HIDDEN = '\u0000';
const CODE = /```([\s\S]+?)```|`([^`\n]+)`/g;
const REFERENCE = /<([^<>\n]+)>/g;
const QUOTE = /^\s*(?:&gt;|>)+ ?/;
const BARE_LINK = /(?:https?:\/\/|mailto:|www\.)[^\s<>|]+|[\w.+-]+@[\w-]+\.[\w.-]+/g;
const BARE_MENTION = /(?<![\w&])(?:@(?:here|channel|everyone)\b|#[a-z0-9][\w-]*)/g;
const EMOJI = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g;

/**
 * Text between two marks: the opening one after no letter or digit, the closing one before none, no space inside
 * them. Several marks in a row count as one.
 */
function spans(text: string, mark: '*' | '_' | '~'): readonly string[] {
  const m = mark === '*' ? '\\*' : mark;
  const span = new RegExp(
    `(?<![\\p{L}\\p{N}${m}])${m}+(?![\\s${m}])([^\\n${m}]*[^\\s${m}])${m}+(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return [...text.matchAll(span)].map(([, inside = '']) => decode(inside));
}

const idOf = (inside: string): string => inside.split('|')[0] ?? '';

function pingOf(inside: string): readonly string[] {
  const id = idOf(inside);
  if (inside.startsWith('@')) return [id];
  const broadcast = /^!(channel|here|everyone|group)$/.exec(id)?.[1];
  if (broadcast !== undefined) return [`@${broadcast}`];
  const group = /^!subteam\^(.+)$/.exec(id)?.[1];
  return group === undefined ? [] : [`@${group}`];
}

function linkOf(inside: string): readonly { url: string; label: string }[] {
  if (/^[@#!]/.test(inside)) return [];
  const [url = '', ...label] = inside.split('|');
  return [{ url: decode(url), label: decode(label.join('|')) || decode(url) }];
}

/** A reference as it is read: a link by its label, a person by '@' and the id. */
function shownAs(inside: string): string {
  const label = inside.split('|').slice(1).join('|');
  if (inside.startsWith('!date')) return label;
  return pingOf(inside)[0] ?? (inside.startsWith('#') ? `#${idOf(inside.slice(1))}` : label || idOf(inside));
}

const withoutReferences = (text: string): string =>
  text.replace(REFERENCE, (_, inside: string) => shownAs(inside));

/** Slack decodes these three entities and no others. */
export const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
