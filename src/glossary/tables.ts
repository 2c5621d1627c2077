import { facetKind } from './facets.ts';
import { looksLikeName, type Named, readName } from './names.ts';
import type { Block } from './outline.ts';
import { plain, type Rich } from './rich.ts';

type Table = Block & { readonly kind: 'table' };

const TERM_COLUMN =
  /^(terms?|names?|acronyms?|abbreviations?|words?|concepts?|glossary|title|entry|key ?words?|phrases?)$/i;
const MEANING_COLUMN =
  /^(definitions?|meanings?|descriptions?|explanations?|what it (?:is|means)|stands for)$/i;
const ASPECT_COLUMN =
  /^(aspects?|features?|criteri(?:on|a)|propert(?:y|ies)|attributes?|characteristics?|dimensions?|factors?|points?|questions?|)$/i;

/** Rows of a `Term | Definition` table, or null when the table is of another kind. Cells that name nothing are skipped. */
export function definitionRows(table: Table): { named: Named; text: Rich; line: number }[] | null {
  const header = table.header.map(cell => plain(cell).trim());
  const [first = '', second = ''] = header;
  if (!MEANING_COLUMN.test(second) || isAspectColumn(first)) return null;
  if (!TERM_COLUMN.test(first) && header.length !== 2) return null;
  return table.rows.flatMap(row => {
    const named = readName(plain(row.cells[0] ?? []));
    const text = row.cells[1] ?? [];
    const isFacet = facetKind(named.name) !== null && !TERM_COLUMN.test(first);
    return !isFacet && named.name !== '' && looksLikeName(named, 8) && plain(text).trim() !== ''
      ? [{ named, text, line: row.line }]
      : [];
  });
}

/** Whether a first column of this name lists aspects, so that the other columns are what is compared. */
export function isAspectColumn(header: string): boolean {
  return ASPECT_COLUMN.test(header.trim());
}

/** Two columns, the second "Details": facts about the page's own subject. */
export function isFactTable(header: readonly string[]): boolean {
  return (
    header.length === 2 &&
    isAspectColumn(header[0] ?? '') &&
    /^(details?|descriptions?|summary|value|notes?)$/i.test((header[1] ?? '').trim())
  );
}
