import type { Bot, Heard, HeardAs } from '../../src/bot.ts';
import type { Setting } from './blocks/block-state.ts';
import { compose } from './blocks/message.ts';
import { postContent, responseBody } from './transport/request-body.ts';

const SETTING_OF = {
  command: 'private',
  mention: 'public',
  channel: 'overheard',
} as const satisfies Record<HeardAs, Setting>;

/**
 * The request body that Slack would get for a text: of a response_url for a command, of chat.postMessage otherwise,
 * without `channel` and `thread_ts`. Null where the bot would keep silent.
 */
export function previewRequest(bot: Bot, heard: Heard): object | null {
  const { text, heardAs } = heard;
  const outcome = bot.hear(heard);
  if (!outcome.speaks) return null;
  const [form] = compose(outcome, { setting: SETTING_OF[heardAs], ask: text, origin: text, page: 0 });
  return heardAs === 'command' ? responseBody(form, { replaces: false }) : postContent(form);
}
