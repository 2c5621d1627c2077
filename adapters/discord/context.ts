import type { Bot } from '../../src/bot.ts';
import { NOTICES } from '../../src/replies/notices.ts';
import type { Deduplicator } from '../chat/deduplicator.ts';
import type { Threads } from '../chat/threads.ts';
import type { Log } from '../log.ts';
import { composeNotice, type Message } from './message.ts';
import { codeOf, type Sender } from './sender.ts';

/** What every listener works with. */
export interface ListenerContext {
  readonly bot: Bot;
  readonly sender: Sender;
  readonly log: Log;
  readonly botUser: string;
  readonly deduplicator: Deduplicator;
  readonly threads: Threads;
  /** Whether questions in a channel are answered unasked. */
  readonly listensIn: (channel: string) => boolean;
}

/** Does the work; whatever fails is logged without any text and told to the one who waits, in a plain sentence. */
export async function withFailureNotice(
  { log }: Pick<ListenerContext, 'log'>,
  work: () => Promise<void>,
  tell: (forms: readonly Message[]) => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ code: codeOf(error) }, 'An answer could not be given');
    try {
      await tell(composeNotice(NOTICES.failed()));
    } catch (second) {
      log.error({ code: codeOf(second) }, 'The failure could not be told either');
    }
  }
}
