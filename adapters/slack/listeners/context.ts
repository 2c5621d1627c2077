import type { Bot } from '../../../src/bot.ts';
import type { Deduplicator } from '../../chat/deduplicator.ts';
import { withFailureNotice as orNotice } from '../../chat/failure-notice.ts';
import type { Threads } from '../../chat/threads.ts';
import type { Log } from '../../log.ts';
import { composeNotice, type Message } from '../blocks/message.ts';
import { codeOf } from '../transport/errors.ts';
import type { Outbox } from '../transport/outbox.ts';

/** Who the bot is in the workspace. */
export interface Identity {
  readonly botUser: string;
  readonly botId: string;
  readonly team: string;
  readonly name: string;
  /** The bot token's scopes; null when Slack did not say. */
  readonly scopes: readonly string[] | null;
}

/** What every listener works with. */
export interface ListenerContext {
  /** Resolves once the glossary is loaded. */
  readonly bot: Promise<Bot>;
  readonly outbox: Outbox;
  readonly log: Log;
  readonly identity: Identity;
  readonly deduplicator: Deduplicator;
  readonly threads: Threads;
  /** Whether questions in a channel are answered unasked. */
  readonly listensIn: (channel: string) => boolean;
}

/** Tells the one who waits when the work fails. */
export function withFailureNotice(
  { log }: Pick<ListenerContext, 'log'>,
  work: () => Promise<void>,
  tell: (forms: readonly Message[]) => Promise<unknown>,
): Promise<void> {
  return orNotice({ log, codeOf }, work, notice => tell(composeNotice(notice)));
}
