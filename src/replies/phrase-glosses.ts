import type { Answer } from '../answers/answer.ts';
import { rich } from '../glossary/rich.ts';
import { distinctChoices, distinctPlaces, note, termChoice, toPoint } from './pieces.ts';
import type { Phrased, ReplyPoint } from './reply.ts';

/** Each term that a text uses, with its definition. */
export function phraseGlosses({ terms }: Answer & { readonly kind: 'glosses' }): Phrased {
  if (terms.length === 0)
    return { parts: [note('This text uses no term of the glossary.')], choices: [], sources: [] };
  const points = terms.map(
    ({ name, definition }): ReplyPoint => ({
      label: name,
      text: definition?.text ?? rich('named in the wiki, without a definition'),
      points: definition?.points.map(toPoint) ?? [],
    }),
  );
  return {
    parts: [
      { kind: 'heading', text: 'Terms in this text', also: [] },
      { kind: 'points', title: null, points },
    ],
    choices: distinctChoices(terms.map(termChoice)),
    sources: distinctPlaces(terms.map(term => term.definition?.place ?? term.place)),
  };
}
