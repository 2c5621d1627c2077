/**
 * Measures how well sloppy names are found: `npm run quality:names -- [SEED] [NAMES.jsonl]`. By default over the names
 * of `data`, and over the corpus of security names where that is at hand. A query whose target is not the only nearest
 * name counts when all of the nearest are offered.
 */
import { existsSync } from 'node:fs';
import { OFFERED, readNames, secterm } from './engines.ts';
import { foundRight } from './found-right.ts';
import { sloppyQueries } from './sloppy.ts';

const CORPUS = '../shared/corpora/security-names-6606.jsonl';
const [seed = '20261124', file = existsSync(CORPUS) ? CORPUS : 'data'] = process.argv.slice(2);
const EACH = 200;

const terms = await readNames(file);
const started = performance.now();
const search = secterm.build(terms);
const built = performance.now() - started;
const queries = sloppyQueries(terms, { each: EACH, seed: Number(seed), most: OFFERED });
const times: number[] = [];
const rows: Record<string, { n: number; right: number }> = {};
for (const { noise, text, target, nearest } of queries) {
  const before = performance.now();
  const found = search(text, OFFERED);
  times.push(performance.now() - before);
  const isRight = foundRight(found, { text, target, nearest });
  const row = rows[noise] ?? { n: 0, right: 0 };
  rows[noise] = { n: row.n + 1, right: row.right + Number(isRight) };
  if (!isRight && process.env['MISSES'])
    console.log(
      `${noise}: ${text} → ${found.slice(0, 3).map(id => terms.find(term => term.id === id)?.names[0])}; wanted ${[...nearest, target].slice(0, 4).map(id => terms.find(term => term.id === id)?.names[0])}`,
    );
}
times.sort((a, b) => a - b);
const all = Object.values(rows).reduce((sum, row) => ({ n: sum.n + row.n, right: sum.right + row.right }), {
  n: 0,
  right: 0,
});
console.log(`${terms.length} terms of ${file}, seed ${seed}, index built in ${built.toFixed(0)} ms`);
console.table(
  Object.fromEntries(
    Object.entries({ ...rows, all }).map(([noise, { n, right }]) => [
      noise,
      { n, right: (right / n).toFixed(3) },
    ]),
  ),
);
const at = (part: number) => times[Math.floor(times.length * part)]?.toFixed(3);
console.log(`time: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
