import type { Desk } from './desk.ts';
import { isNotMember } from './errors.ts';
import type { Message } from './message.ts';

/** One person, in the place where they acted. */
export interface Listener {
  readonly channel: string;
  readonly thread: string | null;
  readonly user: string;
  readonly responseUrl: string;
}

/**
 * Tells one person something new. In a thread that takes chat.postEphemeral, and with it membership; a response_url
 * needs none, but knows no threads: where the bot is no member, the answer appears in the channel, still private.
 */
export async function whisper(
  { outbox }: Desk,
  { channel, thread, user, responseUrl }: Listener,
  forms: readonly Message[],
): Promise<void> {
  if (thread === null) return outbox.respond(responseUrl, forms, { replaces: false });
  try {
    await outbox.whisper({ channel, thread, user }, forms);
  } catch (error) {
    if (!isNotMember(error)) throw error;
    await outbox.respond(responseUrl, forms, { replaces: false });
  }
}
