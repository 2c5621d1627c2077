import type { HeardAs } from '../../../src/bot.ts';
import { askedAgain } from '../../chat/asked-again.ts';
import { compose } from '../blocks/message.ts';
import { addressesPeople, mentions, readMessage } from '../blocks/mrkdwn.ts';
import type { Destination } from '../transport/outbox.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';

/** The fields of `message` and `app_mention` events that decide. https://docs.slack.dev/reference/events/message */
export interface PostedMessage {
  readonly type: string;
  readonly subtype?: string | undefined;
  readonly channel: string;
  readonly channel_type?: string | undefined;
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly text?: string | undefined;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly edited?: unknown;
}

/** Where a person wrote, and how the bot was addressed. */
interface Heard {
  readonly heardAs: HeardAs;
  readonly to: Destination;
  /** Names the conversation that "it" in the text refers back to. */
  readonly thread: string;
}

/**
 * A person's message: a mention and a direct message are answered; in a channel that listens, a question is, unless it
 * is put to somebody else.
 * @param isShared whether another organisation reads the channel too: there it never speaks unasked.
 */
export async function onMessage(
  context: ListenerContext,
  message: PostedMessage,
  isShared: boolean,
): Promise<void> {
  const { bot, outbox, identity, deduplicator, threads } = context;
  const heard = isFromPerson(message) ? hearingOf(context, message, isShared) : null;
  if (heard === null || !deduplicator.isFirst(`message ${message.channel} ${message.ts}`)) return;
  const { heardAs, to, thread } = heard;
  const ask = readMessage(message.text ?? '', identity.botUser) || 'help';
  await withFailureNotice(
    context,
    async () => {
      const own = threads.asked(thread);
      // A thread below a direct message goes on from what was asked outside of it.
      const earlier = own.length > 0 ? own : threads.asked(`${to.channel} `);
      const outcome = (await bot).hear({ text: ask, heardAs, after: earlier });
      if (!outcome.speaks) return;
      const { canonical } = outcome;
      if (heardAs === 'channel' && !deduplicator.isFirst(`unasked ${thread}`)) return;
      const setting = heardAs === 'channel' ? 'overheard' : 'public';
      if (canonical !== null) threads.add(thread, canonical);
      const again = askedAgain({ text: ask, after: earlier }, outcome);
      await outbox.post(to, compose(outcome, { setting, ask: again, origin: again, page: 0 }));
    },
    async forms => {
      if (heardAs !== 'channel') await outbox.post(to, forms);
    },
  );
}

/** Neither a bot's message nor its own, no edit, no join, no file. */
function isFromPerson({ subtype, bot_id, user, edited }: PostedMessage): boolean {
  return (
    (subtype === undefined || subtype === 'thread_broadcast') &&
    bot_id === undefined &&
    user !== undefined &&
    edited === undefined
  );
}

function hearingOf(
  { identity, listensIn }: ListenerContext,
  message: PostedMessage,
  isShared: boolean,
): Heard | null {
  const { type, channel, channel_type, user, text = '', ts, thread_ts } = message;
  if (user === identity.botUser) return null;
  if (channel_type === 'im') {
    const thread = thread_ts ?? null;
    return { heardAs: 'mention', to: { channel, thread }, thread: `${channel} ${thread ?? ''}` };
  }
  const isMention = type === 'app_mention' || mentions(text, identity.botUser);
  if (!isMention && (!listensIn(channel) || isShared || addressesPeople(text))) return null;
  const thread = thread_ts ?? ts;
  return {
    heardAs: isMention ? 'mention' : 'channel',
    to: { channel, thread },
    thread: `${channel} ${thread}`,
  };
}
