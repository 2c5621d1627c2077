import type { Comparison, Glossary, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { contentWords } from './function-words.ts';
import { stemOf } from './stem.ts';
import { stemsOf, type Vocabulary } from './vocabulary.ts';

/** Lowest label score that counts: one shared set of words, or one shared beginning. */
const ENOUGH = 1.5;

/**
 * Tables in which some meaning of every match stands, the best first: on the page that explains the terms, then the
 * one with more rows, then the one with fewer other subjects.
 */
export function tablesOf(
  glossary: Glossary,
  matches: readonly { readonly terms: readonly Term[] }[],
): Comparison[] {
  const isHome = (table: Comparison) =>
    Number(
      matches.every(({ terms }) =>
        terms.some(term => table.subjects.includes(term) && term.place.page === table.place.page),
      ),
    );
  return glossary.comparisons
    .filter(table => matches.every(({ terms }) => terms.some(term => table.subjects.includes(term))))
    .sort(
      (a, b) =>
        isHome(b) - isHome(a) || b.rows.length - a.rows.length || a.subjects.length - b.subjects.length,
    );
}

/** The facet of statements that stand below a term without a heading; each may have a label of its own. */
export const DETAILS = 'Details';

/**
 * What can be asked of the terms by name: their facets, what is labelled below them by itself, and the rows of the
 * tables that they stand in.
 */
export function labelsOf(terms: readonly Term[], glossary: Glossary): string[] {
  const facets = terms.flatMap(({ facets }) =>
    facets.flatMap(({ name, points }) => [
      name,
      ...(name === DETAILS ? points.flatMap(({ label }) => label ?? []) : []),
    ]),
  );
  const tables = terms.flatMap(term => tablesOf(glossary, [{ terms: [term] }]));
  return [...facets, ...tables.flatMap(table => table.rows.map(row => row.label))];
}

/** The label that the words name best; null when they name none. */
export function bestLabel(
  labels: readonly string[],
  asked: readonly string[],
  vocabulary: Vocabulary,
): string | null {
  let best: string | null = null;
  let highest = ENOUGH - 1e-9;
  for (const label of labels) {
    const score = vocabulary.labelScore(asked, label);
    if (score > highest) [best, highest] = [label, score];
  }
  return best;
}

/** The row whose cells speak most of what was asked, if of at least half of it. */
export function rowAbout(tables: readonly Comparison[], asked: readonly string[]): string | null {
  const stems = asked.map(word => stemOf(word));
  let best: string | null = null;
  let most = Math.max(1, stems.length / 2) - 0.5;
  for (const row of tables.flatMap(table => table.rows)) {
    const inRow = new Set(row.cells.flatMap(cell => contentWords(plain(cell))).map(word => stemOf(word)));
    const count = stems.filter(stem => inRow.has(stem)).length;
    if (count > most) [best, most] = [row.label, count];
  }
  return best;
}

/**
 * The table that "which is the most isolated?" is about, when no term is named: the one whose row's label is named
 * best. Several tables that are named equally well mean that nobody can tell: null.
 */
export function tableAbout(
  tables: readonly Comparison[],
  asked: readonly string[],
  vocabulary: Vocabulary,
): { table: Comparison; label: string } | null {
  const ranked = tables
    .flatMap(table =>
      table.rows.map(row => ({
        table,
        label: row.label,
        score: vocabulary.labelScore(asked, row.label) + exactness(asked, row.label),
      })),
    )
    .filter(row => row.score >= 2)
    .sort((a, b) => b.score - a.score);
  const [best, second] = [ranked[0], ranked.find(row => row.table !== ranked[0]?.table)];
  return best && (!second || second.score < best.score) ? best : null;
}

/** A label that says nothing else than what was asked is the better one. */
function exactness(asked: readonly string[], label: string): number {
  const words = contentWords(label).map(word => stemOf(word));
  return words.length > 0 && words.every(word => asked.some(other => stemsOf(other).includes(word))) ? 1 : 0;
}
