import { NEXT_BEST } from '../glossary/facets.ts';
import type { Facet, Point, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { DETAILS } from '../language/aspects.ts';
import { nameKey } from '../language/normalise.ts';
import { type RankedPassage, rankPassages } from '../language/passages.ts';
import type { Query } from '../language/query.ts';
import type { Lexicon } from '../language/reading.ts';
import { cellsOf } from '../language/statements.ts';
import type { Finding } from './answer.ts';

type Pages = Pick<Lexicon, 'glossary' | 'vocabulary'>;
type FacetQuery = Query & { readonly kind: 'facet' };

/** What each meaning of the term says on the facet. Meanings that say nothing are left out when another does. */
export function findFacet(query: FacetQuery, pages: Pages): Finding[] {
  const { facet, also, about, match } = query;
  const findings = match.terms.flatMap(term => {
    if (facet === null) return decide(term, about, pages);
    return [facet, ...(also === null ? [] : [also])].map(asked => lookUp(term, asked, about, pages));
  });
  const answered = findings.filter(finding => finding.points.length > 0);
  return answered.length > 0 ? answered : findings;
}

function lookUp(term: Term, asked: string, about: readonly string[], pages: Pages): Finding {
  for (const name of [asked, ...(NEXT_BEST[asked] ?? [])]) {
    const facet = term.facets.find(own => nameKey(own.name) === nameKey(name));
    if (facet)
      return { term, asked, facet: facet.name, points: mostRelevantFirst(facet, term, about, pages) };
    const labelled = labelledBy(term, name);
    if (labelled.length > 0) return { term, asked, facet: labelled[0]?.label ?? name, points: labelled };
    const cells = cellsOf(term, pages.glossary).filter(({ label }) => nameKey(label ?? '') === nameKey(name));
    if (cells.length > 0) return { term, asked, facet: cells[0]?.label ?? name, points: cells };
  }
  return { term, asked, facet: null, points: [] };
}

/** Statements below the term that have the label, though no facet is called so. */
function labelledBy({ facets }: Term, label: string): Point[] {
  const loose = facets.filter(({ name }) => name === DETAILS).flatMap(({ points }) => points);
  return loose.filter(point => point.label !== null && nameKey(point.label) === nameKey(label));
}

/** Statements that are quoted: the one that answers, then those that stand beside it. */
const MOST_SHOWN = 4;
/** Under other facets one each is quoted, where it says nearly as much of what was asked. */
const MOST_ELSEWHERE = 2;
const AS_WELL = 0.65;
/** A cell such as "No" is quoted with the next statement that says nearly as much of what was asked. */
const NEARLY = 0.6;
const SHORT = 24;

function isShort({ text }: Point): boolean {
  return plain(text).length <= SHORT;
}

/** "Does a container have its own kernel?": the statement that speaks most of what was asked, with its facet. */
function decide(term: Term, asked: readonly string[], pages: Pages): Finding[] {
  const ranked = rankPassages(term, asked, pages);
  const [best] = ranked;
  if (!best) return [{ term, asked: null, facet: null, points: [] }];
  const facet = titleOf(best);
  const prose = isShort(best.point)
    ? ranked.find(other => !isShort(other.point) && other.coverage >= best.coverage * NEARLY)
    : undefined;
  const also = prose
    ? [prose.point]
    : context(
        term,
        best.facet,
        ranked.map(({ point }) => point),
      );
  const shown = new Set<string | null>([best.facet]);
  const others = ranked.filter(({ facet: name, point, coverage }) => {
    const isFurther = coverage >= best.coverage * AS_WELL && !also.includes(point);
    return isFurther && !shown.has(name) && shown.add(name);
  });
  return [
    { term, asked: null, facet, points: distinct([best.point, ...also]).slice(0, MOST_SHOWN) },
    ...others
      .slice(0, MOST_ELSEWHERE)
      .map(other => ({ term, asked: null, facet: titleOf(other), points: [other.point] })),
  ];
}

function titleOf({ facet, point }: Pick<RankedPassage, 'facet' | 'point'>): string | null {
  return facet === DETAILS ? (point.label ?? facet) : facet;
}

/** What else stands under the facet, what answers better first. */
function context(term: Term, name: string | null, ranked: readonly Point[]): readonly Point[] {
  const points = term.facets.find(facet => facet.name === name && name !== DETAILS)?.points ?? [];
  const isThere = (point: Point) => points.includes(point);
  return [...ranked.filter(isThere), ...points];
}

/** Each point once, and none that stands below another. */
function distinct(points: readonly Point[]): Point[] {
  const below = new Set(points.flatMap(({ points: own }) => own));
  const [first] = points;
  return [...new Set(points)].filter(
    point => point === first || (!below.has(point) && !point.points.includes(first ?? point)),
  );
}

/** A facet's statements in the page's order, but those that speak of what was asked before the others. */
function mostRelevantFirst(
  facet: Facet,
  term: Term,
  about: readonly string[],
  pages: Pages,
): readonly Point[] {
  if (about.length === 0) return facet.points;
  const ranked = rankPassages(term, about, pages).map(({ point }) => point);
  const rankOf = (point: Point) => {
    const rank = ranked.indexOf(point);
    return rank < 0 ? ranked.length : rank;
  };
  return facet.points.toSorted((a, b) => rankOf(a) - rankOf(b));
}
