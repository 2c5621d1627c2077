import type { Facet, Point, Term } from '../glossary/glossary.ts';
import { nameKey } from '../language/normalise.ts';
import { cellsOf, rankPassages } from '../language/passages.ts';
import type { Query } from '../language/query.ts';
import type { Lexicon } from '../language/reading.ts';
import type { Finding } from './answer.ts';

type Pages = Pick<Lexicon, 'glossary' | 'vocabulary'>;
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
export function findFacet(query: FacetQuery, pages: Pages): Finding[] {
  const { facet, also, about, match } = query;
  const findings = match.terms.flatMap(term => {
    if (facet === null) return [decide(term, about, pages)];
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
    const cells = cellsOf(term, pages.glossary).filter(({ label }) => nameKey(label ?? '') === nameKey(name));
    if (cells.length > 0) return { term, asked, facet: cells[0]?.label ?? name, points: cells };
  }
  return { term, asked, facet: null, points: [] };
}

/** Further statements that are quoted when they answer as well as the best. */
const MOST_BESIDE = 2;
const AS_WELL = 0.9;

/** "Does a container have its own kernel?": the statement that speaks most of what was asked, with its facet. */
function decide(term: Term, asked: readonly string[], pages: Pages): Finding {
  const ranked = rankPassages(term, asked, pages);
  const [best] = ranked;
  if (!best) return { term, asked: null, facet: null, points: [] };
  const also = ranked
    .slice(1, 1 + MOST_BESIDE)
    .filter(({ score, facet }) => facet === best.facet && score >= best.score * AS_WELL);
  return { term, asked: null, facet: best.facet, points: [best, ...also].map(({ point }) => point) };
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
