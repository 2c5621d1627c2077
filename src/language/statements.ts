import type { Glossary, Point, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { addTo } from './multi-map.ts';
import { oncePer } from './once-per.ts';

/** One statement of the wiki about a term. */
export interface Passage {
  readonly term: Term;
  readonly point: Point;
  /** The facet or table row that it stands under; null for the definition. */
  readonly facet: string | null;
  /** Whether it is a cell of a comparison, which says little by itself. */
  readonly isCell: boolean;
}

/** Every statement about a term: its definition, what its facets say, and its cells in comparisons. */
export function* passagesOf(term: Term, glossary: Glossary): Generator<Passage> {
  if (term.definition) yield { term, facet: null, isCell: false, point: { ...term.definition, points: [] } };
  for (const facet of term.facets)
    for (const point of flat(facet.points)) yield { term, facet: facet.name, isCell: false, point };
  for (const point of cellsOf(term, glossary)) yield { term, facet: point.label, isCell: true, point };
}

/** Points with those below them that say something. */
export function* flat(points: readonly Point[]): Generator<Point> {
  for (const point of points) {
    if (plain(point.text) !== '' || point.label !== null) yield point;
    yield* flat(point.points);
  }
}

/** What comparison tables say of the term, each cell with its row's label. */
export function cellsOf(term: Term, glossary: Glossary): readonly Point[] {
  return cells(glossary).get(term) ?? [];
}

const cells = oncePer(({ comparisons }: Glossary) => {
  const found = new Map<Term, Point[]>();
  for (const { subjects, rows } of comparisons)
    for (const [column, term] of subjects.entries())
      for (const { label, cells, place } of rows) {
        const text = cells[column] ?? [];
        if (plain(text).trim() !== '') addTo(found, term, { label, text, place, points: [] });
      }
  return found;
});

/** Stands among stems for a number, whichever: "how many …" asks for a statement that has one. */
export const NUMBER = '#';
export const HAS_NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|half|twice|once|single|percent|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/i;
