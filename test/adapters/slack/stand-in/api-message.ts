import type { JsonObject } from '../../stand-in/json.ts';
import type { Settings } from './options.ts';
import type { Message } from './records.ts';

/** A message as Web API answers and payloads show it. */
export function asApiMessage(settings: Settings, message: Message): JsonObject {
  const { text, ts, thread_ts, blocks, by } = message;
  const author =
    by === 'bot'
      ? { user: settings.botUserId, bot_id: settings.botId, app_id: settings.appId }
      : { user: by };
  return {
    ...author,
    type: 'message',
    ts,
    text,
    team: settings.teamId,
    ...(thread_ts !== undefined && { thread_ts }),
    ...(blocks.length > 0 && { blocks }),
  };
}
