/**
 * Finding sloppy names: `npm run bench:search -- [NAMES.jsonl]`. secterm beside search libraries on the same queries
 * in the same run; each library in its best setting on queries of another seed. Prints how often what was meant came
 * first (or all that are equally near were offered), and the time.
 */
import { existsSync } from 'node:fs';
import { OFFERED, readNames, secterm } from '../test/quality/engines.ts';
import { foundRight } from '../test/quality/found-right.ts';
import { createChance, NOISES } from '../test/quality/noise.ts';
import { type Sloppy, sloppyQueries } from '../test/quality/sloppy.ts';
import { CONTENDERS, type Contender } from './search-engines.ts';

const CORPUS = '../shared/corpora/security-names-6606.jsonl';
const [file = existsSync(CORPUS) ? CORPUS : 'data'] = process.argv.slice(2);
const SEEDS = { tuning: 20261123, measured: 4711 };
/** Queries of each kind of noise. The slowest library takes a third of a second for one. */
const EACH = { tuning: 8, measured: 180 };
/** A library slower than this, in milliseconds a query, is measured on a tenth of the queries. */
const SLOW = 20;

const terms = await readNames(file);
const queriesOf = (half: keyof typeof SEEDS) =>
  sloppyQueries(terms, { each: EACH[half], seed: SEEDS[half], most: OFFERED });
const tuning = queriesOf('tuning');
const measured = queriesOf('measured');

interface Measured {
  readonly right: number;
  readonly p50: number;
  readonly p99: number;
  readonly built: number;
  readonly queries: number;
}

async function measure(
  { build }: Pick<Contender, 'build'>,
  queries: readonly Sloppy[],
  among = terms,
): Promise<Measured> {
  const start = performance.now();
  const find = await build(among);
  const built = performance.now() - start;
  const times: number[] = [];
  let right = 0;
  for (const query of queries) {
    const before = performance.now();
    const found = await find(query.text, OFFERED);
    times.push(performance.now() - before);
    right += Number(foundRight(found, query));
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN;
  return { right: right / queries.length, p50: at(0.5), p99: at(0.99), built, queries: queries.length };
}

const rows: Record<string, Record<string, string | number>> = {};
function report(name: string, setting: string, { right, p50, p99, built, queries }: Measured): void {
  rows[name] = {
    setting,
    right: right.toFixed(3),
    'p50 ms': p50.toFixed(2),
    'p99 ms': p99.toFixed(2),
    'built in ms': built.toFixed(0),
    n: queries,
  };
}

report('secterm', '', await measure(secterm, measured));
for (const [name, settings] of Map.groupBy(CONTENDERS, contender => contender.name)) {
  const tried: { readonly contender: Contender; readonly result: Measured }[] = [];
  for (const contender of settings) tried.push({ contender, result: await measure(contender, tuning) });
  tried.sort((a, b) => b.result.right - a.result.right || a.result.p50 - b.result.p50);
  const [best] = tried;
  if (best === undefined) continue;
  const share = best.result.p50 > SLOW ? measured.filter((_, at) => at % 10 === 0) : measured;
  report(name, best.contender.setting, await measure(best.contender, share));
}
console.log(`${terms.length} terms of ${file}, seeds ${SEEDS.tuning} (settings) and ${SEEDS.measured}`);
console.table(rows);

/** Names made of the words of the others, for how the time grows. */
const MANY = 100_000;
const chance = createChance(SEEDS.measured);
const words = terms.flatMap(({ names: [name = ''] }) => name.split(' '));
const made = new Set<string>();
while (made.size < MANY)
  made.add(
    Array.from(
      { length: 1 + Math.floor(4 * chance()) },
      () => words[Math.floor(words.length * chance())],
    ).join(' '),
  );
const many = [...made].map((name, at) => ({ id: String(at), names: [name] }));
const slips = Array.from({ length: 2000 }, () => many[Math.floor(MANY * chance())]?.names[0] ?? '').map(
  name => ({
    text: NOISES['one edit'](name, chance),
    target: '',
    nearest: new Set<string>(),
    noise: 'one edit' as const,
  }),
);
const { p50, p99, built } = await measure(secterm, slips, many);
console.log(
  `secterm among ${MANY} names: built in ${built.toFixed(0)} ms, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
);
