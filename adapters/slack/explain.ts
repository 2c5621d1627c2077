import type { MessageShortcut } from '@slack/bolt';
import { attend, type Desk } from './desk.ts';
import { isNotMember } from './errors.ts';
import { composeAll, type Message } from './message.ts';
import { readMessage } from './mrkdwn.ts';

/** A response_url takes five messages; one is kept for a failure. */
const MOST_MESSAGES = 4;

/**
 * "Explain the terms in this message": private, and in the message's thread where the bot may post there. Elsewhere
 * the answer goes to the channel, still private: a response_url needs no membership, and ignores threads.
 */
export async function onExplain(desk: Desk, shortcut: MessageShortcut): Promise<void> {
  const { bot, outbox, identity } = desk;
  const { response_url: url, message, channel, user } = shortcut;
  const thread = typeof message['thread_ts'] === 'string' ? message['thread_ts'] : null;
  const tell = async (forms: readonly Message[]) => {
    if (thread === null) return outbox.respond(url, forms, { replaces: false });
    try {
      await outbox.whisper({ channel: channel.id, thread, user: user.id }, forms);
    } catch (error) {
      if (!isNotMember(error)) throw error;
      await outbox.respond(url, forms, { replaces: false });
    }
  };
  await attend(
    desk,
    async () => {
      const outcome = bot.explain(readMessage(message.text ?? '', identity.botUser));
      for (const forms of composeAll(outcome, MOST_MESSAGES)) await tell(forms);
    },
    tell,
  );
}
