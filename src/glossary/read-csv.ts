import { parse } from 'csv-parse/sync';
import { type EntriesRead, entryOf, fieldsOf } from './entries.ts';
import type { Fault } from './glossary.ts';

interface Row {
  readonly record: readonly string[];
  /** `lines` counts from 1, where the row ends. */
  readonly info: { readonly lines: number };
}

/** Reads comma or semicolon separated values whose first line names the columns. */
export function readCsv(text: string): EntriesRead {
  let rows: Row[];
  try {
    // With `info` each row comes with where it ends, which the types do not say.
    rows = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    const [, line = '1'] = /\bline (\d+)/.exec(reason) ?? [];
    return refused({
      line: Number(line),
      message: `Cannot read this CSV file: ${reason}. Mend the quotes, or save it anew.`,
    });
  }
  const [header, ...others] = rows;
  const columns = header?.record ?? [];
  const fields = fieldsOf(columns);
  if (fields === null)
    return refused({
      line: 1,
      kind: 'not-used',
      message: `Cannot read this CSV file: its first line (${columns.join(', ').slice(0, 80)}) names no columns for terms and their meaning. Call them "Term" and "Definition".`,
    });
  const faults: Fault[] = [];
  const entries = others.flatMap(({ record, info }) => {
    const line = info.lines - (record.join('').match(/\n/g)?.length ?? 0);
    const values = joinedBeyond(record, columns.length, fields.indexOf('definition'));
    const entry = entryOf(
      fields,
      columns,
      values.map(value => [value].filter(one => one !== '')),
      line,
    );
    if (!entry && record.some(value => value !== ''))
      faults.push({ line, message: 'Cannot read this row: it has no term, or no meaning. Fill in both.' });
    return entry ?? [];
  });
  return { entries, faults };
}

/** Where commas were not quoted, a last definition goes on in the cells after it. */
function joinedBeyond(record: readonly string[], columns: number, definition: number): readonly string[] {
  const isLast = definition === columns - 1 && record.length > columns;
  return isLast ? [...record.slice(0, definition), record.slice(definition).join(', ')] : record;
}

function refused(fault: Fault): EntriesRead {
  return { entries: [], faults: [fault] };
}

/** The first line tells: a semicolon or a tab where it has more of those than commas. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
