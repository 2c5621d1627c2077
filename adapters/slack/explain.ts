import type { MessageShortcut } from '@slack/bolt';
import { attend, type Desk } from './desk.ts';
import { composeGlosses } from './message.ts';
import { readMessage } from './mrkdwn.ts';
import { whisper } from './whisper.ts';

/** A response_url takes five messages; one is kept for a failure. */
const MOST_MESSAGES = 4;

/** "Explain the terms in this message": private, and in the message's thread where the bot may post there. */
export async function onExplain(desk: Desk, shortcut: MessageShortcut): Promise<void> {
  const { message, channel, user, response_url: responseUrl } = shortcut;
  const parent: unknown = message['thread_ts'];
  const thread = typeof parent === 'string' && parent !== message.ts ? parent : null;
  const listener = { channel: channel.id, thread, user: user.id, responseUrl };
  await attend(
    desk,
    async () => {
      const outcome = desk.bot.explain(readMessage(message.text ?? '', desk.identity.botUser));
      for (const forms of composeGlosses(outcome, MOST_MESSAGES)) await whisper(desk, listener, forms);
    },
    forms => whisper(desk, listener, forms),
  );
}
