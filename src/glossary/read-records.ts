import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type Entry, entryOf, fieldsOf } from './entries.ts';
import type { EntriesRead } from './read-csv.ts';
import type { Fault } from './read-page.ts';

/** Keys below which a file keeps its list. */
const LISTS = /^(?:terms?|glossary|entries|items|definitions|acronyms|abbreviations|words|data|concepts)$/i;

/**
 * Reads a YAML or JSON file that lists terms: a list of `{term, definition, aliases}`, such a list below a key such as
 * `terms`, or a map from terms to their definition or to such objects. JSON is YAML, too.
 */
export function readRecords(text: string): EntriesRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (node: unknown) => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  const [error] = document.errors;
  if (error) {
    const message = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
    const line = lines.linePos(error.pos[0]).line;
    return refused(line, `Cannot read this file: ${message}. Mend its syntax.`);
  }
  const list = listIn(document.contents);
  const faults: Fault[] = [];
  const entries = recordsOf(list).flatMap(({ key, node }): Entry[] => {
    const entry = readRecord(key, node, lineOf(key ?? node));
    if (!entry)
      faults.push({
        line: lineOf(key ?? node),
        message:
          'Cannot read this entry: it has no term, or no definition. Give it both, as "term" and "definition".',
      });
    return entry ? [entry] : [];
  });
  if (entries.length > 0) return { entries, faults };
  return refused(
    lineOf(document.contents),
    'Cannot read this file as a glossary: it is no list of entries with "term" and "definition", and no map from terms to definitions. Remove it from the folder, or write it so.',
  );
}

function refused(line: number, message: string): EntriesRead {
  return { entries: [], faults: [{ line, message }] };
}

function listIn(contents: unknown): unknown {
  if (!isMap(contents)) return contents;
  const below = contents.items.find(
    ({ key, value }) => isScalar(key) && LISTS.test(String(key.value)) && (isSeq(value) || isMap(value)),
  );
  return below ? below.value : contents;
}

function recordsOf(list: unknown): { key: Node | null; node: unknown }[] {
  if (isSeq(list)) return list.items.map(node => ({ key: null, node }));
  if (isMap(list)) return list.items.map(({ key, value }) => ({ key: key as Node, node: value }));
  return [];
}

/** An object, or with its term as the key a definition by itself. */
function readRecord(key: Node | null, node: unknown, line: number): Entry | null {
  const name = key && isScalar(key) ? String(key.value) : null;
  if (name !== null && isScalar(node) && typeof node.value === 'string')
    return entryOf(['name', 'definition'], [], [[name], [node.value.trim()]], line);
  if (!isMap(node)) return null;
  const pairs = (node as YAMLMap).items as Pair[];
  const named = name === null ? [] : [{ column: 'term', values: [name] }];
  const cells = [
    ...named,
    ...pairs.map(({ key: own, value }) => ({ column: String(own), values: textsIn(value) })),
  ];
  const columns = cells.map(({ column }) => column);
  const fields = fieldsOf(columns);
  return (
    fields &&
    entryOf(
      fields,
      columns,
      cells.map(({ values }) => values),
      line,
    )
  );
}

function textsIn(value: unknown): string[] {
  if (isScalar(value))
    return value.value === null ? [] : [String(value.value).trim()].filter(text => text !== '');
  return isSeq(value) ? value.items.flatMap(textsIn) : [];
}
