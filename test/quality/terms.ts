/**
 * Measures which terms are found in the shared wiki, and in the public pages that terms/README.md names:
 * `npm run quality:terms -- [--public DIR] [--teams DIR] [--half held-out|tuning] [--quiet]`.
 * Labels are in test/quality/terms, one a line, written from the pages alone. Recall: of what people would look up, the
 * share that is a term's name or alias (`found`), and has the labelled words in its definition or statements (`right`);
 * `must` counts only what nearly everyone would call a term. Precision: of the terms listed from labelled pages, the
 * share that was labelled a term, and the share that was labelled none.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { z } from 'zod';
import { buildGlossary } from '../../src/glossary/build.ts';
import type { Glossary, Point, Term } from '../../src/glossary/glossary.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { plain } from '../../src/glossary/rich.ts';
import { nameKey } from '../../src/language/normalise.ts';
import { readFolder } from '../../src/sources/folder.ts';
import { interval } from './score.ts';

const WIKI = '../shared/wiki';

const Row = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('term'),
    page: z.string(),
    name: z.string(),
    aliases: z.array(z.string()).default([]),
    /** Words in a row of the place that best says what it is. */
    definition: z.string().nullable().default(null),
    /** Whether nearly everyone would call it a term. */
    must: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('not'), page: z.string(), name: z.string() }),
]);
type Row = z.infer<typeof Row>;
type TermRow = Extract<Row, { kind: 'term' }>;

const { values: options } = parseArgs({
  options: {
    public: { type: 'string' },
    teams: { type: 'string' },
    half: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});

await measureWiki(WIKI, '');
if (options.public !== undefined) await measureWiki(options.public, 'public-');
if (options.teams !== undefined) await measureWiki(options.teams, 'teams-');

/** @param prefix of the names of its label files. */
async function measureWiki(path: string, prefix: string): Promise<void> {
  if (!existsSync(path)) return console.log(`Left out: ${path} is not on this machine.`);
  const { pages: files } = await readFolder({ name: 'wiki', path });
  const glossary = buildGlossary(files.map(readPage));
  for (const half of ['held-out', 'tuning'])
    if ((options.half ?? half) === half) await measure(`${prefix}${half}`, glossary);
}

async function measure(half: string, glossary: Glossary): Promise<void> {
  const lines = (await readFile(join(import.meta.dirname, 'terms', `${half}.jsonl`), 'utf8'))
    .trim()
    .split('\n');
  const rows = lines.map(line => Row.parse(JSON.parse(line)));
  const wanted = rows.filter(row => row.kind === 'term');
  const found = wanted.map(row => ({ row, ...lookUp(row, glossary) }));
  const must = found.filter(({ row }) => row.must);
  const listed = judgeListed(rows, glossary);
  const table = new Table({ head: [half, 'of', 'share', '95 %'], style: { head: [], border: [] } });
  const add = (name: string, count: number, total: number) => table.push([name, ...figures(count, total)]);
  add('must: found', must.filter(one => one.found).length, must.length);
  add('must: right', must.filter(one => one.right).length, must.length);
  add('all: found', found.filter(one => one.found).length, found.length);
  add('all: right', found.filter(one => one.right).length, found.length);
  add('listed: a term', listed.filter(one => one.label === 'term').length, listed.length);
  add('listed: not a term', listed.filter(one => one.label === 'not').length, listed.length);
  add('listed: not labelled', listed.filter(one => one.label === null).length, listed.length);
  console.log(table.toString());
  if (options.quiet) return;
  for (const { row, found: isFound, right, meant } of found)
    if (!right)
      console.log(
        `${row.must ? 'MISS' : 'miss'} ${row.page}: ${row.name}${isFound ? ` (found; wanted “${row.definition}”, got “${meant.map(shown).join('” “')}”)` : ''}`,
      );
  for (const { term, label } of listed)
    if (label !== 'term')
      console.log(
        `${label === 'not' ? 'NOT A TERM' : 'not labelled'} ${term.place.page}:${term.place.line}: ${term.name}`,
      );
}

function lookUp(row: TermRow, { terms }: Glossary) {
  const keys = new Set([row.name, ...row.aliases].map(nameKey));
  const named = terms.filter(({ name, aliases }) => [name, ...aliases].some(one => keys.has(nameKey(one))));
  const here = named.filter(({ place }) => place.page === row.page);
  const meant = here.length > 0 ? here : named;
  const phrase = row.definition === null ? '' : folded(row.definition);
  const right = meant.some(term => folded(textOf(term)).includes(phrase));
  return { found: named.length > 0, right, meant };
}

function textOf(term: Term): string {
  const facets = term.facets.flatMap(({ points }) => points.flatMap(textsOf));
  return [term.definition ? plain(term.definition.text) : '', ...facets].join(' ');
}

function textsOf({ label, text, points }: Point): string[] {
  return [`${label ?? ''} ${plain(text)}`, ...points.flatMap(textsOf)];
}

function shown({ definition }: Term): string {
  return definition ? plain(definition.text).slice(0, 60) : '';
}

/** The terms that come from labelled pages, with what was said of their names. */
function judgeListed(rows: readonly Row[], glossary: Glossary) {
  const pages = new Set(rows.map(row => row.page));
  return glossary.terms
    .filter(({ place }) => pages.has(place.page))
    .map(term => {
      const keys = [term.name, ...term.aliases].map(nameKey);
      const own = rows.filter(row => row.page === term.place.page);
      const isTerm = own.some(
        row => row.kind === 'term' && [row.name, ...row.aliases].some(name => keys.includes(nameKey(name))),
      );
      const isNot = own.some(row => row.kind === 'not' && nameKey(row.name) === nameKey(term.name));
      return { term, label: isTerm ? ('term' as const) : isNot ? ('not' as const) : null };
    });
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}

function figures(count: number, total: number): string[] {
  const [low, high] = interval(count, total);
  return [`${count}/${total}`, (count / total).toFixed(3), `${low.toFixed(3)}-${high.toFixed(3)}`];
}
