import type { Group, Mention, Place, Point, Term } from '../glossary/glossary.ts';
import type { Rich } from '../glossary/rich.ts';

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
      /** What the term was recognised by, where it was described rather than named. */
      readonly described: readonly Statement[] | null;
    }
  | { readonly kind: 'facet'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'compare';
      readonly terms: readonly Term[];
      readonly title: string | null;
      readonly rows: readonly AnsweredRow[];
      /** The row that was asked about; null when none was, or none is there. */
      readonly lead: AnsweredRow | null;
      /** Terms chosen among several meanings of their names. */
      readonly chosen: readonly Term[];
      /** Names beyond the number that is put side by side. */
      readonly leftOut: readonly string[];
      /** Sides that are no name of the glossary. */
      readonly unknown: readonly string[];
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
  | {
      readonly kind: 'suggest';
      readonly asked: string;
      readonly terms: readonly Term[];
      /** Where the words stand, though they are no term. */
      readonly statements: readonly Statement[];
    }
  | {
      readonly kind: 'unknown';
      readonly asked: string;
      /** Where the words stand all the same. */
      readonly statements: readonly Statement[];
    }
  | { readonly kind: 'help'; readonly examples: readonly string[] }
  /** The terms that somebody's text uses. */
  | { readonly kind: 'glosses'; readonly terms: readonly Term[] };

/** A statement with the heading that it stands under, when that says more than the statement. */
export interface Statement {
  readonly title: string | null;
  readonly point: Point;
}
