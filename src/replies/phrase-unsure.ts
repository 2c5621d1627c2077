import type { Answer } from '../answers/answer.ts';
import { distinctChoices, note, termChoice } from './pieces.ts';
import type { Phrased } from './reply.ts';

/** Longest piece of the question that is repeated back. */
const MOST_QUOTED = 60;

export function phraseSuggest({ asked, terms }: Answer & { readonly kind: 'suggest' }): Phrased {
  return {
    parts: [note(`I am not sure what “${quote(asked)}” means. Did you mean one of these?`)],
    choices: distinctChoices(terms.map(termChoice)),
    sources: [],
  };
}

export function phraseUnknown({ asked }: Answer & { readonly kind: 'unknown' }): Phrased {
  const text = quote(asked);
  const sentence =
    text === ''
      ? 'Ask about a term, such as one of those that “list” shows.'
      : `The wiki has nothing on “${text}”. “list” shows what it has.`;
  return {
    parts: [note(sentence)],
    choices: [
      { label: 'All subjects', ask: 'list' },
      { label: 'Help', ask: 'help' },
    ],
    sources: [],
  };
}

/** What was typed, on one line, without characters that could steer a surface. */
function quote(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim();
  return line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED).trimEnd()}…` : line;
}
