import type { Term } from '../glossary/glossary.ts';
import { matchesOf, type Query } from '../language/query.ts';
import type { Lexicon } from '../language/reading.ts';
import type { Answer } from './answer.ts';
import { compareTerms } from './compare.ts';
import { exampleQuestions } from './examples.ts';
import { findFacet } from './facet.ts';
import { listTerms } from './list.ts';
import { relateTerms } from './relate.ts';
import { findText } from './search.ts';

/** Looks up the facts for a query. What the wiki does not say is an empty finding, never an exception. */
export function findAnswer(query: Query, { glossary }: Lexicon): Answer {
  switch (query.kind) {
    case 'define': {
      const { terms, mentions, name } = query.match;
      return { kind: 'define', terms, mentions, name, comparable: comparableWith(terms[0], glossary) };
    }
    case 'facet':
      return { kind: 'facet', findings: findFacet(query, glossary) };
    case 'compare':
      return compareTerms(query, glossary);
    case 'relation':
      return relateTerms(matchesOf(query), glossary);
    case 'list':
      return listTerms(query, glossary);
    case 'suggest':
      return {
        kind: 'suggest',
        asked: query.asked,
        terms: query.candidates,
        statements: findText(query.asked, glossary),
      };
    case 'unknown':
      return { kind: 'unknown', asked: query.asked, statements: findText(query.asked, glossary) };
    case 'help':
      return { kind: 'help', examples: exampleQuestions(glossary) };
  }
}

function comparableWith(term: Term | undefined, glossary: Lexicon['glossary']): Term[] {
  if (!term) return [];
  const tables = glossary.comparisons.filter(table => table.subjects.includes(term));
  return [...new Set(tables.flatMap(table => table.subjects))].filter(
    other => other !== term && other.name !== term.name,
  );
}
