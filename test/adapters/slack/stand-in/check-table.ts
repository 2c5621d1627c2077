import { isList, type JsonObject, objectsOf } from '../../stand-in/json.ts';
import { richText } from './check-rich-text.ts';
import { also, boolean, byType, type Check, list, number, object, oneOf, string } from './schema.ts';
import { shownText } from './shown-text.ts';

/** TableBlock: at most 100 rows of at most 20 cells, each rich_text, raw_text or raw_number. */
const MOST_ROWS = 100;
const MOST_COLUMNS = 20;

/** "the aggregate character count across all table cells for a single message cannot exceed 10,000 characters" */
const MOST_TEXT = 10_000;

const cell = byType({
  rich_text: richText,
  raw_text: object({ text: string({ min: 1 }) }),
  raw_number: object({ value: number(), text: string({ min: 1 }) }),
});

const settings = object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean });

/** Columns without settings of their own are skipped with null. */
const columnSettings: Check = (value, at, problems) => {
  if (value !== null) settings(value, at, problems);
};

export const table: Check = also(
  object(
    { rows: list(list(cell, { max: MOST_COLUMNS }), { max: MOST_ROWS }) },
    { block_id: string({ max: 255 }), column_settings: list(columnSettings, { min: 0, max: MOST_COLUMNS }) },
  ),
  unequal,
);

export const dataTable: Check = also(
  object(
    {
      rows: list(list(cell, { max: MOST_COLUMNS }), { min: 2, max: MOST_ROWS + 1 }),
      caption: string({ min: 1 }),
    },
    { block_id: string({ max: 255 }), page_size: number(1, 100), row_header_column_index: number(0, 19) },
  ),
  unequal,
);

/** "All rows must have the same number of values." (docs of the data table block) */
function unequal({ rows }: JsonObject): string | undefined {
  const lengths = new Set(isList(rows) ? rows.map(row => (isList(row) ? row.length : 0)) : []);
  return lengths.size > 1 ? 'all rows must have the same number of cells' : undefined;
}

/**
 * The rules about all tables of a message. A second table is refused with `invalid_attachments` and
 * `only_one_table_allowed` (https://docs.slack.dev/reference/block-kit/blocks/table-block).
 */
export function checkTables(blocks: readonly JsonObject[]): { second: boolean; tooLong: boolean } {
  const tables = objectsOf(blocks).filter(({ type }) => type === 'table' || type === 'data_table');
  const length = shownText(tables).reduce((sum, text) => sum + text.length, 0);
  return { second: tables.length > 1, tooLong: length > MOST_TEXT };
}
