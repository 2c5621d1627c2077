import type { Bot, Heard } from '../../src/bot.ts';
import { compose } from './message/message.ts';

/**
 * The REST body of the message that Discord would get for a text, without ids. Null where the bot would keep silent.
 */
export function previewRequest(bot: Bot, heard: Heard): object | null {
  const outcome = bot.hear(heard);
  if (!outcome.speaks) return null;
  const setting = heard.heardAs === 'command' ? 'private' : 'public';
  const [body] = compose(outcome, { setting, ask: heard.text, origin: heard.text, page: 0, asker: '0' });
  return body;
}
