import type { Group, Mention, Place, Point, Term } from '../glossary/glossary.ts';
import type { Rich } from '../glossary/rich.ts';
import { matchesOf, type Query } from '../language/query.ts';
import type { Lexicon } from '../language/reading.ts';
import { compareTerms } from './compare.ts';
import { exampleQuestions } from './examples.ts';
import { findFacet } from './facet.ts';
import { listTerms } from './list.ts';
import { relateTerms } from './relate.ts';

/** One cell of a comparison: null where the wiki does not say. */
export interface AnsweredRow {
  readonly label: string;
  readonly cells: readonly (Rich | null)[];
  readonly places: readonly Place[];
}

/** A term's statements on what was asked, and the facet they stand under. */
export interface Finding {
  readonly term: Term;
  /** The facet asked for; null when only a yes/no question was asked. */
  readonly asked: string | null;
  /** The facet that the statements stand under; null for the definition, or when there are none. */
  readonly facet: string | null;
  readonly points: readonly Point[];
}

/** The facts for a query, still without wording. */
export type Answer =
  | {
      readonly kind: 'define';
      readonly terms: readonly Term[];
      readonly mentions: readonly Mention[];
      readonly name: string;
      readonly comparable: readonly Term[];
    }
  | { readonly kind: 'facet'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'compare';
      readonly terms: readonly Term[];
      readonly title: string | null;
      readonly rows: readonly AnsweredRow[];
      /** The row that was asked about; null when none was, or none is there. */
      readonly lead: AnsweredRow | null;
      /** Facets that all of the terms have and that the rows do not show. */
      readonly also: readonly string[];
      readonly asked: string | null;
    }
  | {
      readonly kind: 'list';
      readonly subject: string;
      readonly group: Group | null;
      readonly terms: readonly Term[];
      readonly subjects: readonly Group[];
    }
  | { readonly kind: 'relation'; readonly terms: readonly Term[]; readonly statements: readonly Statement[] }
  | { readonly kind: 'suggest'; readonly asked: string; readonly terms: readonly Term[] }
  | { readonly kind: 'unknown'; readonly asked: string }
  | { readonly kind: 'help'; readonly examples: readonly string[] };

/** A statement with the heading that it stands under, when that says more than the statement. */
export interface Statement {
  readonly title: string | null;
  readonly point: Point;
}

/** Looks up the facts for a query. What the wiki does not say is an empty finding, never an exception. */
export function answer(query: Query, { glossary }: Lexicon): Answer {
  switch (query.kind) {
    case 'define': {
      const { terms, mentions, name } = query.match;
      return { kind: 'define', terms, mentions, name, comparable: comparableWith(terms[0], glossary) };
    }
    case 'facet':
      return { kind: 'facet', findings: findFacet(query, glossary) };
    case 'compare':
      return compareTerms(query, glossary);
    case 'relation':
      return relateTerms(matchesOf(query), glossary);
    case 'list':
      return listTerms(query, glossary);
    case 'suggest':
      return { kind: 'suggest', asked: query.asked, terms: query.candidates };
    case 'unknown':
      return { kind: 'unknown', asked: query.asked };
    case 'help':
      return { kind: 'help', examples: exampleQuestions(glossary) };
  }
}

function comparableWith(term: Term | undefined, glossary: Lexicon['glossary']): Term[] {
  if (!term) return [];
  const tables = glossary.comparisons.filter(table => table.subjects.includes(term));
  return [...new Set(tables.flatMap(table => table.subjects))].filter(
    other => other !== term && other.name !== term.name,
  );
}
