/**
 * A glossary of 10,000 terms that is made up here: `npm run bench:large`. Prints how long a message of each kind takes,
 * and the longest that any input takes that means harm.
 */
import fc from 'fast-check';
import { createBot, type HeardAs } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import { readPage } from '../src/glossary/read-page.ts';
import { createChance } from '../test/quality/noise.ts';

const PAGES = 500;
const TERMS_A_PAGE = 20;
const SYLLABLES = 'ba ke li mo nu pra ste tri vo wi gra slo den tur pha'.split(' ');
const MESSAGES = 400;

const chance = createChance(20261124);
const word = () =>
  Array.from(
    { length: 2 + Math.floor(2 * chance()) },
    () => SYLLABLES[Math.floor(SYLLABLES.length * chance())],
  ).join('');
const names = new Set<string>();
while (names.size < PAGES * TERMS_A_PAGE) names.add(chance() < 0.4 ? word() : `${word()} ${word()}`);
const all = [...names];

function pageOf(number: number): string {
  const terms = all
    .slice(number * TERMS_A_PAGE, (number + 1) * TERMS_A_PAGE)
    .map(
      name =>
        `## ${name}\n\nA ${name} is a part of a ${word()} that does ${word()} work for ${word()}.\n\n### Advantages\n\n- Fast, and known to ${word()}.\n\n### Challenges\n\n- Costs more than a ${word()}.\n`,
    );
  return `# Subject ${word()}\n\n${terms.join('\n')}`;
}

const pages = Array.from({ length: PAGES }, (_, number) =>
  readPage({ path: `${number}.md`, collection: 'large', text: pageOf(number) }),
);
const bot = createBot(buildGlossary(pages));
const some = Array.from({ length: MESSAGES }, (_, at) => all[(at * 23) % all.length] ?? '');
const slip = (name: string) => name.slice(0, 2) + name.slice(3);
const CHATTER = [
  'standup: finished the migration, will look at the flaky tests after lunch',
  'who broke the build again',
  'deploy at 5?',
  'the vm is down again, restarting it now',
  'Error: connect ECONNREFUSED 127.0.0.1:5432 at TCPConnectWrap.afterConnect (net.js:1141)',
  'can someone review https://example.org/pull/12',
  'anna are you around? I need the staging credentials',
  'ok so tomorrow at 10 works for everyone',
];
/** What patterns of the reader look for, in any order, over and over, as long as a question is read. */
const PIECES =
  'what|what is|please|can you|someone|explain|the|of|on|vs|or|and|in|for|it|?|. |: |, |"|“|”|`|```|>|<@U1>|<#C1|general>|&lt;|§0|how do I|why|a|x|IDS|-|/|(|)|\n|does anyone know|not sure|i read that|right|the thing that|difference between|downsides|tools|how many|more|list|show me|1.|😀'.split(
    '|',
  );
const harmful = fc.sample(
  fc
    .tuple(
      fc.array(fc.constantFrom(...PIECES, ...all.slice(0, 20)), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(' ', ''),
    )
    .map(([parts, joint]) => `${parts.join(joint)}${joint}`.repeat(4000).slice(0, 4000)),
  { numRuns: 300, seed: 20261124 },
);

/** What begins a pattern, what may be repeated in it, and what keeps it from ending well. */
const wrapped = fc.sample(
  fc
    .tuple(
      fc.constantFrom('', all[0] ?? '', 'what is a ', '"', 'just ', 'of ', 'this is '),
      fc.constantFrom(
        ...'short |definition |is meant by |just a |a |an |sorry for the | a|when do use |where is use |how is |what might |how might |A|ﷺ|?|\n|" |( |maybe |please |can you |right, |or not |not |the the |§0 '.split(
          '|',
        ),
        ...PIECES,
      ),
      fc.constantFrom('', '"', 'a', ' whenever?', '?', '.'),
    )
    .map(
      ([start, middle, end]) => `${start}${middle.repeat(4000 / (middle.length || 1))}`.slice(0, 3980) + end,
    ),
  { numRuns: 400, seed: 20261124 },
);

const kinds: Readonly<Record<string, { readonly texts: readonly string[]; readonly heardAs: HeardAs }>> = {
  'an exact name': { texts: some, heardAs: 'command' },
  'a misspelt name': { texts: some.map(slip), heardAs: 'command' },
  'a facet': { texts: some.map(name => `what are the downsides of ${name}?`), heardAs: 'command' },
  'a comparison': {
    texts: some.map((name, at) => `what is the difference between ${name} and ${some[at - 1] ?? 'x'}?`),
    heardAs: 'command',
  },
  'a yes/no question': { texts: some.map(name => `does a ${name} do work for many?`), heardAs: 'command' },
  'a description': {
    texts: some.map(
      (_, at) => `what is the thing called that does ${word()} work for ${some[at]?.slice(0, 4)}?`,
    ),
    heardAs: 'command',
  },
  'a question outside': {
    texts: some.map((_, at) => `how do I get parking card number ${at}?`),
    heardAs: 'command',
  },
  'a question, overheard': { texts: some.map(name => `what is a ${name}?`), heardAs: 'channel' },
  'chatter, overheard': {
    texts: some.map((name, at) => `${CHATTER[at % CHATTER.length]} ${at % 3 === 0 ? name : ''}`),
    heardAs: 'channel',
  },
  'what means harm': {
    texts: [
      'a '.repeat(2000),
      'in '.repeat(1300),
      'what is '.repeat(500),
      'x'.repeat(4000),
      '?'.repeat(4000),
      `difference between ${'foo '.repeat(900)}`,
      all.slice(0, 500).join(' '),
      all.slice(0, 500).join(' vs '),
      all.slice(0, 500).map(slip).join(' '),
    ],
    heardAs: 'command',
  },
  'a pattern, repeated inside': { texts: wrapped, heardAs: 'command' },
  'the same, overheard': { texts: wrapped, heardAs: 'channel' },
  'any pattern, repeated': { texts: harmful, heardAs: 'command' },
  'any pattern, overheard': { texts: harmful, heardAs: 'channel' },
};

const rows: Record<string, Record<string, string>> = {};
for (const [kind, { texts, heardAs }] of Object.entries(kinds)) {
  const times: number[] = [];
  // The first round is for the compiler.
  for (const isCounted of [false, true])
    for (const text of texts) {
      const start = performance.now();
      bot.hear({ text, heardAs, after: [] });
      if (isCounted) times.push(performance.now() - start);
    }
  times.sort((a, b) => a - b);
  const at = (part: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(2);
  rows[kind] = { 'p50 ms': at(0.5), 'p99 ms': at(0.99), 'longest ms': at(1) };
}
console.log(`${bot.glossary.terms.length} terms from ${bot.glossary.pages} pages`);
console.table(rows);
