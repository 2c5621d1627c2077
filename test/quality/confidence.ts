/**
 * Measures whether what is taken for a misspelt name is one, and whether it is as sure as it says: `npm run
 * quality:confidence -- [SEED]`. Half of the texts are sloppy names that the glossary has; the others are names that it
 * lacks: a tenth of the corpus that is left out, terms of other glossaries, and everyday words.
 */
import { NameIndex } from '../../src/language/name-index.ts';
import { nameKey } from '../../src/language/normalise.ts';
import { loadFolder } from '../fixtures/load.ts';
import { OFFERED, readNames, termOf } from './engines.ts';
import { sloppyQueries } from './sloppy.ts';

const CORPORA = '../shared/corpora/';
const OTHERS = ['cncf-glossary', 'opentelemetry-glossary', 'owasp-asvs-glossary', 'rustc-glossary'];
const EVERYDAY =
  'lunch meeting holiday printer coffee parking badge office desk invoice salary vacation travel budget birthday party weather football kitchen chair window garden music movie paper pencil table bottle water bread cheese apple banana orange potato tomato chicken market street bridge river mountain forest island summer winter spring autumn morning evening doctor nurse hospital school teacher student university homework mother father sister brother friend neighbour wedding flower grass stone thunder bicycle airport hotel ticket passport luggage camera laptop keyboard battery charger headphones newspaper magazine letter envelope candle present trousers jacket umbrella glasses necklace';
const [seed = '20261124'] = process.argv.slice(2);
/** Wide of the bins in which answers are counted. */
const BIN = 0.05;

const all = await readNames(`${CORPORA}security-names-6606.jsonl`);
const kept = all.filter((_, at) => at % 10 !== 3);
const terms = new Map(kept.map(named => [termOf(named), named.id] as const));
const rest = { comparisons: [], relations: [], mentions: [], groups: [], pages: 1, problems: [] };
const index = new NameIndex({ terms: [...terms.keys()], ...rest });
const known = new Set(kept.flatMap(({ names }) => names.map(nameKey)));
const lacked = (names: readonly string[]) => names.filter(name => !known.has(nameKey(name)));
const otherTerms = await Promise.all(OTHERS.map(folder => loadFolder(CORPORA + folder)));
const negatives = {
  'left out of the corpus': lacked(all.filter((_, at) => at % 10 === 3).map(({ names }) => names[0] ?? '')),
  'of other glossaries': lacked(otherTerms.flatMap(glossary => glossary.terms.map(({ name }) => name))),
  everyday: lacked(EVERYDAY.split(' ')),
};

const bins = new Map<string, { answered: number; right: number }>();
/** Whether a text is answered as a misspelt name; counts how sure it was and whether it was right. */
function isAnswered(text: string, target: string | null): boolean {
  const match = index.find(text) ?? index.correct(text);
  if (match?.via !== 'fuzzy') return match !== null;
  const isRight = match.terms.some(term => terms.get(term) === target);
  const bin = (Math.floor(match.confidence / BIN) * BIN).toFixed(2);
  const { answered, right } = bins.get(bin) ?? { answered: 0, right: 0 };
  bins.set(bin, { answered: answered + 1, right: right + Number(isRight) });
  return true;
}

const queries = sloppyQueries(kept, { each: 80, seed: Number(seed), most: OFFERED });
const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} % of ${of}`;
const answered = queries.filter(({ text, target }) => isAnswered(text, target)).length;
console.log(`answered, of sloppy names: ${percent(answered, queries.length)}`);
for (const [kind, texts] of Object.entries(negatives))
  console.log(
    `answered, of names ${kind}: ${percent(texts.filter(text => isAnswered(text, null)).length, texts.length)}`,
  );
console.table(
  Object.fromEntries(
    [...bins]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([bin, counts]) => [
        `confidence from ${bin}`,
        { ...counts, share: (counts.right / counts.answered).toFixed(2) },
      ]),
  ),
);
