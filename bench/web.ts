/**
 * What the web page weighs and how quick it is: `npm run bench:web`. Bytes as they come over the wire, the first paint,
 * and the time from a key to the names that complete it, in Chromium (at CHROMIUM or /usr/bin/chromium), on the bundled
 * glossary and on one of 10,000 terms; then the same for the server alone, and its answers to views that take long.
 */
import { type Browser, chromium } from 'playwright-core';
import { createHttpServer } from '../adapters/http/server.ts';
import { inSlices } from '../adapters/in-slices.ts';
import { warmUp } from '../adapters/warm-up.ts';
import { mountWeb } from '../adapters/web/index.ts';
import { type Bot, createBot } from '../src/bot.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import { readPage } from '../src/glossary/read-page.ts';
import { readFolder } from '../src/sources/folder.ts';
import { createChance } from '../test/quality/noise.ts';

const TERMS = 10_000;
const VIEWS = [
  '/',
  '/?q=containers',
  '/t/containers',
  '/terms',
  '/map',
  '/check',
  '/compare?t=containers&t=clusters',
];
const RUNS = 5;

const { pages } = await readFolder({ name: 'data', path: 'data' });
const bundled = createBot(buildGlossary(pages.map(readPage)));
const many = createBot(buildGlossary(manyPages()));
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await serving(bundled, 3280, async address => {
    const rows: Record<string, object> = {};
    for (const path of VIEWS) rows[path] = await weigh(browser, address + path);
    console.table(rows);
  });
  // As a server does before it answers.
  await inSlices(warmUp(many));
  await serving(many, 3281, async address => {
    const letters = await typed(browser, address);
    console.log(
      `10,000 terms: from a key to the names that complete it, in the browser: ${figures(letters)}`,
    );
    const asked = await timed(
      'conta'.split('').map((_, at, all) => `${address}/complete?q=${all.slice(0, at + 1).join('')}`),
    );
    console.log(`10,000 terms: /complete by itself: ${figures(asked)}`);
    for (const path of ['/terms', '/subjects', '/map', '/?q=list', '/terms/b']) {
      const [first = 0, ...others] = await timed(Array(RUNS).fill(address + path));
      console.log(`10,000 terms: ${path}: first ${first.toFixed(0)} ms, then ${figures(others)}`);
    }
  });
} finally {
  await browser.close();
}

async function serving(bot: Bot, port: number, work: (address: string) => Promise<void>): Promise<void> {
  const host = '127.0.0.1';
  let address = '';
  const server = createHttpServer({
    port,
    host,
    mayMove: true,
    mounts: [mountWeb({ bot: Promise.resolve(bot), host, folders: [{ name: 'data', path: 'data' }] })],
    log: { debug() {}, info() {}, warn() {}, error() {} },
    onListening: taken => {
      address = `http://${host}:${taken}`;
    },
  });
  await server.start();
  await work(address);
  await server.stop(0);
}

/** Bytes over the wire with an empty cache, and milliseconds to the first paint, the median of some runs. */
async function weigh(from: Browser, url: string) {
  const paints: number[] = [];
  let bytes = { page: 0, fonts: 0, all: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const page = await from.newPage();
    const sizes: Promise<void>[] = [];
    bytes = { page: 0, fonts: 0, all: 0 };
    page.on('requestfinished', request => {
      sizes.push(
        request.sizes().then(({ responseBodySize }) => {
          bytes.all += responseBodySize;
          if (request.url() === url) bytes.page += responseBodySize;
          if (request.resourceType() === 'font') bytes.fonts += responseBodySize;
        }),
      );
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    await Promise.all(sizes);
    paints.push(
      await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
    );
    await page.close();
  }
  const kilobytes = (count: number) => Number((count / 1000).toFixed(1));
  return {
    'kB in all': kilobytes(bytes.all),
    'of that page': kilobytes(bytes.page),
    'of that fonts': kilobytes(bytes.fonts),
    'first paint ms': Math.round(median(paints)),
  };
}

/** Milliseconds from each key to the list that answers it. */
async function typed(from: Browser, address: string): Promise<number[]> {
  const page = await from.newPage();
  await page.goto(address);
  const waits: number[] = [];
  await page.locator('#q').focus();
  for (const letter of ['b', 'a', 'k', 'e', ' ', 'l', 'i']) {
    const answered = page.waitForResponse(/\/complete/);
    const before = performance.now();
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await answered;
    await page.locator('.choices li').first().waitFor();
    waits.push(performance.now() - before);
  }
  await page.close();
  return waits;
}

async function timed(urls: readonly string[]): Promise<number[]> {
  const waits: number[] = [];
  for (const url of urls) {
    const before = performance.now();
    await (await fetch(url)).text();
    waits.push(performance.now() - before);
  }
  return waits;
}

function figures(waits: readonly number[]): string {
  return `median ${median(waits).toFixed(0)} ms, most ${Math.max(...waits).toFixed(0)} ms`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function manyPages() {
  const chance = createChance(20261130);
  const syllables = 'ba ke li mo nu pra ste tri vo wi gra slo den tur pha'.split(' ');
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(2 * chance()) },
      () => syllables[Math.floor(syllables.length * chance())],
    ).join('');
  return Array.from({ length: TERMS / 20 }, (_, number) => {
    const sections = Array.from({ length: 20 }, () => {
      const name = `${word()} ${word()}`;
      return `## ${name}\nA ${name} is a ${word()} of the ${word()} ${word()}.\n\n### Advantages\n- **${word()}**: It has a ${word()}.\n`;
    });
    const path = `part-${number % 12}/page-${number}.md`;
    return readPage({ path, collection: 'many', text: `# Page ${number}\n\n${sections.join('\n')}` });
  });
}
