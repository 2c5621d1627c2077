import type { Facet, Glossary, Point, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { nameKey, words } from '../language/normalise.ts';
import type { Query } from '../language/query.ts';
import { stemOf } from '../language/stem.ts';
import { contentWords, labelScore } from '../language/vocabulary.ts';
import type { Finding } from './answer.ts';

type FacetQuery = Query & { readonly kind: 'facet' };

/** Where a page lacks the facet that was asked for, these say nearly the same. */
const NEXT_BEST: Readonly<Record<string, readonly string[]>> = {
  Purpose: ['Use Cases', 'Advantages'],
  'Use Cases': ['Purpose', 'Examples'],
  Characteristics: ['Key Features'],
  'Key Features': ['Characteristics', 'Details'],
  'Tools and Platforms': ['Examples'],
  Examples: ['Tools and Platforms', 'Use Cases'],
  'How It Works': ['Key Features', 'Details'],
  Challenges: ['Security Implications'],
  Prevention: ['Best Practices'],
};

/** What each meaning of the term says on the facet. Meanings that say nothing are left out when another does. */
export function findFacet(query: FacetQuery, glossary: Glossary): Finding[] {
  const { facet, also, about, match } = query;
  const findings = match.terms.flatMap(term => {
    if (facet === null) return [decide(term, about, glossary)];
    return [facet, ...(also === null ? [] : [also])].map(asked => lookUp(term, asked, about, glossary));
  });
  const answered = findings.filter(finding => finding.points.length > 0);
  return answered.length > 0 ? answered : findings;
}

function lookUp(term: Term, asked: string, about: readonly string[], glossary: Glossary): Finding {
  for (const name of [asked, ...(NEXT_BEST[asked] ?? [])]) {
    const facet = term.facets.find(own => nameKey(own.name) === nameKey(name));
    if (facet) return { term, asked, facet: facet.name, points: mostRelevantFirst(facet.points, about) };
    const cells = cellsOf(term, name, glossary);
    if (cells.length > 0) return { term, asked, facet: cells[0]?.label ?? name, points: cells };
  }
  return { term, asked, facet: null, points: [] };
}

/** What comparison tables say of the term in rows with this label. */
function cellsOf(term: Term, label: string | null, glossary: Glossary): Point[] {
  return glossary.comparisons.flatMap(table => {
    const column = table.subjects.indexOf(term);
    if (column < 0) return [];
    return table.rows.flatMap(row => {
      const text = row.cells[column] ?? [];
      const isAsked = label === null || nameKey(row.label) === nameKey(label);
      return isAsked && plain(text).trim() !== ''
        ? [{ label: row.label, text, place: row.place, points: [] }]
        : [];
    });
  });
}

/** "Does a container have its own kernel?": the statement that speaks most of what was asked, with its facet. */
function decide(term: Term, asked: readonly string[], glossary: Glossary): Finding {
  const own = new Set([term.name, ...term.aliases].flatMap(words).map(word => stemOf(word)));
  const about = asked.filter(stem => !own.has(stem));
  const all: { point: Point; facet: string | null }[] = [
    ...term.facets.flatMap(facet => allPoints(facet).map(point => ({ point, facet: facet.name }))),
    ...cellsOf(term, null, glossary).map(point => ({ point, facet: point.label })),
    ...(term.definition ? [{ point: term.definition, facet: null }] : []),
  ];
  const ranked = all
    .map(({ point, facet }) => ({ point, facet, score: relevance(point, about) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best) return { term, asked: null, facet: null, points: [] };
  const also = ranked.slice(1, 3).filter(({ score }) => score >= best.score);
  return { term, asked: null, facet: best.facet, points: [best, ...also].map(({ point }) => point) };
}

function allPoints(facet: Facet): Point[] {
  const flatten = (points: readonly Point[]): Point[] =>
    points.flatMap(point => [point, ...flatten(point.points)]);
  return flatten(facet.points).filter(point => plain(point.text) !== '' || point.label !== null);
}

/**
 * How many of the asked stems a statement and its label name; a label counts a little more than
 * the text, and of two statements that name as many, the one that says less besides is nearer.
 */
function relevance(point: Point, about: readonly string[]): number {
  const typed = words(plain(point.text));
  const inText = new Set(typed.map(word => stemOf(word)));
  const initials = typed.map(word => word[0]).join('');
  const named = about.filter(
    stem => inText.has(stem) || (isAbbreviation(stem) && initials.includes(stem)),
  ).length;
  const labelled = point.label === null ? 0 : Math.min(1.2, labelScore(about, point.label) / 2.5);
  const share = named / Math.max(1, contentWords(plain(point.text)).length);
  return named + labelled + share / 2;
}

/** "OS" asks about "operating system": two to four letters that the words' first letters spell in a row. */
function isAbbreviation(stem: string): boolean {
  return /^[a-z]{2,4}$/.test(stem);
}

function mostRelevantFirst(points: readonly Point[], about: readonly string[]): readonly Point[] {
  if (about.length === 0) return points;
  return [...points].sort((a, b) => relevance(b, about) - relevance(a, about));
}
