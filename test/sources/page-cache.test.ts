import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { PageFile } from '../../src/glossary/glossary.ts';
import { type PagesRead, readPages } from '../../src/sources/page-cache.ts';

const WHISK: PageFile = {
  path: 'whisk.md',
  collection: 'wiki',
  text: '# Whisk\n\nA whisk beats air into cream.\n',
};
const SPADE: PageFile = { path: 'spade.md', collection: 'wiki', text: '# Spade\n\nA spade turns soil.\n' };
const BROKEN: PageFile = {
  path: 'broken.md',
  collection: 'wiki',
  text: '---\naliases: [\n---\n\n# Broken\n',
};

describe('readPages()', () => {
  let parent: string;
  let folder: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'secterm-cache-'));
    folder = join(parent, 'deep', 'secterm');
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
  });

  async function cacheFile(): Promise<string> {
    const files = await readdir(folder);
    expect(files).toEqual([expect.stringMatching(/^pages-[\w-]{16}\.json$/)]);
    return join(folder, files[0] ?? '');
  }

  /** Only what comes from the cache can say what this writes into it. */
  async function alterCache(from: string, to: string): Promise<void> {
    const file = await cacheFile();
    const before = await readFile(file, 'utf8');
    expect(before).toContain(from);
    await writeFile(file, before.replaceAll(from, to));
  }

  it('reads the same pages without a cache, into a new cache and from it', async () => {
    const files = [WHISK, SPADE, BROKEN];
    const without = await readPages(files, null);
    expect(without.pages.map(page => page.path)).toEqual(['whisk.md', 'spade.md', 'broken.md']);
    expect(textOf(without)).toContain('A whisk beats air into cream.');
    expect(await readPages(files, folder)).toEqual(without);
    expect(await readPages(files, folder)).toEqual(without);
  });

  it('takes a known text from the cache', async () => {
    await readPages([WHISK], folder);
    await alterCache('beats air into cream', 'came from the cache');
    expect(textOf(await readPages([WHISK], folder))).toContain('A whisk came from the cache.');
  });

  it('reads a changed text anew, and only that', async () => {
    await readPages([WHISK, SPADE], folder);
    await alterCache('beats air into cream', 'came from the cache');
    await alterCache('turns soil', 'came from the cache');
    const changed = { ...SPADE, text: '# Spade\n\nA spade digs holes.\n' };
    const text = textOf(await readPages([WHISK, changed], folder));
    expect(text).toContain('A whisk came from the cache.');
    expect(text).toContain('A spade digs holes.');
    expect(text).not.toContain('A spade came from the cache.');
  });

  it('gives a cached text the path it has now', async () => {
    await readPages([WHISK], folder);
    await alterCache('beats air into cream', 'came from the cache');
    const moved = await readPages([{ ...WHISK, path: 'tools/whisk.md' }], folder);
    expect(moved.pages.map(page => page.path)).toEqual(['tools/whisk.md']);
    expect(textOf(moved)).toContain('came from the cache');
  });

  it('gives each of two pages with the same text its own path', async () => {
    const files = [WHISK, { ...WHISK, path: 'copy.md' }];
    for (const cache of [null, folder, folder])
      expect((await readPages(files, cache)).pages.map(page => page.path)).toEqual(['whisk.md', 'copy.md']);
  });

  it('says each time what is wrong with the front matter of a page', async () => {
    for (const cache of [null, folder, folder])
      expect((await readPages([BROKEN], cache)).pages[0]?.faults[0]?.message).toMatch(/front matter/i);
  });

  it('reads a page of quotes nested deeper than anybody reads, in reasonable time', async () => {
    const deep = { path: 'deep.md', collection: 'wiki', text: `${'>'.repeat(20_000)} words` };
    const { pages, problems } = await readPages([deep, WHISK], folder);
    expect(problems).toEqual([]);
    expect(pages.map(page => page.path)).toEqual(['deep.md', 'whisk.md']);
  });

  it('keeps the pages of the last run only', async () => {
    await readPages([WHISK], folder);
    await readPages([SPADE], folder);
    const kept = await readFile(await cacheFile(), 'utf8');
    expect(kept).toContain('A spade turns soil.');
    expect(kept).not.toContain('A whisk');
  });

  it('keeps the cache private to the user', async () => {
    await readPages([WHISK], folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(await cacheFile())).mode & 0o777).toBe(0o600);
  });

  it.each([
    { what: 'empty', content: '' },
    { what: 'cut short', content: '{"abc":{"root":{"heading":"","li' },
    { what: 'no JSON', content: '\0\0\0' },
    { what: 'null', content: 'null' },
    { what: 'a list', content: '[]' },
    { what: 'a number', content: '7' },
  ])('ignores a corrupt cache file and writes it anew: $what', async ({ content }) => {
    const expected = await readPages([WHISK], folder);
    await writeFile(await cacheFile(), content);
    expect(await readPages([WHISK], folder)).toEqual(expected);
    expect(await readFile(await cacheFile(), 'utf8')).toContain('A whisk beats air into cream.');
  });

  it('ignores what a cache of another version of the reader holds', async () => {
    await readPages([WHISK], folder);
    const other = join(folder, 'pages-another-version.json');
    await writeFile(
      other,
      (await readFile(await cacheFile(), 'utf8')).replace('beats air', 'is from elsewhere'),
    );
    await rm(join(folder, (await readdir(folder)).find(name => name !== 'pages-another-version.json') ?? ''));
    expect(textOf(await readPages([WHISK], folder))).toContain('A whisk beats air into cream.');
  });

  it('ignores a folder that cannot be created', async () => {
    const file = join(parent, 'file');
    await writeFile(file, 'no folder');
    for (const cache of [file, join(file, 'secterm')])
      expect(textOf(await readPages([WHISK], cache))).toContain('A whisk beats air into cream.');
    expect(await readFile(file, 'utf8')).toBe('no folder');
  });

  it('writes nothing without a folder', async () => {
    const before = process.cwd();
    process.chdir(parent);
    onTestFinished(() => process.chdir(before));
    await readPages([WHISK], null);
    expect(await readdir(parent)).toEqual([]);
  });

  it('reads no pages from no files', async () => {
    for (const cache of [null, folder, folder])
      expect(await readPages([], cache)).toEqual({ pages: [], problems: [] });
  });
});

/** What the pages say, wherever in them it stands. */
function textOf({ pages }: PagesRead): string {
  return JSON.stringify(pages);
}
