import { aliasesInDefinition } from './definition-aliases.ts';
import type { Facet, Place, Point, Problem } from './glossary.ts';
import { type Named, sameName, termKeys } from './names.ts';
import type { Section } from './outline.ts';
import { plain, type Rich } from './rich.ts';
import type { Walk } from './walk.ts';

/** A term while its page is being read. */
export interface Draft extends Named {
  readonly aliases: string[];
  readonly place: Place;
  /** What named it: the page's title, a heading, a row of a table, a bullet, or a sentence. */
  readonly level: 'page' | 'section' | 'row' | 'item' | 'passage';
  definition: Point | null;
  readonly facets: Facet[];
  readonly subjects: string[];
}

export interface DraftTable {
  readonly title: string;
  readonly place: Place;
  readonly header: readonly Rich[];
  readonly rows: readonly { readonly cells: readonly Rich[]; readonly line: number }[];
  readonly owner: Draft | null;
}

export interface DraftRelation {
  readonly title: string;
  readonly points: readonly Point[];
  readonly place: Place;
}

/** What was found on one page, before it meets what others say: plain data. */
export interface PageDrafts {
  readonly title: string;
  readonly line: number;
  readonly path: string;
  readonly collection: string | null;
  readonly url: string | null;
  readonly owner: string | null;
  readonly lang: string | null;
  /** Folders, title and tags: what all terms of the page are about. */
  readonly subjects: readonly string[];
  readonly terms: readonly Draft[];
  readonly tables: readonly DraftTable[];
  readonly relations: readonly DraftRelation[];
  readonly groups: readonly DraftGroup[];
  readonly problems: readonly Problem[];
}

/** Terms that a heading gathers. */
export interface DraftGroup {
  readonly title: string;
  readonly line: number;
  readonly terms: readonly Draft[];
}

/** A page whose terms are known as far as its layout sets them apart. */
export interface ParsedPage extends PageDrafts {
  readonly root: Section;
  /** Whether terms are looked for in what it says; not so in lists of terms. */
  readonly isProse: boolean;
  /** What reading it carried along, for what is read once all pages are. */
  readonly walk: Walk;
}

export function newDraft(named: Named, place: Place, level: Draft['level'] = 'page'): Draft {
  return {
    name: named.name,
    aliases: [...named.aliases],
    place,
    level,
    definition: null,
    facets: [],
    subjects: [],
  };
}

/** The first definition found stays. */
export function addDefinition(draft: Draft, point: Point | null): void {
  if (!point || draft.definition) return;
  draft.definition = point;
  for (const alias of aliasesInDefinition(draft.name, plain(point.text))) addAlias(draft, alias);
}

/** Another name that the page uses for the term: "What is least privilege?" below "Principle of Least Privilege". */
export function addAlias(draft: Draft, name: string): void {
  if (!sameName(draft, { name, aliases: [] })) draft.aliases.push(name);
}

/** Points of the same facet meet, whichever headings they stood under. */
export function addFacet(draft: Draft, facet: Facet): void {
  if (facet.points.length === 0) return;
  const index = draft.facets.findIndex(other => other.name.toLowerCase() === facet.name.toLowerCase());
  const existing = draft.facets[index];
  if (existing) draft.facets[index] = { ...existing, points: [...existing.points, ...facet.points] };
  else draft.facets.push(facet);
}

/** Statements of other places that are quoted beside a term. */
const MOST_ELSEWHERE = 6;

/** Keeps what another place says of a term. */
export function addElsewhere(draft: Draft, statement: Point | null): void {
  const name = 'Elsewhere';
  const count = draft.facets.find(facet => facet.name === name)?.points.length ?? 0;
  if (statement && count < MOST_ELSEWHERE)
    addFacet(draft, { name, label: name, points: [statement], place: statement.place });
}

/** The keys of drafts, which are asked for again and again, with the number of aliases that they are of. */
const kept = new WeakMap<Draft, { readonly aliases: number; readonly keys: readonly string[] }>();

function keysOf(draft: Draft): readonly string[] {
  const before = kept.get(draft);
  if (before?.aliases === draft.aliases.length) return before.keys;
  const keys = termKeys(draft);
  kept.set(draft, { aliases: draft.aliases.length, keys });
  return keys;
}

export function draftNamed(drafts: readonly Draft[], named: Named): Draft | null {
  const keys = new Set(termKeys(named));
  return drafts.find(draft => keysOf(draft).some(key => keys.has(key))) ?? null;
}
