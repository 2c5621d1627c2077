import type { MessageShortcut } from '@slack/bolt';
import { composeGlosses } from '../blocks/message.ts';
import { readMessage } from '../blocks/mrkdwn.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';
import { respondEphemerally } from './ephemeral.ts';

/** "Explain the terms in this message": private, and in the message's thread where the bot may post there. */
export async function onShortcut(context: ListenerContext, shortcut: MessageShortcut): Promise<void> {
  const { message, channel, user, response_url: responseUrl } = shortcut;
  const parent: unknown = message['thread_ts'];
  const thread = typeof parent === 'string' && parent !== message.ts ? parent : null;
  const recipient = { channel: channel.id, thread, user: user.id, responseUrl };
  await withFailureNotice(
    context,
    async () => {
      const outcome = (await context.bot).explain(readMessage(message.text ?? '', context.identity.botUser));
      for (const forms of composeGlosses(outcome)) await respondEphemerally(context, recipient, forms);
    },
    forms => respondEphemerally(context, recipient, forms),
  );
}
