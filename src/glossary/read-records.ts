import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { type EntriesRead, type Entry, entryOf, fieldsOf } from './entries.ts';
import type { Fault } from './glossary.ts';

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
    return refused({ line, message: `Cannot read this file: ${message}. Mend its syntax.` });
  }
  const { contents } = document;
  if (contents === null) return { entries: [], faults: [] };
  const lists = listsIn(contents);
  const faults: Fault[] = [];
  const read = lists.flatMap(recordsOf).map(({ key, node }) => {
    const entry = readRecord(key, resolved(node, document), lineOf(key ?? node));
    return { entry, line: lineOf(key ?? node) };
  });
  const entries = read.flatMap(({ entry }) => entry ?? []);
  const isList = isSeq(contents) || lists[0] !== contents || reads(entries);
  if (entries.length === 0 || !isList || entries.length < LEAST * read.length) {
    return refused({
      line: lineOf(contents),
      kind: 'not-used',
      message:
        'This file is no list of terms with "term" and "definition", and no map from terms to definitions. Write it so, or move it out of the folder of pages.',
    });
  }
  for (const { entry, line } of read)
    if (!entry)
      faults.push({
        line,
        message:
          'Cannot read this entry: it has no term, or no definition. Give it both, as "term" and "definition".',
      });
  return { entries, faults };
}

/** Part of a file's entries that have to be terms for it to be a list of them. */
const LEAST = 0.5;

/** Whether a map tells what words mean, as "SLA: What we promise" does and "version: 3.0.0" does not. */
function reads(entries: readonly Entry[]): boolean {
  const told = entries.filter(({ definition }) => definition.split(/\s+/).length >= FEWEST_WORDS);
  return told.length > 0 && told.length >= MOSTLY * entries.length;
}

const FEWEST_WORDS = 3;
/** Part of the entries of a map that have to be sentences rather than values. */
const MOSTLY = 0.6;

function refused(fault: Fault): EntriesRead {
  return { entries: [], faults: [fault] };
}

/** The lists below keys such as "terms", else the whole. */
function listsIn(contents: unknown): unknown[] {
  if (!isMap(contents)) return [contents];
  const below = contents.items.flatMap(({ key, value }) => {
    const isNamed = isScalar(key) && LISTS.test(String(key.value));
    return isNamed && (isSeq(value) || (isMap(value) && !isRecord(value))) ? [value] : [];
  });
  return below.length > 0 ? below : [contents];
}

/** Whether an object is an entry itself. */
function isRecord(map: YAMLMap): boolean {
  const columns = ['term', ...map.items.map(({ key }) => String(key))];
  return fieldsOf(columns) !== null;
}

/** What an alias such as "*a" stands for. */
function resolved(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
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
