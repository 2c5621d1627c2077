/**
 * Measures how well questions are understood: `npm run quality -- [--half held-out|tuning] [--set NAME] [--quiet]
 * [--record]`. Prints accuracy with a 95 % interval for each label set and class, then each miss, and fails where a
 * figure is below the recorded one in floors.json. Sets of wikis that are not on this machine are left out and said
 * to be.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { z } from 'zod';
import { type Bot, createBot } from '../../src/bot.ts';
import { buildGlossary } from '../../src/glossary/build.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { readFolder } from '../../src/sources/folder.ts';
import { type LabelSet, readLabelSets } from './label.ts';
import { interval, MEASURES, type Measure, type Scored, score } from './score.ts';

const FLOORS = join(import.meta.dirname, 'floors.json');
/** By set (`held-out/bundled`), then measure: how many were right when last recorded. */
const Floors = z.record(z.string(), z.partialRecord(z.enum(MEASURES), z.int()));

const LOOK_UPS = new Set('exact abbreviation words spelling polite absent short-slip mentioned'.split(' '));

const { values: options } = parseArgs({
  options: {
    half: { type: 'string' },
    set: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

const sets = [...(await readLabelSets('held-out')), ...(await readLabelSets('tuning'))].filter(
  ({ half, name }) => (options.half ?? half) === half && (options.set ?? name) === name,
);
if (sets.length === 0)
  throw new Error('There is no such label set; test/quality/held-out and tuning hold them.');
const floors = Floors.parse(JSON.parse(await readFile(FLOORS, 'utf8')));
const bots = new Map<string, Promise<Bot>>();
const below: string[] = [];
const everything: { readonly half: LabelSet['half']; readonly set: string; readonly row: Scored }[] = [];
for (const set of sets) await measure(set);
for (const half of ['held-out', 'tuning'] as const) summarise(half);
if (options.record) await writeFile(FLOORS, `${JSON.stringify(floors, null, 2)}\n`);
for (const line of below) console.error(line);
process.exitCode = below.length > 0 && !options.record ? 1 : 0;

async function measure({ half, name, labels }: LabelSet): Promise<void> {
  const title = `${half}/${name}`;
  const there = labels.filter(({ data }) => existsSync(data));
  if (there.length === 0) return console.log(`${title}: left out, its pages are not on this machine.\n`);
  const scored: Scored[] = [];
  for (const label of there) scored.push(score(label, await botOf(label.data)));
  const classes = Map.groupBy(scored, ({ label }) => label.class);
  console.log(`${title} (${there.length})\n${tableOf(scored, classes)}\n`);
  if (!options.quiet) for (const row of scored) console.log(missOf(row));
  floors[title] = compareWithFloor(title, scored);
  everything.push(...scored.map(row => ({ half, set: name, row })));
}

/** All sets of a half together, by what kind of text it is, and how sure the answers were that were right. */
function summarise(half: LabelSet['half']): void {
  const rows = everything.filter(one => one.half === half);
  if (rows.length === 0) return;
  const kinds = Map.groupBy(rows, ({ set, row }) => kindOf(set, row));
  const scored = rows.map(({ row }) => row);
  const byKind = new Map([...kinds].map(([kind, own]) => [kind, own.map(({ row }) => row)] as const));
  console.log(`${half}, all sets (${rows.length})\n${tableOf(scored, byKind)}\n`);
  console.log(`${half}, by how sure an answer was\n${confidenceTable(scored)}\n`);
}

function kindOf(set: string, { label }: Scored): string {
  if (label.heard === 'channel') return label.speaks === false ? 'chatter' : 'asked in a channel';
  return set.endsWith('lookups') || LOOK_UPS.has(label.class) ? 'look-ups' : 'questions';
}

/** Of the answers given with a confidence, how many have the right terms and show the fact. Offers are no answers. */
function confidenceTable(rows: readonly Scored[]): string {
  const answered = rows.filter(
    ({ label, got }) =>
      label.intent.length > 0 &&
      got.intent !== 'suggest' &&
      got.intent !== 'unknown' &&
      got.intent !== 'help',
  );
  const table = new Table({ head: ['confidence', 'answers', 'right'], style: { head: [], border: [] } });
  for (const [low, high] of [
    [0, 0.5],
    [0.5, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 1.01],
  ] as const) {
    const own = answered.filter(({ got }) => got.confidence >= low && got.confidence < high);
    const right = own.filter(
      ({ score }) =>
        score['outside refused'] !== false && score.terms !== false && score['contained fact'] !== false,
    );
    table.push([
      `${low} to ${Math.min(1, high)}`,
      own.length,
      own.length === 0 ? '' : (right.length / own.length).toFixed(2),
    ]);
  }
  return table.toString();
}

function botOf(folder: string): Promise<Bot> {
  const bot =
    bots.get(folder) ??
    (async () => {
      const { pages, problems } = await readFolder({ name: folder, path: folder });
      return createBot(buildGlossary(pages.map(readPage), problems));
    })();
  bots.set(folder, bot);
  return bot;
}

function tableOf(all: readonly Scored[], classes: ReadonlyMap<string, readonly Scored[]>): string {
  const measures = MEASURES.filter(measure => all.some(({ score }) => score[measure] !== undefined));
  const table = new Table({ head: ['', 'n', ...measures], style: { head: [], border: [] } });
  table.push(['all', all.length, ...measures.map(measure => shown(all, measure, true))]);
  if (classes.size > 1)
    for (const [name, rows] of classes)
      table.push([name, rows.length, ...measures.map(measure => shown(rows, measure, false))]);
  return table.toString();
}

function shown(rows: readonly Scored[], measure: Measure, withInterval: boolean): string {
  const { right, of } = count(rows, measure);
  if (of === 0) return '';
  const [low, high] = interval(right, of);
  const share = `${right}/${of} ${(right / of).toFixed(3)}`;
  return withInterval ? `${share}\n${low.toFixed(3)}-${high.toFixed(3)}` : share;
}

function count(rows: readonly Scored[], measure: Measure): { right: number; of: number } {
  const decided = rows.filter(({ score }) => score[measure] !== undefined);
  return { right: decided.filter(({ score }) => score[measure]).length, of: decided.length };
}

function missOf({ label, got, score }: Scored): string {
  const missed = MEASURES.filter(measure => score[measure] === false);
  if (missed.length === 0) return '';
  const wanted =
    label.intent.length === 0
      ? ''
      : `\n   wanted ${label.intent.join('|')} ${JSON.stringify(label.terms)} ${label.aspect ?? ''} “${label.contains ?? ''}”`;
  const names = got.terms.slice(0, 4).map(term => term.name);
  return `MISS ${label.class}: ${[...label.after, label.ask].join(' → ')}\n   ${missed.join(', ')}${wanted}
   got    ${got.intent} ${JSON.stringify(names)} ${got.aspect ?? ''} (${got.via}, ${got.confidence}; ${got.because})`;
}

function compareWithFloor(title: string, scored: readonly Scored[]): z.infer<typeof Floors>[string] {
  const floor = floors[title] ?? {};
  const now: z.infer<typeof Floors>[string] = {};
  for (const measure of MEASURES) {
    const { right, of } = count(scored, measure);
    if (of > 0) now[measure] = right;
    const least = floor[measure] ?? 0;
    if (right < least) below.push(`${title}: ${measure} ${right} of ${of}, below the recorded ${least}.`);
  }
  return now;
}
