/**
 * How long a large wiki takes to be read: `npm run bench:load`. It makes 1,000 pages of 10 MB in all in a temporary
 * folder, and reads them without a cache, from the cache, and with one page changed; then as a server does, and how long
 * others wait meanwhile; then the memory that stays.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { inSlices } from '../adapters/in-slices.ts';
import { readWikiBeside } from '../adapters/read-wiki-beside.ts';
import { warmUp } from '../adapters/warm-up.ts';
import { createBot } from '../src/bot.ts';
import { assemble } from '../src/glossary/assemble.ts';
import { readPackedWiki, unpackOf } from '../src/sources/wiki.ts';
import { atOnce } from '../src/steps.ts';
import { createChance } from '../test/quality/noise.ts';

const PAGES = 1000;
const CHARACTERS = 10_000;

const chance = createChance(20261125);
const SYLLABLES = 'ba ke li mo nu pra ste tri vo wi gra slo den tur pha'.split(' ');
const word = () =>
  Array.from(
    { length: 2 + Math.floor(2 * chance()) },
    () => SYLLABLES[Math.floor(SYLLABLES.length * chance())],
  ).join('');
const sentence = () => `The ${Array.from({ length: 12 }, word).join(' ')}.`;

function page(number: number): string {
  const lines = [`# Page ${number} on ${word()} ${word()}`, sentence()];
  for (let section = 1; lines.join('\n').length < CHARACTERS; section += 1) {
    const name = `${word()} ${word()}`;
    lines.push(
      `\n## ${section}. ${name}`,
      `A ${name} is a ${word()} that ${sentence()}`,
      '\n### Advantages',
      ...Array.from({ length: 4 }, () => `- **${word()}**: ${sentence()}`),
      '\n### How it works',
      ...Array.from({ length: 4 }, () => `- ${sentence()}`),
    );
  }
  return lines.join('\n');
}

const root = await mkdtemp(join(tmpdir(), 'secterm-load-'));
try {
  const pages = Array.from({ length: PAGES }, (_, number) => page(number));
  for (let folder = 0; folder < 10; folder += 1)
    await mkdir(join(root, 'wiki', `part-${folder}`), { recursive: true });
  for (const [number, text] of pages.entries())
    await writeFile(join(root, 'wiki', `part-${number % 10}`, `page-${number}.md`), text);
  const megabytes = pages.reduce((sum, text) => sum + text.length, 0) / 1e6;
  console.log(`${PAGES} pages, ${megabytes.toFixed(1)} MB`);

  const cache = join(root, 'cache', 'secterm');
  await load('without a cache', cache);
  await load('from the cache', cache);
  await writeFile(join(root, 'wiki', 'part-0', 'page-0.md'), page(PAGES));
  await load('one page changed', cache);
  await serveBeside(cache);
  global.gc?.();
  console.log(`memory afterwards: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`);
} finally {
  await rm(root, { recursive: true });
}

async function load(name: string, cache: string): Promise<void> {
  const start = performance.now();
  const folders = [{ name: 'wiki', path: join(root, 'wiki') }];
  const { pages: packed, problems, saved } = await readPackedWiki(folders, cache, () => {});
  const pages = packed.map(page => unpackOf(page, true));
  const read = performance.now();
  const glossary = atOnce(assemble(pages, problems));
  const built = performance.now();
  createBot(glossary).hear({ text: glossary.terms[0]?.name ?? '', heardAs: 'command', after: [] });
  const ready = performance.now();
  await saved;
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2);
  console.log(
    `${name}: ${seconds(start, ready)} s (pages ${seconds(start, read)}, glossary of ${glossary.terms.length} terms ${seconds(read, built)}, first answer ${seconds(built, ready)})`,
  );
}

/** Reads the wiki as a server does, beside its other work, which is here to look at the clock. */
async function serveBeside(cache: string): Promise<void> {
  const waits = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  waits.enable();
  const { pages, problems } = await readWikiBeside(
    [{ name: 'wiki', path: join(root, 'wiki') }],
    cache,
    () => {},
  );
  const read = waits.max;
  waits.reset();
  const glossary = await inSlices(assemble(pages, problems));
  const assembled = waits.max;
  waits.reset();
  await inSlices(warmUp(createBot(glossary)));
  waits.disable();
  const milliseconds = (nanoseconds: number) => `${(nanoseconds / 1e6).toFixed(0)} ms`;
  console.log(
    `as a server: ${((performance.now() - start) / 1000).toFixed(2)} s, in which others wait at most ${milliseconds(read)} (pages), ${milliseconds(assembled)} (glossary), ${milliseconds(waits.max)} (index, warm-up)`,
  );
}
