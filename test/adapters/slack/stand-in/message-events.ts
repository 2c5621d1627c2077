import type { JsonObject } from '../../stand-in/json.ts';
import { asApiMessage } from './api-message.ts';
import type { Channel, ChannelKind } from './options.ts';
import type { Message } from './records.ts';
import type { World } from './world.ts';

/** https://docs.slack.dev/reference/events/message: one subscription for each kind of conversation. */
export const MESSAGE_EVENTS: Readonly<Record<ChannelKind, string>> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

/** What `message` and `app_mention` have in common when a person writes; only `message` has a channel_type. */
export function writtenEvent(
  { settings, ids, store }: World,
  channel: Channel,
  message: Message,
): JsonObject {
  const { thread_ts } = message;
  const parent = thread_ts === undefined ? undefined : store.find(channel.id, thread_ts);
  const parentUser = parent?.by === 'bot' ? settings.botUserId : parent?.by;
  return {
    ...asApiMessage(settings, message),
    client_msg_id: ids.uuid(),
    blocks: [composed(message.text, ids.next('b'))],
    channel: channel.id,
    event_ts: message.ts,
    ...(parentUser !== undefined && { parent_user_id: parentUser }),
  };
}

/** The rich text that the composer of a Slack client makes; of the references, only people are told apart. */
function composed(text: string, block_id: string): JsonObject {
  const elements = text
    .split(/(<@\w+>)/)
    .filter(part => part !== '')
    .map(part => {
      const user_id = /^<@(\w+)>$/.exec(part)?.[1];
      return user_id === undefined ? { type: 'text', text: part } : { type: 'user', user_id };
    });
  return { type: 'rich_text', block_id, elements: [{ type: 'rich_text_section', elements }] };
}
