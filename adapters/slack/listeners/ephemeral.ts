import type { Message } from '../blocks/message.ts';
import { isNotMember } from '../transport/errors.ts';
import type { ListenerContext } from './context.ts';

/** One person, in the place where they acted. */
export interface Recipient {
  readonly channel: string;
  readonly thread: string | null;
  readonly user: string;
  readonly responseUrl: string;
}

/**
 * Tells one person something new. In a thread that takes chat.postEphemeral, and with it membership; a response_url
 * needs none, but knows no threads: where the bot is no member, the answer appears in the channel, still private.
 */
export async function respondEphemerally(
  { outbox }: ListenerContext,
  { channel, thread, user, responseUrl }: Recipient,
  forms: readonly Message[],
): Promise<void> {
  if (thread === null) return outbox.respond(responseUrl, forms, { replaces: false });
  try {
    await outbox.postEphemeral({ channel, thread, user }, forms);
  } catch (error) {
    if (!isNotMember(error)) throw error;
    await outbox.respond(responseUrl, forms, { replaces: false });
  }
}
