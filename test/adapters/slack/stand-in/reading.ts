import { isList, isObject, type JsonObject } from '../../stand-in/json.ts';
import { decode, type Mrkdwn, readMrkdwn } from './mrkdwn.ts';
import type { Message } from './records.ts';
import { shownText } from './shown-text.ts';

/** What is read: a message, or a view with blocks only. */
type Readable = Pick<Message, 'text' | 'blocks'>;

/** What would be formatted or linked, over all of a message. */
export type Formatted = Readonly<
  Record<Exclude<keyof Mrkdwn, 'pings' | 'plain' | 'links'>, readonly string[]>
> & {
  readonly links: Mrkdwn['links'];
};

/**
 * All the text a person sees, one part after another: that of the blocks, or `text` when there are none. mrkdwn
 * is read as a client shows it; the other texts are as they are, with the three entities that Slack decodes.
 */
export function visibleText({ text, blocks }: Readable): string {
  return blocks.length === 0 ? readMrkdwn(text).plain : shownText(blocks.map(asShown)).join('\n');
}

/** The block with every mrkdwn text replaced by what a client shows of it. */
function asShown(block: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(block).map(([key, value]) => [key, shown(value)]));
}

function shown(value: unknown): unknown {
  if (isList(value)) return value.map(shown);
  if (!isObject(value)) return value;
  const { type, text } = value;
  if (typeof text !== 'string') return asShown(value);
  if (type === 'mrkdwn') return { ...value, text: readMrkdwn(text).plain };
  return type === 'plain_text' ? { ...value, text: decode(text) } : value;
}

/** Who would be told of the message: through mrkdwn, rich text elements, and `text` (shown in notifications). */
export function pings(message: Readable): readonly string[] {
  const mentions = richTextOf(message.blocks).flatMap(({ type, user_id, usergroup_id, range }) => {
    if (type === 'user') return [`@${String(user_id)}`];
    if (type === 'usergroup') return [`@${String(usergroup_id)}`];
    return type === 'broadcast' ? [`@${String(range)}`] : [];
  });
  return [...mrkdwnOf(message).flatMap(part => part.pings), ...mentions];
}

/** What would be formatted, linked or turned into an emoji, wherever the message does so. */
export function formatted(message: Readable): Formatted {
  const parts = mrkdwnOf(message);
  const rich = richTextOf(message.blocks);
  const styled = (style: string): readonly string[] =>
    rich.filter(element => isObject(element['style']) && element['style'][style] === true).map(textIn);
  const ofType = (type: string): readonly string[] =>
    rich.filter(element => element['type'] === type).map(textIn);
  const richLinks = rich
    .filter(({ type }) => type === 'link')
    .map(element => ({ url: String(element['url']), label: String(element['text'] ?? element['url']) }));
  return {
    bold: [...parts.flatMap(part => part.bold), ...styled('bold')],
    italic: [...parts.flatMap(part => part.italic), ...styled('italic')],
    strike: [...parts.flatMap(part => part.strike), ...styled('strike')],
    code: [...parts.flatMap(part => part.code), ...styled('code'), ...ofType('rich_text_preformatted')],
    quotes: [...parts.flatMap(part => part.quotes), ...ofType('rich_text_quote')],
    bareLinks: parts.flatMap(part => part.bareLinks),
    bareMentions: parts.flatMap(part => part.bareMentions),
    emoji: [...parts.flatMap(part => part.emoji), ...plainEmoji(message.blocks), ...ofType('emoji')],
    channels: [...parts.flatMap(part => part.channels), ...ofType('channel')],
    links: [...parts.flatMap(part => part.links), ...richLinks],
  };
}

const textIn = (element: JsonObject): string => shownText([element]).join('');

/** Every object inside the blocks, however deep. */
function objectsIn(value: unknown): readonly JsonObject[] {
  if (isList(value)) return value.flatMap(objectsIn);
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

/** The texts that are read as mrkdwn. A markdown block, whose references work too, is read like one. */
function mrkdwnOf({ text, blocks }: Readable): readonly Mrkdwn[] {
  const objects = objectsIn(blocks).filter(({ type }) => type === 'mrkdwn' || type === 'markdown');
  const read = objects.map(object => {
    const found = readMrkdwn(String(object['text']));
    return object['verbatim'] === true ? { ...found, bareLinks: [], bareMentions: [] } : found;
  });
  return [{ ...readMrkdwn(text), bareMentions: [] }, ...read];
}

const richTextOf = (blocks: readonly JsonObject[]): readonly JsonObject[] =>
  objectsIn(objectsIn(blocks).filter(({ type }) => type === 'rich_text'));

/** plain_text turns `:name:` into an emoji, unless `emoji` is false; it formats nothing else. */
const plainEmoji = (blocks: readonly JsonObject[]): readonly string[] =>
  objectsIn(blocks)
    .filter(({ type, emoji }) => type === 'plain_text' && emoji !== false)
    .flatMap(object => readMrkdwn(String(object['text'])).emoji);
