import type { Glossary, Point, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { nameKey } from '../language/normalise.ts';
import type { Statement } from './answer.ts';

/** Longer texts are questions, not names to look for. */
const MOST_WORDS = 4;
const MOST_STATEMENTS = 3;

/** Where a name that is no term stands in what the wiki says of its terms; empty when it stands nowhere. */
export function findText(asked: string, glossary: Glossary): Statement[] {
  const key = nameKey(asked);
  if (key === '' || key.split(' ').length > MOST_WORDS) return [];
  const found: Statement[] = [];
  for (const term of glossary.terms) {
    for (const statement of statementsOf(term)) {
      if (` ${nameKey(plain(statement.point.text))} `.includes(` ${key} `)) found.push(statement);
      if (found.length === MOST_STATEMENTS) return found;
    }
  }
  return found;
}

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
