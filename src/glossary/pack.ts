import type { Draft, DraftGroup, DraftRelation, DraftTable, PageDrafts } from './draft.ts';
import type { Facet, Place, Point } from './glossary.ts';
import { merged } from './inline.ts';
import { type Rich, type Span, span } from './rich.ts';

/** What was found on a page, in a third of the room: for the cache, and for another process. Fit for JSON. */
export interface PackedPage extends Omit<PageDrafts, 'terms' | 'tables' | 'relations' | 'groups'> {
  /** The headings that places name; places give their numbers. */
  readonly sections: readonly (string | null)[];
  readonly terms: readonly PackedTerm[];
  readonly tables: readonly PackedTable[];
  readonly relations: readonly PackedRelation[];
  readonly groups: readonly PackedGroup[];
}

const STYLES: readonly Span['style'][] = ['plain', 'strong', 'emphasis', 'code'];
const LEVELS = ['page', 'section', 'row', 'item', 'passage'] as const;

type PackedSpan = readonly [text: string, style: number, href: string | null];
/** Text without style or link is most of it. */
type PackedRich = string | readonly PackedSpan[];
type PackedPlace = readonly [line: number, section: number];
type PackedPoint = readonly [
  text: PackedRich,
  line: number,
  section: number,
  label?: string | null,
  points?: readonly PackedPoint[],
];
type PackedFacet = readonly [
  name: string,
  /** Null where it is the name. */
  label: string | null,
  line: number,
  section: number,
  points: readonly PackedPoint[],
];
type PackedTerm = readonly [
  name: string,
  aliases: readonly string[],
  level: number,
  line: number,
  section: number,
  definition: PackedPoint | null,
  facets: readonly PackedFacet[],
  subjects: readonly string[],
];
type PackedRow = readonly [line: number, cells: readonly PackedRich[]];
type PackedTable = readonly [
  title: string,
  place: PackedPlace,
  header: readonly PackedRich[],
  rows: readonly PackedRow[],
  /** Number of the term; -1 for none. */
  owner: number,
];
type PackedRelation = readonly [title: string, place: PackedPlace, points: readonly PackedPoint[]];
type PackedGroup = readonly [title: string, line: number, terms: readonly number[]];

/** A group may hold what is no term of its page by itself; that is left out. */
export function pack({ terms, tables, relations, groups, ...page }: PageDrafts): PackedPage {
  const sections = new Map<string | null, number>();
  const placed = ({ line, section }: Place): PackedPlace => {
    const number = sections.get(section) ?? sections.size;
    sections.set(section, number);
    return [line, number];
  };
  const numbers = new Map(terms.map((draft, number) => [draft, number]));
  const packed = {
    terms: terms.map(draft => packTerm(draft, placed)),
    tables: tables.map(
      ({ title, place, header, rows, owner }): PackedTable => [
        title,
        placed(place),
        header.map(packRich),
        rows.map(({ line, cells }): PackedRow => [line, cells.map(packRich)]),
        owner === null ? -1 : (numbers.get(owner) ?? -1),
      ],
    ),
    relations: relations.map(
      ({ title, place, points }): PackedRelation => [
        title,
        placed(place),
        points.map(point => packPoint(point, placed)),
      ],
    ),
    groups: groups.map(
      ({ title, line, terms }): PackedGroup => [
        title,
        line,
        terms.flatMap(draft => numbers.get(draft) ?? []),
      ],
    ),
  };
  return { ...page, sections: [...sections.keys()], ...packed };
}

type Placed = (place: Place) => PackedPlace;

function packTerm(
  { name, aliases, level, place, definition, facets, subjects }: Draft,
  placed: Placed,
): PackedTerm {
  return [
    name,
    aliases,
    LEVELS.indexOf(level),
    ...placed(place),
    definition && packPoint(definition, placed),
    facets.map(
      ({ name, label, place, points }): PackedFacet => [
        name,
        label === name ? null : label,
        ...placed(place),
        points.map(point => packPoint(point, placed)),
      ],
    ),
    subjects,
  ];
}

function packPoint({ text, label, place, points }: Point, placed: Placed): PackedPoint {
  const [line, section] = placed(place);
  if (points.length > 0)
    return [packRich(text), line, section, label, points.map(point => packPoint(point, placed))];
  return label === null ? [packRich(text), line, section] : [packRich(text), line, section, label];
}

function packRich(text: Rich): PackedRich {
  const [first] = text;
  if (first === undefined) return '';
  const shown = merged(text.map(part => (part.style === 'link' ? { ...part, style: 'plain' } : part)));
  const [only] = shown;
  return shown.length === 1 && only?.style === 'plain' && only.href === null && only.text !== ''
    ? only.text
    : shown.map(({ text, style, href }): PackedSpan => [text, STYLES.indexOf(style), href]);
}

/** @param collection as places name it; null where there is only one. */
export function unpack({ sections, ...page }: PackedPage, collection: string | null): PageDrafts {
  const { path, url } = page;
  const at: At = (line, section) => ({
    collection,
    page: path,
    section: sections[section] ?? null,
    line,
    url,
  });
  const terms = page.terms.map(term => unpackTerm(term, at));
  const tables = page.tables.map(
    ([title, place, header, rows, owner]): DraftTable => ({
      title,
      place: at(...place),
      header: header.map(unpackRich),
      rows: rows.map(([line, cells]) => ({ cells: cells.map(unpackRich), line })),
      owner: terms[owner] ?? null,
    }),
  );
  const relations = page.relations.map(
    ([title, place, points]): DraftRelation => ({
      title,
      points: points.map(point => unpackPoint(point, at)),
      place: at(...place),
    }),
  );
  const groups = page.groups.map(
    ([title, line, numbers]): DraftGroup => ({
      title,
      line,
      terms: numbers.flatMap(number => terms[number] ?? []),
    }),
  );
  return { ...page, collection, terms, tables, relations, groups };
}

type At = (line: number, section: number) => Place;

function unpackTerm(packed: PackedTerm, at: At): Draft {
  const [name, aliases, level, line, section, definition, facets, subjects] = packed;
  return {
    name,
    aliases: [...aliases],
    place: at(line, section),
    level: LEVELS[level] ?? 'page',
    definition: definition && unpackPoint(definition, at),
    facets: facets.map(
      ([name, label, line, section, points]): Facet => ({
        name,
        label: label ?? name,
        points: points.map(point => unpackPoint(point, at)),
        place: at(line, section),
      }),
    ),
    subjects: [...subjects],
  };
}

/** Most statements have none below them. */
const NONE: readonly Point[] = [];

function unpackPoint([text, line, section, label = null, points]: PackedPoint, at: At): Point {
  return {
    label,
    text: unpackRich(text),
    place: at(line, section),
    points: points === undefined ? NONE : points.map(point => unpackPoint(point, at)),
  };
}

function unpackRich(text: PackedRich): Rich {
  if (typeof text === 'string') return text === '' ? [] : [span(text)];
  return text.map(([text, style, href]): Span => ({ text, style: STYLES[style] ?? 'plain', href }));
}
