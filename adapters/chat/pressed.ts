import type { Outcome } from '../../src/bot.ts';
import { matchesOf } from '../../src/language/query.ts';
import type { Choice } from '../../src/replies/reply.ts';

/** What a button does; `ask` is a choice of the reply, the others surround it. */
export type ButtonKind = 'ask' | 'back' | 'page' | 'share' | 'dismiss';

/** Whether there is something to share, rather than help or a guess. */
export function isAnswer(answer: Outcome['answer']): boolean {
  const { kind } = answer;
  if (kind === 'list') return answer.terms.length + answer.subjects.length > 0;
  return kind !== 'unknown' && kind !== 'suggest' && kind !== 'help';
}

/**
 * Whether what a pressed button asks is no longer there. What a choice offers is a name to the letter, and gone when
 * it has to be guessed; Back and the pages may lead to a guess, if that is what the message showed.
 * @param answered whether the message's first text was answered, rather than guessed.
 * @param pages how many messages the outcome takes.
 */
export function hasGone(
  kind: ButtonKind,
  outcome: Outcome,
  { answered, pages }: { readonly answered: boolean; readonly pages: number },
): boolean {
  if (kind === 'back') return answered && !isAnswer(outcome.answer) && outcome.answer.kind !== 'help';
  if (kind === 'page') return isGuess(outcome) && pages === 1;
  if (kind === 'share') return !isAnswer(outcome.answer) || isMisread(outcome);
  return isGuess(outcome) || isMisread(outcome);
}

function isGuess({ answer }: Outcome): boolean {
  return answer.kind === 'unknown' || answer.kind === 'suggest';
}

/** A button's text is made of names; it is read without a guess, and with no word left over, while they are there. */
function isMisread({ understood, answer, canonical }: Outcome): boolean {
  if (canonical === null) return false;
  const hasStranger = answer.kind === 'compare' && answer.unknown.length > 0;
  const isGuessed = matchesOf(understood.query).some(({ via }) => via === 'fuzzy');
  return isGuessed || hasStranger || understood.unexplained.length > 0;
}

/** What a shared message says was asked: the names that it shows anyway. Empty when those do not give the same answer. */
export function textToShare({ canonical, answer }: Outcome, ask: string): string {
  return canonical ?? (answer.kind === 'list' ? ask : '');
}

/** What is offered instead of what has gone. */
export function nearestOf({ answer, reply }: Outcome): readonly Choice[] {
  return 'terms' in answer ? answer.terms.map(({ name }) => ({ label: name, ask: name })) : reply.choices;
}
