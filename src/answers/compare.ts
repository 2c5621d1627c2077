import { DEFINITION } from '../glossary/facets.ts';
import type { Comparison, Facet, Glossary, Point, Term } from '../glossary/glossary.ts';
import { joinRich, plain, type Rich, rich, span } from '../glossary/rich.ts';
import { tablesOf } from '../language/aspects.ts';
import { nameKey } from '../language/normalise.ts';
import type { Query } from '../language/query.ts';
import type { Answer, AnsweredRow } from './answer.ts';

type CompareQuery = Query & { readonly kind: 'compare' };
type CompareAnswer = Answer & { readonly kind: 'compare' };

/** From the page's own table where it has one; else aligned facet by facet, with null where a page says nothing. */
export function compareTerms(query: CompareQuery, glossary: Glossary): CompareAnswer {
  const { aspect } = query;
  const { terms, table } = chooseMeanings(query, glossary);
  const aligned = facetRows(terms);
  const rows = table ? tableRows(table, terms) : aligned;
  const isNamed = (label: string) => (row: AnsweredRow) => nameKey(row.label) === nameKey(label);
  const lead = aspect === null ? null : (rows.find(isNamed(aspect)) ?? aligned.find(isNamed(aspect)) ?? null);
  const also = aligned
    .filter(row => row.label !== DEFINITION && row !== lead && row.cells.every(cell => cell !== null))
    .map(row => row.label)
    .filter(label => !rows.some(isNamed(label)));
  return {
    kind: 'compare',
    terms,
    chosen: terms.filter(term =>
      query.matches.some(match => match.terms.length > 1 && match.terms.includes(term)),
    ),
    leftOut: query.leftOut,
    unknown: query.unknown,
    title: table?.title ?? null,
    rows: rows.filter(row => row !== lead),
    lead,
    also,
    asked: aspect,
  };
}

/** A name may stand for terms of several pages; those that one table compares belong together. */
function chooseMeanings(
  { matches, aspect }: CompareQuery,
  glossary: Glossary,
): { terms: Term[]; table: Comparison | null } {
  const tables = tablesOf(glossary, matches);
  const hasRow = (table: Comparison) =>
    table.rows.some(row => aspect !== null && nameKey(row.label) === nameKey(aspect));
  const table = tables.find(hasRow) ?? tables[0] ?? null;
  const terms = matches.flatMap(match =>
    table ? match.terms.filter(term => table.subjects.includes(term)).slice(0, 1) : fullest(match.terms),
  );
  return { terms, table };
}

function fullest(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => b.facets.length - a.facets.length).slice(0, 1);
}

function tableRows(table: Comparison, terms: readonly Term[]): AnsweredRow[] {
  const columns = terms.map(term => table.subjects.indexOf(term));
  return table.rows.map(row => ({
    label: row.label,
    cells: columns.map(column => stated(row.cells[column] ?? [])),
    places: [row.place],
  }));
}

function stated(cell: Rich): Rich | null {
  return /^[-–—\s]*$/.test(plain(cell)) ? null : cell;
}

function facetRows(terms: readonly Term[]): AnsweredRow[] {
  const definition: AnsweredRow = {
    label: DEFINITION,
    cells: terms.map(term => term.definition?.text ?? null),
    places: terms.flatMap(term => term.definition?.place ?? []),
  };
  const names = [...new Set(terms.flatMap(term => term.facets.map(facet => facet.name)))].filter(
    name => name !== 'Details',
  );
  const shared = names.map(name => ({
    name,
    facets: terms.map(term => term.facets.find(facet => facet.name === name) ?? null),
  }));
  const count = (facets: readonly (Facet | null)[]) => facets.filter(facet => facet !== null).length;
  shared.sort((a, b) => count(b.facets) - count(a.facets));
  return [
    definition,
    ...shared.map(({ name, facets }) => ({
      label: name,
      cells: facets.map(facet => facet && summary(facet.points)),
      places: facets.flatMap(facet => facet?.place ?? []),
    })),
  ];
}

/** The points of a facet in one cell: label and text of each, as the page has them. */
function summary(points: readonly Point[]): Rich {
  const lines = points.map(point => {
    const nested =
      point.points.length > 0
        ? joinRich(
            point.points.map(child => (plain(child.text) === '' ? rich(child.label ?? '') : child.text)),
            ' ',
          )
        : [];
    const text = joinRich(
      [point.text, nested].filter(part => part.length > 0),
      ' ',
    );
    return point.label === null
      ? text
      : text.length === 0
        ? rich(point.label)
        : [{ ...span(point.label), style: 'strong' as const }, span(': '), ...text];
  });
  return joinRich(lines, ' · ');
}
