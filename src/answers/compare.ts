import { DEFINITION } from '../glossary/facets.ts';
import type { Comparison, Facet, Glossary, Point, Term } from '../glossary/glossary.ts';
import { joinRich, plain, type Rich, rich, span } from '../glossary/rich.ts';
import { comparisonsOf } from '../language/aspects.ts';
import type { Match } from '../language/name-index.ts';
import { nameKey } from '../language/normalise.ts';
import type { Query } from '../language/query.ts';
import type { Answer, AnsweredRow } from './answer.ts';

type CompareQuery = Query & { readonly kind: 'compare' };
type CompareAnswer = Answer & { readonly kind: 'compare' };

/** From the page's own table where it has one; else aligned facet by facet, with null where a page says nothing. */
export function compareTerms({ matches, aspect }: CompareQuery, glossary: Glossary): CompareAnswer {
  const { terms, table } = chooseMeanings(matches, glossary);
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
    title: table?.title ?? null,
    rows: rows.filter(row => row !== lead),
    lead,
    also,
    asked: aspect,
  };
}

/** A name may stand for terms of several pages; those that one table compares belong together. */
function chooseMeanings(
  matches: readonly Match[],
  glossary: Glossary,
): { terms: Term[]; table: Comparison | null } {
  const fitting = glossary.comparisons
    .map(table => ({
      table,
      terms: matches.map(match => match.terms.find(term => table.subjects.includes(term))),
    }))
    .filter((choice): choice is { table: Comparison; terms: Term[] } =>
      choice.terms.every(term => term !== undefined),
    );
  fitting.sort(
    (a, b) => a.table.subjects.length - b.table.subjects.length || b.table.rows.length - a.table.rows.length,
  );
  const [best] = fitting;
  if (best)
    return {
      terms: best.terms,
      table: comparisonsOf(glossary, best.terms).includes(best.table) ? best.table : null,
    };
  return { terms: matches.flatMap(match => fullest(match.terms)), table: null };
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
