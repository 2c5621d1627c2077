import { facetKind } from './facets.ts';
import { isPlainWord, looksLikeName, type Named, readName } from './names.ts';
import type { Block } from './outline.ts';
import { plain, type Rich } from './rich.ts';

type Table = Block & { readonly kind: 'table' };

const TERM_COLUMN =
  /^(terms?|names?|acronyms?|abbreviations?|words?|concepts?|glossary|title|entry|key ?words?|phrases?)$/i;
const MEANING_COLUMN =
  /^(definitions?|meanings?|descriptions?|explanations?|what (?:it|this) (?:is|means|does)|in short)$/i;
/** What a first column lists that has names of its own. */
const THING_COLUMN =
  /^(?:roles?|services?|environments?|components?|teams?|apps?|applications?|tools?|systems?|repositor(?:y|ies)|repos?|metrics?|events?|fields?|columns?|commands?|modules?|packages?|librar(?:y|ies)|policies|policy|stages?|phases?|status(?:es)?|states?|labels?|jobs?|workflows?|resources?|products?|features? flags?|flags?|variables?|settings?|options?|parameters?)$/i;
/** Of those, what has plain words for names as well: "name", "timeout". */
const OF_PROGRAMS =
  /^(?:fields?|columns?|parameters?|options?|settings?|variables?|flags?|labels?|commands?|states?|status(?:es)?)$/i;
/** What says what those are for. */
const PURPOSE_COLUMN =
  /^(?:responsibilit(?:y|ies)|purpose|function|description|meaning|definition|what (?:it|they) (?:is|are|does|do)(?: for)?|(?:intended )?used? for|(?:intended )?use(?: cases?)?|usage|about|summary|role|details|notes)$/i;
const EXPANSION_COLUMN =
  /^(?:stands for|expansion|full (?:form|name)|long (?:form|name)|spelled out|expanded)$/i;
const ASPECT_COLUMN =
  /^(aspects?|features?|criteri(?:on|a)|propert(?:y|ies)|attributes?|characteristics?|dimensions?|factors?|points?|questions?|)$/i;

/**
 * Rows of a `Term | Definition` table, or null when the table is of another kind. Cells that name nothing are skipped.
 * @param mayHaveMore whether other columns may stand beside them, though the first is not called after terms.
 */
export function definitionRows(
  table: Pick<Table, 'header' | 'rows'>,
  mayHaveMore = false,
): { named: Named; text: Rich; line: number }[] | null {
  const header = table.header.map(cell => plain(cell).trim());
  const [first = '', second = ''] = header;
  if (isAspectColumn(first)) return null;
  // "Abbreviation | Stands for | What it means"
  const isSpelledOut = EXPANSION_COLUMN.test(second) && MEANING_COLUMN.test(header[2] ?? '');
  const purpose = header.findIndex((title, at) => at > 0 && PURPOSE_COLUMN.test(title));
  if (mayHaveMore && (THING_COLUMN.test(first) || TERM_COLUMN.test(first)) && purpose > 0)
    return rowsWith(table, purpose, OF_PROGRAMS.test(first));
  if (!MEANING_COLUMN.test(second) && !EXPANSION_COLUMN.test(second)) return null;
  if (!TERM_COLUMN.test(first) && !isSpelledOut && header.length !== 2 && !mayHaveMore) return null;
  return table.rows.flatMap(row => {
    const bare = readName(plain(row.cells[0] ?? []));
    const long = isSpelledOut ? plain(row.cells[1] ?? []).trim() : '';
    const named = long === '' ? bare : { ...bare, aliases: [...bare.aliases, long] };
    const text = row.cells[isSpelledOut ? 2 : 1] ?? [];
    const isFacet = facetKind(named.name) !== null && !TERM_COLUMN.test(first);
    return !isFacet && named.name !== '' && looksLikeName(named, 8) && plain(text).trim() !== ''
      ? [{ named, text, line: row.line }]
      : [];
  });
}

/** Rows of things, each with what stands in one of its columns. */
function rowsWith(
  { rows }: Pick<Table, 'rows'>,
  column: number,
  isOfProgram: boolean,
): { named: Named; text: Rich; line: number }[] {
  return rows.flatMap(({ cells, line }) => {
    const named = readName(plain(cells[0] ?? []));
    const text = cells[column] ?? [];
    const isNamed =
      named.name !== '' &&
      looksLikeName(named, 6) &&
      facetKind(named.name) === null &&
      !(isOfProgram && isPlainWord(named));
    return isNamed && plain(text).trim() !== '' ? [{ named, text, line }] : [];
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
