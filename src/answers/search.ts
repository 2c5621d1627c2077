import type { Glossary, Point, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { nameKey } from '../language/normalise.ts';
import { oncePer } from '../language/once-per.ts';
import { indexWords, numbersWith } from '../language/word-index.ts';
import type { Statement } from './answer.ts';

/** Longer texts are questions, not names to look for. */
const MOST_WORDS = 4;
const MOST_STATEMENTS = 3;

/** Where a name that is no term stands in what the wiki says of its terms; empty when it stands nowhere. */
export function findText(asked: string, glossary: Glossary): Statement[] {
  const key = nameKey(asked);
  if (key === '' || key.split(' ').length > MOST_WORDS) return [];
  const { lines, index } = searchable(glossary);
  return numbersWith(key, index)
    .flatMap(number => lines[number] ?? [])
    .filter(({ words }) => words.includes(` ${key} `))
    .slice(0, MOST_STATEMENTS)
    .map(({ statement }) => statement);
}

/** Every statement with its words, folded, between spaces. */
const searchable = oncePer((glossary: Glossary) => {
  const lines = glossary.terms.flatMap(term =>
    [...statementsOf(term)].map(statement => ({
      words: ` ${nameKey(plain(statement.point.text))} `,
      statement,
    })),
  );
  return { lines, index: indexWords(lines.map(({ words }) => [words])) };
});

function* statementsOf(term: Term): Generator<Statement> {
  if (term.definition) yield { title: term.name, point: { ...term.definition, points: [] } };
  for (const facet of term.facets) {
    for (const point of flat(facet.points)) yield { title: `${term.name} › ${facet.label}`, point };
  }
}

function* flat(points: readonly Point[]): Generator<Point> {
  for (const point of points) {
    yield { ...point, points: [] };
    yield* flat(point.points);
  }
}
