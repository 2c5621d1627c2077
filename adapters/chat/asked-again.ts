import type { Heard, Outcome } from '../../src/bot.ts';

/**
 * The text that a message's buttons ask again: as it was typed, or, where that goes on from an earlier question, one that
 * says by itself what was meant; empty when there is none.
 */
export function askedAgain(
  { text, after }: Pick<Heard, 'text' | 'after'>,
  { canonical }: Pick<Outcome, 'canonical'>,
): string {
  return after.length > 0 ? (canonical ?? '') : text;
}
