import type { Rich } from './rich.ts';

/** A file as a source handed it over, before it is understood. */
export interface PageFile {
  /** Path relative to its data folder, with forward slashes: `crypto/tls.md`. */
  readonly path: string;
  /** Name of the data folder, as the operator or the folder itself gives it. */
  readonly collection: string;
  readonly text: string;
}

/** Where a fact stands, so that an answer can name it. */
export interface Place {
  /** The data folder's name; null when there is only one. */
  readonly collection: string | null;
  readonly page: string;
  /** The nearest heading, as written; null above the first one. */
  readonly section: string | null;
  /** Counted from 1. */
  readonly line: number;
  /** Address of the page, when its front matter gives one. */
  readonly url: string | null;
}

/** One quotable statement, with those nested below it. */
export interface Point {
  readonly label: string | null;
  readonly text: Rich;
  readonly place: Place;
  readonly points: readonly Point[];
}

/** One named side of a term. `name` is canonical (Strengths, Benefits and Advantages meet), `label` is as written. */
export interface Facet {
  readonly name: string;
  readonly label: string;
  readonly points: readonly Point[];
  readonly place: Place;
}

export interface Term {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly definition: Point | null;
  readonly facets: readonly Facet[];
  readonly place: Place;
  /** Folders, page title, section headings and tags above the term: what "terms on networks" is matched against. */
  readonly subjects: readonly string[];
  /** Who keeps the page, and its language as a BCP 47 tag, where its front matter says so. */
  readonly owner: string | null;
  readonly lang: string | null;
}

export interface ComparisonRow {
  readonly label: string;
  /** One per subject, in the order of `subjects`; empty where the page leaves the cell empty. */
  readonly cells: readonly Rich[];
  readonly place: Place;
}

/** A table of terms by aspects, in whichever direction the page draws it. */
export interface Comparison {
  readonly title: string;
  readonly subjects: readonly Term[];
  readonly rows: readonly ComparisonRow[];
  readonly place: Place;
}

/** How terms combine, as a page puts it under a heading such as "Containers in Clusters". */
export interface Relation {
  readonly title: string;
  readonly terms: readonly Term[];
  readonly points: readonly Point[];
  readonly place: Place;
}

/** A tool or product named under a term: findable, though no term itself. */
export interface Mention {
  readonly name: string;
  readonly term: Term;
  readonly facet: Facet;
  /** The statement that names it. */
  readonly point: Point;
}

/** A heading or page that gathers terms: "Modern Trends". */
export interface Group {
  readonly title: string;
  readonly terms: readonly Term[];
  readonly place: Place;
}

/** What is wrong with a line of a page. */
export interface Fault {
  readonly line: number;
  /** What is wrong and what to do, one sentence each. */
  readonly message: string;
  /** Where nothing that the page says is lost: a heading says nothing, or what stands there is nothing for a glossary. */
  readonly kind?: 'no-definition' | 'not-used';
}

export interface Problem extends Fault {
  readonly page: string;
}

export interface Glossary {
  readonly terms: readonly Term[];
  readonly comparisons: readonly Comparison[];
  readonly relations: readonly Relation[];
  readonly mentions: readonly Mention[];
  readonly groups: readonly Group[];
  readonly pages: number;
  readonly problems: readonly Problem[];
}
