import type { Draft, DraftRelation, DraftTable } from './draft.ts';
import type { Point, Problem } from './glossary.ts';
import type { Named } from './names.ts';
import type { At } from './points.ts';

/** What reading a page carries along: where it is, and what it collects. */
export interface Walk {
  readonly path: string;
  readonly at: At;
  /** What the page's headings name: two of them in one heading make a relation. */
  readonly known: readonly Named[];
  /** Keys of headings that stand on many pages: sides that each page has, not terms. */
  readonly recurring: ReadonlySet<string>;
  /** Whether the page is a list of terms, so that its headings are names whatever they say. */
  readonly listsTerms: boolean;
  /** Whether what stands below the page's headings mostly says what they name; else most are topics. */
  readonly headingsDefine: boolean;
  /** Whether the page has a name on more than one of its lines. */
  readonly isUsed: (name: string) => boolean;
  readonly terms: Draft[];
  readonly tables: DraftTable[];
  readonly relations: DraftRelation[];
  readonly groups: { title: string; line: number; terms: Draft[] }[];
  /** Rows of "Aspect | Details" tables, added once the page is read: they repeat what the page says in full. */
  readonly facts: { owner: Draft; points: readonly Point[] }[];
  readonly problems: Problem[];
}
