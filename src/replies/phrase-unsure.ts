import type { Answer } from '../answers/answer.ts';
import { distinctChoices, enumerate, note, quote, termChoice } from './pieces.ts';
import type { Phrased } from './reply.ts';

export function phraseSuggest({ asked, terms }: Answer & { readonly kind: 'suggest' }): Phrased {
  return {
    parts: [
      note(
        `I am not sure what “${quote(asked)}” means. Did you mean ${enumerate(
          terms.map(term => term.name),
          'or',
        )}?`,
      ),
    ],
    choices: distinctChoices(terms.map(termChoice)),
    sources: [],
  };
}

export function phraseUnknown({ asked }: Answer & { readonly kind: 'unknown' }): Phrased {
  const text = quote(asked);
  const sentence =
    text === ''
      ? 'Ask about a term, such as one of those that “list” shows.'
      : `The glossary has no term “${text}”. “list” shows what it has.`;
  return {
    parts: [note(sentence)],
    choices: [
      { label: 'All subjects', ask: 'list' },
      { label: 'Help', ask: 'help' },
    ],
    sources: [],
  };
}
