import type { Glossary, Point } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';

/** The glossary as plain data; terms are referred to by name. */
export function exportJson({ terms, comparisons, relations, groups }: Glossary) {
  return {
    terms: terms.map(({ name, aliases, definition, facets, subjects, owner, lang, place }) => ({
      name,
      aliases,
      definition: definition && plain(definition.text),
      facets: facets.map(facet => ({
        name: facet.name,
        label: facet.label,
        points: facet.points.map(pointOf),
      })),
      subjects,
      owner,
      lang,
      page: place.page,
      line: place.line,
    })),
    comparisons: comparisons.map(({ title, subjects, rows, place }) => ({
      title,
      subjects: subjects.map(({ name }) => name),
      rows: rows.map(({ label, cells }) => ({ label, cells: cells.map(plain) })),
      page: place.page,
      line: place.line,
    })),
    relations: relations.map(({ title, terms: joined, points, place }) => ({
      title,
      terms: joined.map(({ name }) => name),
      points: points.map(pointOf),
      page: place.page,
      line: place.line,
    })),
    groups: groups.map(({ title, terms: members }) => ({ title, terms: members.map(({ name }) => name) })),
  };
}

interface PlainPoint {
  readonly label: string | null;
  readonly text: string;
  readonly points: readonly PlainPoint[];
}

function pointOf({ label, text, points }: Point): PlainPoint {
  return { label, text: plain(text), points: points.map(pointOf) };
}
