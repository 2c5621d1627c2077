import type { Group, Term } from '../glossary/glossary.ts';
import type { Match } from './said-names.ts';

/** What was asked, understood, without wording. */
export type Query =
  | {
      readonly kind: 'define';
      readonly match: Match;
      /** Stems of the words that describe the term, where it was not named. */
      readonly about?: readonly string[];
    }
  | {
      readonly kind: 'facet';
      readonly match: Match;
      /** Canonical facet or row label; null when only the words decide (a yes/no question). */
      readonly facet: string | null;
      /** A second facet asked for in the same breath, as in "pros and cons". */
      readonly also: string | null;
      /** Stems of what is asked about: which statement answers. */
      readonly about: readonly string[];
    }
  | {
      readonly kind: 'compare';
      readonly matches: readonly Match[];
      readonly aspect: string | null;
      /** Names beyond the number that is put side by side. */
      readonly leftOut: readonly string[];
      /** Sides that are no name of the glossary. */
      readonly unknown: readonly string[];
    }
  | {
      readonly kind: 'list';
      readonly subject: string;
      readonly group: Group | null;
      /** Stems of what the terms have to do with, beside their subject: "what attacks target cookies". */
      readonly about?: readonly string[];
    }
  | { readonly kind: 'relation'; readonly matches: readonly Match[] }
  | {
      readonly kind: 'suggest';
      readonly asked: string;
      readonly candidates: readonly Term[];
      /** Stems of the words that describe the candidates, where they are offered for that. */
      readonly about?: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly asked: string }
  | { readonly kind: 'help' };

/** A query with what decides whether it is answered unasked. */
export interface Understood {
  readonly query: Query;
  /** 0 to 1: how sure it is that this was asked. */
  readonly confidence: number;
  /** Whether the text is a question, rather than a statement that names terms. */
  readonly isQuestion: boolean;
  /** Whether it seems to be about one thing at some place and time: "is the cluster slow today?". */
  readonly isParticular?: boolean;
  /** Whether it names nothing itself; what it is about, if anything, was named before. */
  readonly namesNothing?: boolean;
  /** Words that carry meaning and that nothing accounts for. */
  readonly unexplained: readonly string[];
}

/** The matches that a query is about. */
export function matchesOf(query: Query): readonly Match[] {
  if (query.kind === 'define' || query.kind === 'facet') return [query.match];
  if (query.kind === 'compare' || query.kind === 'relation') return query.matches;
  return [];
}
