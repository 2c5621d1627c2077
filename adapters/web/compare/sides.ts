import type { AnsweredRow } from '../../../src/answers/answer.ts';
import { compareTerms } from '../../../src/answers/compare.ts';
import { DEFINITION } from '../../../src/glossary/facets.ts';
import type { Glossary, Place, Point, Term } from '../../../src/glossary/glossary.ts';
import { plain, type Rich } from '../../../src/glossary/rich.ts';
import { nameKey } from '../../../src/language/normalise.ts';
import { type Run, runsOf } from './runs.ts';

/** What the wiki says of one term on one aspect: a text, or the statements of a facet. */
export type Cell =
  | {
      readonly kind: 'text';
      readonly text: Rich;
      readonly runs: readonly Run[];
      /** Where this very text stands, where not all cells of the row stand together. */
      readonly place: Place | null;
    }
  | { readonly kind: 'points'; readonly text: Rich; readonly points: readonly Point[] };

/** One aspect of some terms. */
export interface Side {
  readonly label: string;
  /** One for each term; null where the wiki does not say. */
  readonly cells: readonly (Cell | null)[];
  /** `partly`: the wiki does not say of all. */
  readonly verdict: 'same' | 'differs' | 'partly';
  readonly places: readonly Place[];
}

/** Terms by aspect: the definitions, what the wiki's own table says, and the facets that it does not show. */
export function compareSides(terms: readonly Term[], glossary: Glossary): readonly Side[] {
  const matches = terms.map(
    term => ({ via: 'exact', confidence: 1, terms: [term], mentions: [], name: term.name }) as const,
  );
  const about = (aspect: string | null) =>
    compareTerms({ kind: 'compare', matches, aspect, leftOut: [], unknown: [] }, glossary);
  const { rows, also, title } = about(null);
  if (title === null) return rows.map(row => sideOf(row, terms));
  const lead = (aspect: string) => about(aspect).lead ?? [];
  return [
    ...[lead(DEFINITION)].flat().map(row => sideOf(row, terms)),
    ...rows.map(row => sideOf(row, [])),
    ...also.flatMap(lead).map(row => sideOf(row, terms)),
  ];
}

/** @param terms those whose facets the row is made of; none for a row of a table. */
function sideOf({ label, cells, places }: AnsweredRow, terms: readonly Term[]): Side {
  const texts = cells.map(cell => (cell === null ? null : nameKey(plain(cell))));
  const verdict = texts.includes(null) ? 'partly' : new Set(texts).size === 1 ? 'same' : 'differs';
  const said = cells.map((text, at): Cell | null => {
    if (text === null) return null;
    const facet = terms[at]?.facets.find(({ name }) => name === label);
    if (facet !== undefined) return { kind: 'points', text, points: facet.points };
    const others = cells.flatMap((other, number) => (other === null || number === at ? [] : [other]));
    const place = terms[at]?.definition?.place ?? null;
    return { kind: 'text', text, runs: runsOf(text, others), place: label === DEFINITION ? place : null };
  });
  return { label, verdict, places, cells: said };
}
