import { type JsonObject, textOf } from '../../stand-in/json.ts';
import { Refusal } from './answer.ts';
import { asApiMessage } from './api-message.ts';
import { type Content, checkContent } from './check-content.ts';
import type { Channel } from './options.ts';
import type { Message } from './records.ts';
import type { World } from './world.ts';

type Method = (world: World, args: JsonObject) => JsonObject;

/** chat.*: https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours. */
export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
};

function postMessage(world: World, args: JsonObject): JsonObject {
  const channel = writableChannel(world, args);
  const content = accepted(checkContent(args));
  const message = world.store.add({
    channel: channel.id,
    ...content,
    by: 'bot',
    ...threadOf(world, channel, args),
  });
  return { channel: channel.id, ts: message.ts, message: asApiMessage(world.settings, message) };
}

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
function postEphemeral(world: World, args: JsonObject): JsonObject {
  const channel = writableChannel(world, args);
  const user = textOf(args, 'user');
  if (user === '') throw new Refusal('invalid_arguments', ['missing required field: user']);
  if (!world.isIn(channel, user)) throw new Refusal('user_not_in_channel');
  const content = accepted(checkContent(args));
  const thread = threadOf(world, channel, args);
  return { message_ts: world.store.add({ channel: channel.id, ...content, by: 'bot', user, ...thread }).ts };
}

/** "msg_too_long: Message text is too long. The `text` field cannot exceed 4,000 characters." (docs of chat.update) */
const MOST_UPDATED = 4000;

/**
 * https://docs.slack.dev/reference/methods/chat.update: only the bot's own messages, never ephemeral ones.
 * Without `blocks` "the message's previous blocks will be retained. To remove previous blocks, include an
 * empty array for this field".
 */
function update(world: World, args: JsonObject): JsonObject {
  const before = ownMessage(world, args, 'cant_update_message');
  const kept = args['blocks'] === undefined && before.blocks.length > 0 ? { blocks: before.blocks } : {};
  const content = accepted(checkContent({ ...args, ...kept }, MOST_UPDATED));
  const message = world.store.edit(before, content.text, content.blocks);
  const { channel, ts, text } = message;
  return { channel, ts, text, message: asApiMessage(world.settings, message) };
}

function remove(world: World, args: JsonObject): JsonObject {
  const before = ownMessage(world, args, 'cant_delete_message');
  world.store.delete(before);
  return { channel: before.channel, ts: before.ts };
}

function accepted({ text, blocks, error, reasons }: Content): Pick<Content, 'text' | 'blocks'> {
  if (error !== undefined) throw new Refusal(error, reasons);
  return { text, blocks };
}

/** A user's id stands for the direct message with that person; a private channel the bot is not in is unknown to it. */
function writableChannel(world: World, args: JsonObject): Channel {
  const id = textOf(args, 'channel');
  if (id === '') throw new Refusal('invalid_arguments', ['missing required field: channel']);
  const found = world.channel(id) ?? directMessageWith(world, id);
  if (found === undefined) throw new Refusal('channel_not_found');
  if (found.isMember) return found;
  if (found.kind !== 'channel') throw new Refusal('channel_not_found');
  if (world.settings.scopes.includes('chat:write.public')) return found;
  throw new Refusal('not_in_channel');
}

function directMessageWith({ settings }: World, user: string): Channel | undefined {
  return settings.channels.find(({ kind, users }) => kind === 'im' && users?.includes(user));
}

/**
 * "Avoid using a reply's `ts` value; use its parent instead" (docs of chat.postMessage, argument thread_ts).
 * The stand-in refuses what Slack only warns of. A thread it does not know is accepted: raw events name such.
 */
function threadOf({ store }: World, channel: Channel, args: JsonObject): { thread_ts?: string } {
  const ts = textOf(args, 'thread_ts');
  if (ts === '') return {};
  const parent = store.find(channel.id, ts);
  const isReply = parent?.thread_ts !== undefined && parent.thread_ts !== ts;
  if (isReply || parent?.ephemeral || parent?.deleted) throw new Refusal('cannot_reply_to_message');
  return { thread_ts: ts };
}

function ownMessage(world: World, args: JsonObject, notOwn: string): Message {
  const channel = world.channel(textOf(args, 'channel'));
  if (channel === undefined) throw new Refusal('channel_not_found');
  const message = world.store.find(channel.id, textOf(args, 'ts'));
  if (message === undefined || message.deleted || message.ephemeral) throw new Refusal('message_not_found');
  if (message.by !== 'bot') throw new Refusal(notOwn);
  return message;
}
