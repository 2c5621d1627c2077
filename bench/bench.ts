/**
 * Speed on the bundled glossary: `npm run bench`. Cold starts are whole processes; the others are calls in this one.
 * Prints the median and the 99th percentile; absolute figures depend on the machine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { createBot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import { readPage } from '../src/glossary/read-page.ts';
import { readFolder } from '../src/sources/folder.ts';

const COLD_RUNS = 11;
const folder = process.argv[2] ?? 'data';

const { pages, problems } = await readFolder({ name: 'bench', path: folder });
const bot = createBot(buildGlossary(pages.map(readPage), problems));
const hear = (text: string) => bot.hear({ text, heardAs: 'command', after: [] });

const names = bot.glossary.terms.map(term => term.name);
const slips = names.filter(name => name.length > 6).map(name => name.slice(0, 3) + name.slice(4));
const pairs = names.map(
  (name, index) => `what is the difference between ${name} and ${names[index + 1] ?? names[0]}?`,
);
const sides = names.map(name => `what are the downsides of ${name}?`);
const unknown = names.map((_, index) => `how do I get parking card number ${index}?`);

let turn = 0;
const next = (texts: readonly string[]) => texts[turn++ % texts.length] ?? '';
const bench = new Bench({ time: 800, warmupTime: 200 });
bench
  .add('look-up of an exact name', () => void hear(next(names)))
  .add('look-up of a misspelt name', () => void hear(next(slips)))
  .add('comparison question', () => void hear(next(pairs)))
  .add('facet question', () => void hear(next(sides)))
  .add('question outside the glossary', () => void hear(next(unknown)));
await bench.run();

const rows: Record<string, Record<string, string | number>> = {};
for (const task of bench.tasks) {
  const { result } = task;
  if (!('latency' in result)) throw new Error(`"${task.name}" did not run`);
  const { p50, p99 } = result.latency;
  rows[task.name] = {
    'p50 ms': p50.toFixed(3),
    'p99 ms': p99.toFixed(3),
    'per second': Math.round(1000 / result.latency.mean),
  };
}

const cache = await mkdtemp(join(tmpdir(), 'secterm-bench-'));
function cold(): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ['bin/secterm.js', '--data', folder, names[0] ?? ''], {
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  if (status !== 0) throw new Error(`A cold answer ended with ${status}`);
  return performance.now() - start;
}
const first = cold();
const times = Array.from({ length: COLD_RUNS }, cold).sort((a, b) => a - b);
await rm(cache, { recursive: true });
rows['cold answer, pages unread'] = { 'p50 ms': first.toFixed(0) };
rows['cold answer, pages in the cache'] = {
  'p50 ms': (times[Math.floor(COLD_RUNS / 2)] ?? 0).toFixed(0),
  'p99 ms': (times.at(-1) ?? 0).toFixed(0),
};

console.table(rows);
console.log(
  `${names.length} terms from ${bot.glossary.pages} pages; ${Math.round(process.memoryUsage.rss() / 1e6)} MB resident.`,
);
