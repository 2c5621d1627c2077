import type { Term } from '../glossary/glossary.ts';
import { rankPassages } from '../language/passages.ts';
import { matchesOf, type Query } from '../language/query.ts';
import type { Lexicon } from '../language/reading.ts';
import type { Answer, Statement } from './answer.ts';
import { compareTerms } from './compare.ts';
import { exampleQuestions } from './examples.ts';
import { findFacet } from './facet.ts';
import { listTerms } from './list.ts';
import { relateTerms } from './relate.ts';
import { findText } from './search.ts';

/** Looks up the facts for a query. What the wiki does not say is an empty finding, never an exception. */
export function findAnswer(query: Query, lexicon: Lexicon): Answer {
  const { glossary } = lexicon;
  switch (query.kind) {
    case 'define': {
      const { terms, mentions, name } = query.match;
      const described = query.about ? nearestLines(terms, query.about, lexicon) : null;
      const comparable = comparableWith(terms[0], glossary);
      return { kind: 'define', terms, mentions, name, comparable, described };
    }
    case 'facet':
      return { kind: 'facet', findings: findFacet(query, lexicon) };
    case 'compare':
      return compareTerms(query, glossary);
    case 'relation':
      return relateTerms(matchesOf(query), glossary);
    case 'list':
      return listTerms(query, lexicon);
    case 'suggest':
      return {
        kind: 'suggest',
        asked: query.asked,
        terms: query.candidates,
        statements: linesFor(query, lexicon),
      };
    case 'unknown':
      return { kind: 'unknown', asked: query.asked, statements: findText(query.asked, glossary) };
    case 'help':
      return { kind: 'help', examples: exampleQuestions(glossary) };
  }
}

/** What is shown of candidates: the lines that describe them, that name what was asked, or what a single one is. */
function linesFor(
  { asked, candidates, about }: Query & { readonly kind: 'suggest' },
  lexicon: Lexicon,
): Statement[] {
  const near = about ? linesOf(candidates, about, lexicon) : [];
  if (near.length > 0) return near;
  const named = findText(asked, lexicon.glossary);
  const [only, ...others] = candidates;
  if (named.length > 0 || !only?.definition || others.length > 0) return named;
  return [{ title: only.name, point: only.definition }];
}

/** Lines of the likeliest candidate that come nearest, and what each candidate is. */
function linesOf(terms: readonly Term[], about: readonly string[], lexicon: Lexicon): Statement[] {
  return terms.slice(0, MOST_SHOWN).flatMap((term, at) => {
    const ranked = rankPassages(term, about, lexicon).slice(0, at === 0 ? MOST_LINES : 0);
    const lines = ranked.map(({ point, facet }) => ({ title: titleOf(term, facet), point }));
    const isThere = ranked.some(({ facet }) => facet === null);
    if (term.definition === null || isThere) return lines;
    return [{ title: term.name, point: { ...term.definition, points: [] } }, ...lines];
  });
}

/** Candidates that are explained, and lines of the first that are quoted. */
const MOST_SHOWN = 3;
const MOST_LINES = 2;

function titleOf(term: Term, facet: string | null): string {
  return [term.name, facet].filter(Boolean).join(' › ');
}

/** Of each term the line that comes nearest to what was described. */
function nearestLines(terms: readonly Term[], about: readonly string[], lexicon: Lexicon): Statement[] {
  return terms.flatMap(term => {
    const [best] = rankPassages(term, about, lexicon);
    return best ? [{ title: titleOf(term, best.facet), point: best.point }] : [];
  });
}

function comparableWith(term: Term | undefined, glossary: Lexicon['glossary']): Term[] {
  if (!term) return [];
  const tables = glossary.comparisons.filter(table => table.subjects.includes(term));
  return [...new Set(tables.flatMap(table => table.subjects))].filter(
    other => other !== term && other.name !== term.name,
  );
}
