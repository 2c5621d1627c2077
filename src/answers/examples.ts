import type { Comparison, Glossary } from '../glossary/glossary.ts';

/** Questions that this very glossary answers: a term, a comparison, one aspect of it, a list. Empty without terms. */
export function exampleQuestions(glossary: Glossary): string[] {
  const [fullest] = [...glossary.comparisons].sort((a, b) => fullness(b) - fullness(a));
  const [first, second] = fullest?.subjects ?? [];
  if (!fullest || !first || !second) return glossary.terms.slice(0, 1).map(term => term.name);
  const row = fullest.rows[0]?.label.toLowerCase() ?? '';
  const aspect = row === '' ? [] : [`How do ${first.name} and ${second.name} compare on ${row}?`];
  return [first.name, `${first.name} vs ${second.name}`, ...aspect];
}

/** A good table to show: many rows, over terms that have sides of their own. */
function fullness({ subjects, rows }: Comparison): number {
  return rows.length + subjects.slice(0, 2).reduce((sum, term) => sum + term.facets.length, 0);
}
