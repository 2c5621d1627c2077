import type { JsonObject } from '../../stand-in/json.ts';
import { asApiMessage } from './api-message.ts';
import type { Deliverer } from './deliver.ts';
import { MESSAGE_EVENTS } from './message-events.ts';
import type { Change } from './message-store.ts';
import { eventPayload } from './payloads.ts';
import type { Message } from './records.ts';
import type { World } from './world.ts';

/**
 * Reports the bot's own messages back to it, as Slack does to an app that subscribed to the messages of a channel:
 * new ones with its `bot_id`, edits as `message_changed`, deletions as `message_deleted`.
 */
export function reportOwnMessages(world: World, deliverer: Deliverer): void {
  world.store.onChange = (change, message, before) => {
    const channel = world.channel(message.channel);
    if (message.by !== 'bot' || !channel?.isMember || !deliverer.hasRoute) return;
    if (!world.settings.events.includes(MESSAGE_EVENTS[channel.kind])) return;
    const event = {
      ...eventOf(world, change, message, before),
      channel: channel.id,
      channel_type: channel.kind,
    };
    // Whether the app acknowledged it is found in `deliveries`; a connection that ends meanwhile is no fault here.
    deliverer.send('event', eventPayload(world, event)).catch(() => undefined);
  };
}

function eventOf({ settings, ids }: World, change: Change, message: Message, before?: Message): JsonObject {
  const now = asApiMessage(settings, message);
  if (change === 'posted') return { ...now, event_ts: message.ts };
  const ts = ids.ts();
  const previous_message = asApiMessage(settings, before ?? message);
  const common = { type: 'message', hidden: true, ts, event_ts: ts, previous_message };
  if (change === 'deleted') return { ...common, subtype: 'message_deleted', deleted_ts: message.ts };
  return { ...common, subtype: 'message_changed', message: now };
}
