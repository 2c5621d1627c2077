import { NOTICES } from '../../src/replies/notices.ts';
import type { Phrased } from '../../src/replies/reply.ts';
import type { Log } from '../log.ts';

/** Names an error for the log: a platform's code, never a message's text. */
export type CodeOf = (error: unknown) => string;

/**
 * Does the work; whatever fails is logged without any text and told to the one who waits, in a plain sentence.
 * @param tell shows the sentence; nobody hears of it when that fails, too.
 */
export async function withFailureNotice(
  { log, codeOf }: { readonly log: Log; readonly codeOf: CodeOf },
  work: () => Promise<void>,
  tell: (notice: Phrased) => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ code: codeOf(error) }, 'An answer could not be given');
    try {
      await tell(NOTICES.failed());
    } catch (second) {
      log.error({ code: codeOf(second) }, 'The failure could not be told either');
    }
  }
}
