import { NOTICES } from '../../src/replies/notices.ts';
import type { Phrased } from '../../src/replies/reply.ts';
import type { Log } from '../log.ts';

export interface FailureParts {
  readonly log: Log;
  /** Names an error for the log: a platform's code, never a message's text. */
  readonly codeOf: (error: unknown) => string;
  /** What an error means that no message can mend, such as a channel that is gone, for the log; null for any other. */
  readonly explainLoss?: (error: unknown) => string | null;
  /** Where it was to be answered, for the log. */
  readonly place?: Readonly<Record<string, string>>;
}

/**
 * Does the work; whatever fails is logged without any text and told to the one who waits, in a plain sentence.
 * @param tell shows the sentence; nobody hears of it when that fails, too.
 */
export async function withFailureNotice(
  { log, codeOf, explainLoss = () => null, place = {} }: FailureParts,
  work: () => Promise<void>,
  tell: (notice: Phrased) => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const loss = explainLoss(error);
    if (loss !== null)
      return log.warn({ code: codeOf(error), ...place }, `An answer could not be given. ${loss}`);
    log.error({ code: codeOf(error), ...place }, 'An answer could not be given');
    try {
      await tell(NOTICES.failed());
    } catch (second) {
      log.error({ code: codeOf(second) }, 'The failure could not be told either');
    }
  }
}
