import type { Answer, Statement } from '../answers/answer.ts';
import type { Term } from '../glossary/glossary.ts';
import { distinctChoices, distinctPlaces, enumerate, note, quote, termChoice, toPoint } from './pieces.ts';
import type { Choice, Part, Phrased } from './reply.ts';

export function phraseSuggest({ asked, terms, statements }: Answer & { readonly kind: 'suggest' }): Phrased {
  const nearest = enumerate(names(terms), 'or');
  const question = isSentence(asked)
    ? `The wiki does not answer “${quote(asked)}” for certain. The nearest that it has: ${nearest}.`
    : `I am not sure what “${quote(asked)}” means. Did you mean ${nearest}?`;
  return {
    parts: [note(question), ...linesThatName(statements)],
    choices: distinctChoices(terms.map(termChoice)),
    sources: distinctPlaces(statements.map(({ point }) => point.place)),
  };
}

/** More words than a name has, or a question's first word with others after it. */
function isSentence(asked: string): boolean {
  return asked.trim().split(/\s+/).length > MOST_NAME_WORDS || ASKS.test(asked);
}

const ASKS =
  /^\s*(?:who|what|whats|when|where|why|how|which|is|are|do|does|did|can|could|should|will|would|any)\s+\S/i;

const MOST_NAME_WORDS = 4;

function names(terms: readonly Term[]): string[] {
  return [...new Set(terms.map(term => term.name))];
}

function linesThatName(statements: readonly Statement[]): Part[] {
  const points = statements.map(({ title, point }) => ({ ...toPoint(point), label: title }));
  return points.length === 0 ? [] : [{ kind: 'points', title: 'These lines name it', points }];
}

export function phraseUnknown({ asked, statements }: Answer & { readonly kind: 'unknown' }): Phrased {
  const text = quote(asked);
  const missing = isSentence(asked)
    ? `The wiki does not answer “${text}”.`
    : `The glossary has no term “${text}”.`;
  const choices: Choice[] = [
    { label: 'All subjects', ask: 'list' },
    { label: 'Help', ask: 'help' },
  ];
  if (statements.length > 0) {
    return {
      parts: [note(missing), ...linesThatName(statements)],
      choices,
      sources: distinctPlaces(statements.map(({ point }) => point.place)),
    };
  }
  const sentence =
    text === ''
      ? 'Ask about a term, such as one of those that “list” shows.'
      : `${missing} “list” shows what it has.`;
  return { parts: [note(sentence)], choices, sources: [] };
}
