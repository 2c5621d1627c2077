import { stringify } from 'csv-stringify/sync';
import type { Glossary } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';

/** A row for each term, for spreadsheets; a cell that one would take for a formula begins with an apostrophe. */
export function exportCsv({ terms }: Glossary): string {
  const rows = terms.map(({ name, aliases, definition, subjects, place }) => [
    name,
    aliases.join('; '),
    definition ? plain(definition.text) : '',
    subjects.join('; '),
    place.page,
    place.line,
  ]);
  const columns = ['Term', 'Aliases', 'Definition', 'Subjects', 'Page', 'Line'];
  return stringify(rows, { header: true, columns, escape_formulas: true });
}
