import type { Glossary, Point, Relation, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import type { Match } from '../language/said-names.ts';
import { saysName } from '../language/says-name.ts';
import type { Answer, Statement } from './answer.ts';

/** More than this is reading, not an answer. */
const MOST_STATEMENTS = 6;

/**
 * What the wiki says of the terms together: under headings that join them first, then wherever one statement names all,
 * then what is said under one of them and names the others.
 */
export function relateTerms(
  matches: readonly Match[],
  glossary: Glossary,
): Answer & { readonly kind: 'relation' } {
  const meanings = matches.map(match => match.terms);
  const joins = (relation: Relation) =>
    meanings.every(terms => terms.some(term => relation.terms.includes(term)));
  const exact = (relation: Relation) => Number(relation.terms.length === meanings.length);
  const relations = glossary.relations.filter(joins).sort((a, b) => exact(b) - exact(a));
  const fromHeadings = relations.flatMap(relation =>
    relation.points.map(point => ({ title: relation.title, point })),
  );
  const elsewhere = statements(glossary, fromHeadings.length > 0 ? [] : meanings.flat());
  const naming = elsewhere.filter(({ point }) => namesAll(point, meanings));
  const implying = elsewhere.filter(({ point, about }) =>
    namesAll(
      point,
      meanings.filter(terms => !terms.some(term => term === about)),
    ),
  );
  const fromText = [...naming, ...implying].map(({ title, point }) => ({ title, point }));
  const all = [...fromHeadings, ...fromText].filter(
    ({ point }, index, list) => list.findIndex(other => isSame(other.point, point)) === index,
  );
  const chosen = fromHeadings[0]?.point.place.page ?? fromText[0]?.point.place.page;
  const terms = meanings.flatMap(
    candidates => candidates.find(term => term.place.page === chosen) ?? candidates[0] ?? [],
  );
  return { kind: 'relation', terms, statements: all.slice(0, MOST_STATEMENTS) };
}

interface Said extends Statement {
  /** The term whose page or section says it. */
  readonly about: Term | null;
}

/** What stands under headings that join terms, and, for want of those, what the terms' own facets say. */
function statements(glossary: Glossary, terms: readonly Term[]): Said[] {
  const fromRelations = glossary.relations.flatMap(relation =>
    relation.points.map(point => ({ title: relation.title, point, about: null })),
  );
  const fromTerms = terms.flatMap(about => [
    ...(about.definition ? [{ title: null, point: about.definition, about }] : []),
    ...about.facets.flatMap(facet =>
      facet.points.map(point => ({ title: `${about.name} › ${facet.label}`, point, about })),
    ),
  ]);
  return [...fromRelations, ...fromTerms];
}

function namesAll(point: Point, meanings: readonly (readonly Term[])[]): boolean {
  const text = [plain(point.text), ...point.points.map(child => plain(child.text))].join(' ');
  return meanings.every(terms => terms.some(term => saysName(text, term)));
}

function isSame(a: Point, b: Point): boolean {
  return a.place.page === b.place.page && a.place.line === b.place.line;
}
