import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, onTestFinished } from 'vitest';

/** Debian's, or another one. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Tests that look at pages in a browser; where there is none, they are skipped, and their name says why. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (existsSync(CHROMIUM)) describe(name, tests);
  else
    describe.skip(
      `${name} (there is no Chromium at ${CHROMIUM}: install Debian's package "chromium", or set CHROMIUM)`,
      tests,
    );
}

let launched: Promise<Browser> | null = null;
afterAll(async () => (await launched)?.close());

/** Milliseconds for whatever a test waits for in the browser. */
const PATIENCE = 10_000;

/** A page of its own, whose errors fail the test, and so does a request to anywhere else. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  launched ??= chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const context = await (await launched).newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  const page = await context.newPage();
  const { origin } = new URL(url);
  page.on('pageerror', error => faults.push(error.message));
  page.on('request', request => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('blob:'))
      faults.push(`asks ${request.url()}`);
  });
  page.on('console', message => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  await page.goto(url);
  return page;
}

/** What runs in the page: every rule that axe-core has, those that it leaves out by default included. */
const RUN_AXE = `(async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  const { violations } = await axe.run(document, { rules });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary));
})()`;

/** What axe-core finds at its strictest: a rule, an element, and what is wrong with it. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(RUN_AXE);
}

/** Pixels by which a page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
