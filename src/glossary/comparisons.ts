import type { Draft, DraftTable, PageDrafts } from './draft.ts';
import type { Comparison, ComparisonRow, Place, Term } from './glossary.ts';
import { looksLikeName, readName } from './names.ts';
import type { TermResolver } from './resolve.ts';
import { plain, type Rich } from './rich.ts';
import { isAspectColumn } from './tables.ts';

/**
 * Which way a table compares: terms as `columns` below a column of aspects, or as `rows` with aspects as columns.
 * Null when fewer than two terms are named in either place.
 */
export function direction(
  table: Pick<DraftTable, 'header' | 'rows'>,
  isTerm: (text: string) => boolean,
): 'columns' | 'rows' | null {
  const [corner = '', ...columns] = table.header.map(cell => plain(cell).trim());
  const inColumns = columns.filter(isTerm).length;
  if (inColumns >= 2 && inColumns * 2 >= columns.length) return 'columns';
  const inRows = table.rows.filter(row => isTerm(plain(row.cells[0] ?? []))).length;
  if (inRows >= 2 && inRows * 2 >= table.rows.length) return 'rows';
  return isAspectColumn(corner) && inColumns >= 1 && columns.length >= 2 ? 'columns' : null;
}

/** The comparisons of a page, with every subject a term: one that no page explains gets no definition. */
export function buildComparisons(
  page: PageDrafts,
  terms: ReadonlyMap<Draft, Term>,
  resolver: TermResolver,
): Comparison[] {
  return page.tables.flatMap(table => {
    const resolve = (text: string) => resolver.one(text, { page: page.path, collection: page.collection });
    const way = direction(table, text => resolve(text) !== null);
    if (way === null) return [];
    const names = way === 'columns' ? table.header.slice(1) : table.rows.map(row => row.cells[0] ?? []);
    const subjects = names.map(
      cell =>
        resolve(plain(cell)) ?? (way === 'columns' ? unexplained(plain(cell), table.place, page) : null),
    );
    const kept = subjects.flatMap((term, index) => (term && subjects.indexOf(term) === index ? [index] : []));
    if (kept.length < 2) return [];
    const at = (line: number): Place => ({ ...table.place, line });
    const rows = way === 'columns' ? rowsOf(table, kept, at) : transposed(table, kept, at);
    const owner = table.owner ? terms.get(table.owner)?.name : undefined;
    return [
      {
        title: table.title || owner || page.title,
        subjects: kept.flatMap(index => subjects[index] ?? []),
        rows,
        place: table.place,
      },
    ];
  });
}

function unexplained(text: string, place: Place, page: PageDrafts): Term | null {
  const named = readName(text);
  if (!looksLikeName(named)) return null;
  return {
    ...named,
    definition: null,
    facets: [],
    place,
    subjects: [page.title],
    owner: page.owner,
    lang: page.lang,
  };
}

function rowsOf(table: DraftTable, kept: readonly number[], at: (line: number) => Place): ComparisonRow[] {
  return table.rows.map(row => ({
    label: plain(row.cells[0] ?? []).trim(),
    cells: kept.map(index => row.cells[index + 1] ?? []),
    place: at(row.line),
  }));
}

function transposed(
  table: DraftTable,
  kept: readonly number[],
  at: (line: number) => Place,
): ComparisonRow[] {
  const cell = (row: number, column: number): Rich => table.rows[row]?.cells[column] ?? [];
  return table.header.slice(1).map((header, column) => ({
    label: plain(header).trim(),
    cells: kept.map(index => cell(index, column + 1)),
    place: at(table.place.line),
  }));
}
