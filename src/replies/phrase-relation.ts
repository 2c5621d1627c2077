import type { Answer } from '../answers/answer.ts';
import { definitionParts, distinctPlaces, enumerate, heading, note, termChoice, toPoint } from './pieces.ts';
import type { Choice, Part, Phrased } from './reply.ts';

type RelationAnswer = Answer & { readonly kind: 'relation' };

export function phraseRelation({ terms, statements }: RelationAnswer): Phrased {
  const names = terms.map(term => term.name);
  const comparison: Choice[] = names.length > 1 ? [{ label: 'Compare them', ask: names.join(' vs ') }] : [];
  const choices = [...terms.map(termChoice), ...comparison];
  if (statements.length === 0) {
    return {
      parts: [
        note(`The wiki does not say how ${enumerate(names)} go together. This is what each is:`),
        ...terms.flatMap(term => [heading(term), ...definitionParts(term)]),
      ],
      choices,
      sources: distinctPlaces(terms.map(term => term.definition?.place ?? term.place)),
    };
  }
  const titles = [...new Set(statements.map(statement => statement.title))];
  const parts = titles.map(
    (title): Part => ({
      kind: 'points',
      title,
      points: statements
        .filter(statement => statement.title === title)
        .map(statement => toPoint(statement.point)),
    }),
  );
  return {
    parts: [{ kind: 'heading', text: enumerate(names), also: [] }, ...parts],
    choices,
    sources: distinctPlaces(statements.map(statement => statement.point.place)),
  };
}
