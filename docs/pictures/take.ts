/**
 * Takes the pictures of the documentation from the previews of the web page, and notes what each shows: `npm run pictures`.
 * Needs Chromium, at CHROMIUM or /usr/bin/chromium.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createHttpServer } from '../../adapters/http/server.ts';
import { SURFACES } from '../../adapters/surfaces.ts';
import { mountWeb } from '../../adapters/web/index.ts';
import { createBot } from '../../src/bot.ts';
import { buildGlossary } from '../../src/glossary/build.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { readFolder } from '../../src/sources/folder.ts';
import { PICTURES, pictureHashes, pictureId } from './pictures.ts';

/** Pixels of a picture for each pixel of the page. */
const SHARPNESS = 1.5;
/** What each platform is mostly seen in. */
const LOOKS: Readonly<Record<string, 'light' | 'dark'>> = { slack: 'light', discord: 'dark' };

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const folders = [{ name: 'data', path: here('../../data') }];
const contents = await Promise.all(folders.map(readFolder));
const bot = createBot(buildGlossary(contents.flatMap(({ pages }) => pages).map(readPage)));
const log = { debug() {}, info() {}, warn: console.error, error: console.error };
let address = '';
const server = createHttpServer({
  port: 3290,
  host: '127.0.0.1',
  mayMove: true,
  mounts: [mountWeb({ bot: Promise.resolve(bot), host: '127.0.0.1', folders })],
  log,
  onListening: port => {
    address = `http://127.0.0.1:${port}`;
  },
});
await server.start();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--font-render-hinting=none'],
});
try {
  await mkdir(here('.'), { recursive: true });
  for (const { name } of SURFACES) {
    const colorScheme = LOOKS[name] ?? 'light';
    // Lets the style below hide what is no part of a platform's client.
    const page = await browser.newPage({
      bypassCSP: true,
      viewport: { width: 1360, height: 900 },
      deviceScaleFactor: SHARPNESS,
      colorScheme,
    });
    for (const picture of PICTURES) {
      const query = new URLSearchParams({ q: picture.text, as: picture.way });
      await page.goto(`${address}/?${query}`, { waitUntil: 'networkidle' });
      const conversation = page.locator(`.preview.${name} .conversation`);
      await page.addStyleTag({
        content: '.preview .json { display: none } .preview { border: 0; border-radius: 0 }',
      });
      await conversation.screenshot({
        path: here(`${pictureId(name, picture)}.png`),
        animations: 'disabled',
      });
    }
    await page.close();
  }
  const hashes = await pictureHashes(bot);
  await writeFile(here('shown.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  process.stdout.write(`${Object.keys(hashes).length} pictures were taken. Look at each.\n`);
} finally {
  await browser.close();
  await server.stop(0);
}
