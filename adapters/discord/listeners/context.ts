import type { Bot } from '../../../src/bot.ts';
import type { Deduplicator } from '../../chat/deduplicator.ts';
import { withFailureNotice as orNotice } from '../../chat/failure-notice.ts';
import type { Threads } from '../../chat/threads.ts';
import type { Log } from '../../log.ts';
import { composeNotice, type Message } from '../message/message.ts';
import { codeOf, explainLoss } from '../transport/errors.ts';
import type { Sender } from '../transport/sender.ts';

/** What every listener works with. */
export interface ListenerContext {
  /** Resolves once the glossary is loaded. */
  readonly bot: Promise<Bot>;
  readonly sender: Sender;
  readonly log: Log;
  readonly botUser: string;
  readonly deduplicator: Deduplicator;
  readonly threads: Threads;
  /** Whether questions in a channel are answered unasked. */
  readonly listensIn: (channel: string) => boolean;
}

/** Tells the one who waits when the work fails. */
export function withFailureNotice(
  { log }: Pick<ListenerContext, 'log'>,
  place: Readonly<Record<string, string>>,
  work: () => Promise<void>,
  tell: (forms: readonly Message[]) => Promise<unknown>,
): Promise<void> {
  return orNotice({ log, codeOf, explainLoss, place }, work, notice => tell(composeNotice(notice)));
}
