import type { Message as Written } from 'discord.js';
import type { HeardAs } from '../../../src/bot.ts';
import { askedAgain } from '../../chat/asked-again.ts';
import { compose, type Message } from '../message/message.ts';
import { readMessage } from '../message/read-message.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';

/**
 * A person's message: a mention, a reply to the bot and a direct message are answered; in a channel that listens, a
 * question is, unless it is put to somebody else. @everyone, @here and roles are no mention.
 */
export async function onMessage(context: ListenerContext, message: Written): Promise<void> {
  const heardAs = message.author.bot || message.system ? null : hearingOf(context, message);
  if (heardAs === null || !context.deduplicator.isFirst(`message ${message.id}`)) return;
  const { bot, sender, threads, botUser, deduplicator } = context;
  const ask = readMessage(message.content, botUser) || (heardAs === 'channel' ? '' : 'help');
  const post = (forms: readonly Message[]) => sender.post(message.channelId, forms, message.id);
  await withFailureNotice(
    context,
    { channel: message.channelId },
    async () => {
      const earlier = threads.asked(subjectOf(message));
      const outcome = (await bot).hear({ text: ask, heardAs, after: earlier });
      if (!outcome.speaks) return;
      if (heardAs === 'channel' && !deduplicator.isFirst(`unasked ${message.channelId} ${message.id}`))
        return;
      const again = askedAgain({ text: ask, after: earlier }, outcome);
      const frame = {
        setting: 'public',
        ask: again,
        origin: again,
        page: 0,
        asker: message.author.id,
      } as const;
      const posted = await post(compose(outcome, frame));
      if (outcome.canonical === null) return;
      threads.add(posted, outcome.canonical);
      if (!message.inGuild()) threads.add(message.channelId, outcome.canonical);
    },
    async forms => {
      if (heardAs !== 'channel') await post(forms);
    },
  );
}

/** What "it" in a message refers back to: the answer that it replies to, or the last one of a direct message. */
function subjectOf(message: Written): string {
  return message.reference?.messageId ?? (message.inGuild() ? message.id : message.channelId);
}

function hearingOf({ botUser, listensIn }: ListenerContext, message: Written): HeardAs | null {
  if (!message.inGuild()) return 'mention';
  const people = message.mentions.users;
  if (people.has(botUser)) return 'mention';
  const isForOthers = people.size > 0 || message.mentions.roles.size > 0 || message.mentions.everyone;
  const { channel } = message;
  const within = [message.channelId, ...(channel.isThread() ? [channel.parentId ?? ''] : [])];
  return within.some(listensIn) && !isForOthers ? 'channel' : null;
}
