import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { draftPages } from '../../src/glossary/draft-pages.ts';
import type { PageFile } from '../../src/glossary/glossary.ts';
import { type PackedPage, pack } from '../../src/glossary/pack.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { READER_BESIDE, READER_FOLDER, readDrafts } from '../../src/sources/draft-cache.ts';

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

describe('readDrafts()', () => {
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
    const without = await read(files, null);
    expect(without.map(page => page.path)).toEqual(['whisk.md', 'spade.md', 'broken.md']);
    expect(textOf(without)).toContain('A whisk beats air into cream.');
    expect(await read(files, folder)).toEqual(without);
    expect(await read(files, folder)).toEqual(without);
  });

  it('reads many pages, in several threads, as it does one after the other, and says how far it is', async () => {
    const files = Array.from({ length: 130 }, (_, at) => ({
      path: `tool-${at}.md`,
      collection: 'wiki',
      // A heading that stands on many pages is read in another way than one that does not.
      text: `# Tool ${at}\n\nA tool that cuts ${at} boards.\n\n## ${at % 3 === 0 ? 'Storage' : `Blade ${at}`}\n\nA steel part, oiled each week.\n`,
    }));
    const told: string[] = [];
    const { pages, saved } = await readDrafts(files, folder, (pages, of) => told.push(`${pages} of ${of}`));
    await saved;
    expect(pages).toEqual(draftPages(files.map(readPage)).map(pack));
    expect([told[0], told.at(-1)]).toEqual(['0 of 130', '130 of 130']);
    expect(await read(files, folder)).toEqual(pages);
  });

  it('takes a known text from the cache', async () => {
    await read([WHISK], folder);
    await alterCache('beats air into cream', 'came from the cache');
    expect(textOf(await read([WHISK], folder))).toContain('A whisk came from the cache.');
  });

  it('reads a changed text anew, and only that', async () => {
    await read([WHISK, SPADE], folder);
    await alterCache('beats air into cream', 'came from the cache');
    await alterCache('turns soil', 'came from the cache');
    const changed = { ...SPADE, text: '# Spade\n\nA spade digs holes.\n' };
    const text = textOf(await read([WHISK, changed], folder));
    expect(text).toContain('A whisk came from the cache.');
    expect(text).toContain('A spade digs holes.');
    expect(text).not.toContain('A spade came from the cache.');
  });

  it('knows a text by its place: a page that was moved is read anew', async () => {
    await read([WHISK], folder);
    const [moved] = await read([{ ...WHISK, path: 'tools/whisk.md' }], folder);
    expect(moved).toMatchObject({ path: 'tools/whisk.md', subjects: ['tools', 'Whisk'] });
  });

  it('reads a known page anew when its headings have come to stand on many', async () => {
    const page = (name: string): PageFile => ({
      path: `${name}.md`,
      collection: 'wiki',
      text: `# ${name}\n\nA ${name} is a tool.\n\n## Upkeep Plan\n\nAn upkeep plan for the ${name} is kept in the shed.\n`,
    });
    const few = ['Whisk', 'Spade', 'Rake'].map(page);
    const many = [...few, page('Hoe')];
    const termsOf = (pages: readonly PackedPage[]) => pages.map(({ terms }) => terms.map(([name]) => name));
    expect(termsOf(await read(few, folder))[0]).toContain('Upkeep Plan');
    const after = await read(many, folder);
    expect(termsOf(after)[0]).toEqual(['Whisk']);
    expect(after).toEqual(await read(many, null));
  });

  it('reads known pages anew when others show that they are a glossary', async () => {
    const loose: PageFile = {
      path: 'loose.md',
      collection: 'wiki',
      text: '# Shed\n\nThe shed holds tools.\n\n- A honing steel is a rod that straightens edges.\n',
    };
    const names = ['Anchor', 'Boom', 'Cleat', 'Deck', 'Ensign', 'Fender', 'Gaff'];
    const glossary: PageFile = {
      path: 'glossary.md',
      collection: 'wiki',
      text: `# Glossary\n\n${names.map(name => `## ${name}\n\nA ${name} is a part of a ship.\n`).join('\n')}`,
    };
    expect(textOf(await read([loose], folder))).toContain('"honing steel"');
    const after = await read([loose, glossary], folder);
    expect(textOf(after)).not.toContain('"honing steel"');
    expect(after).toEqual(await read([loose, glossary], null));
  });

  it('gives each of two pages with the same text its own path', async () => {
    const files = [WHISK, { ...WHISK, path: 'copy.md' }];
    for (const cache of [null, folder, folder])
      expect((await read(files, cache)).map(page => page.path)).toEqual(['whisk.md', 'copy.md']);
  });

  it('says each time what is wrong with the front matter of a page', async () => {
    for (const cache of [null, folder, folder])
      expect((await read([BROKEN], cache))[0]?.problems[0]?.message).toMatch(/front matter/i);
  });

  it('reads a page of quotes nested deeper than anybody reads, in reasonable time', async () => {
    const deep = { path: 'deep.md', collection: 'wiki', text: `${'>'.repeat(20_000)} words` };
    const pages = await read([deep, WHISK], folder);
    expect(pages.map(({ path, problems }) => [path, problems])).toEqual([
      ['deep.md', []],
      ['whisk.md', []],
    ]);
  });

  it('keeps the pages of the last run only', async () => {
    await read([WHISK], folder);
    await read([SPADE], folder);
    const kept = await readFile(await cacheFile(), 'utf8');
    expect(kept).toContain('A spade turns soil.');
    expect(kept).not.toContain('A whisk');
  });

  it('keeps the cache private to the user', async () => {
    await read([WHISK], folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(await cacheFile())).mode & 0o777).toBe(0o600);
  });

  it.each([
    { what: 'empty', content: '' },
    { what: 'cut short', content: '{"abc":{"headings":[],"pa' },
    { what: 'no JSON', content: '\0\0\0' },
    { what: 'null', content: 'null' },
    { what: 'a list', content: '[]' },
    { what: 'a number', content: '7' },
  ])('ignores a corrupt cache file and writes it anew: $what', async ({ content }) => {
    const expected = await read([WHISK], folder);
    await writeFile(await cacheFile(), content);
    expect(await read([WHISK], folder)).toEqual(expected);
    expect(await readFile(await cacheFile(), 'utf8')).toContain('A whisk beats air into cream.');
  });

  it('ignores what a cache of another version of the reader holds', async () => {
    await read([WHISK], folder);
    const other = join(folder, 'pages-another-version.json');
    await writeFile(
      other,
      (await readFile(await cacheFile(), 'utf8')).replace('beats air', 'is from elsewhere'),
    );
    await rm(join(folder, (await readdir(folder)).find(name => name !== 'pages-another-version.json') ?? ''));
    expect(textOf(await read([WHISK], folder))).toContain('A whisk beats air into cream.');
  });

  it('ignores a folder that cannot be created', async () => {
    const file = join(parent, 'file');
    await writeFile(file, 'no folder');
    for (const cache of [file, join(file, 'secterm')])
      expect(textOf(await read([WHISK], cache))).toContain('A whisk beats air into cream.');
    expect(await readFile(file, 'utf8')).toBe('no folder');
  });

  it('writes nothing without a folder', async () => {
    const before = process.cwd();
    process.chdir(parent);
    onTestFinished(() => process.chdir(before));
    await read([WHISK], null);
    expect(await readdir(parent)).toEqual([]);
  });

  it('reads no pages from no files', async () => {
    for (const cache of [null, folder, folder]) expect(await read([], cache)).toEqual([]);
  });

  it('knows a cache by every module that decides what a page is read as', async () => {
    const sources = join(import.meta.dirname, '../../src/sources');
    const seen = new Set<string>();
    const visit = async (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(/from '(\.[^']+)'/g))
        await visit(join(dirname(file), name));
    };
    await visit(join(sources, 'page-parser.ts'));
    const beside = READER_BESIDE.map(name => join(sources, `${name}.ts`));
    const others = [...seen].filter(
      file => !beside.includes(file) && dirname(file) !== join(sources, READER_FOLDER, '.'),
    );
    expect(seen.size).toBeGreaterThan(25);
    expect(others).toEqual([]);
  });
});

/** What is found, once the cache is written. */
async function read(files: readonly PageFile[], cache: string | null): Promise<readonly PackedPage[]> {
  const { pages, saved } = await readDrafts(files, cache, () => {});
  await saved;
  return pages;
}

/** What the pages say, wherever in them it stands. */
function textOf(pages: readonly PackedPage[]): string {
  return JSON.stringify(pages);
}
