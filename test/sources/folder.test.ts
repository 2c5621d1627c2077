import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FolderContent, readFolder, readFolderOption } from '../../src/sources/folder.ts';

const isRoot = process.getuid?.() === 0;
const ROOT_READS_ALL = 'runs as root, whom no permission keeps out';

/** A temporary folder with these files, removed after the test. A path that ends in a slash makes an empty folder. */
async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'secterm-folder-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const full = join(folder, path);
    await mkdir(path.endsWith('/') ? full : dirname(full), { recursive: true });
    if (!path.endsWith('/')) await writeFile(full, content);
  }
  return folder;
}

function read(path: string): Promise<FolderContent> {
  return readFolder({ name: 'wiki', path });
}

function paths({ pages }: FolderContent): string[] {
  return pages.map(page => page.path);
}

/** A problem on the page's first line whose message has these words in this order. */
/** A problem of one page; with a pattern for `page`, of the folder itself. */
function problem(page: string | RegExp, words: RegExp) {
  return {
    page: typeof page === 'string' ? page : expect.stringMatching(page),
    line: 1,
    message: expect.stringMatching(words),
  };
}

describe('readFolder()', () => {
  it('gives each page its path, its text and the name of the folder', async () => {
    const folder = await folderOf({ 'network/dns.md': '# DNS\n\nNames and numbers – both.\n' });
    expect(await read(folder)).toEqual({
      pages: [{ path: 'network/dns.md', collection: 'wiki', text: '# DNS\n\nNames and numbers – both.\n' }],
      problems: [],
    });
  });

  it('reads nested folders in the order of their paths, whatever the order of writing', async () => {
    const folder = await folderOf({
      'web/xss.md': 'c',
      'network/tls/handshake.md': 'b',
      'network/dns.md': 'a',
      'web.md': 'd',
      'README.md': 'e',
    });
    expect(paths(await read(folder))).toEqual([
      'README.md',
      'network/dns.md',
      'network/tls/handshake.md',
      'web/xss.md',
      'web.md',
    ]);
  });

  it.each([
    { file: 'page.md', isPage: true },
    { file: 'page.markdown', isPage: true },
    { file: 'PAGE.MD', isPage: true },
    { file: 'two words.md', isPage: true },
    { file: 'größe.md', isPage: true },
    { file: '_draft.md', isPage: true },
    { file: 'old.md/page.md', isPage: true },
    { file: 'page.mdx', isPage: false },
    { file: 'page.txt', isPage: true },
    { file: 'terms.csv', isPage: true },
    { file: 'terms.yml', isPage: true },
    { file: 'terms.yaml', isPage: true },
    { file: 'terms.json', isPage: true },
    { file: 'package.json', isPage: false },
    { file: 'docs/mkdocs.yml', isPage: false },
    { file: 'page.html', isPage: false },
    { file: 'page.md.bak', isPage: false },
    { file: 'md', isPage: false },
    { file: '_Sidebar.md', isPage: false },
    { file: '_Footer.md', isPage: false },
    { file: 'deep/_sidebar.md', isPage: false },
    { file: '.hidden.md', isPage: false },
    { file: '.git/description.md', isPage: false },
    { file: 'node_modules/left-pad/README.md', isPage: false },
    { file: 'deep/node_modules/left-pad/README.md', isPage: false },
  ])('takes $file for a page: $isPage', async ({ file, isPage }) => {
    const folder = await folderOf({ 'a.md': 'always here', [file]: 'text' });
    expect(await read(folder)).toMatchObject({ problems: [] });
    expect(paths(await read(folder)).includes(file)).toBe(isPage);
  });

  it('drops the byte order mark that some editors write', async () => {
    const folder = await folderOf({ 'a.md': '\uFEFF# DNS' });
    expect((await read(folder)).pages[0]?.text).toBe('# DNS');
  });

  it('reads an empty page', async () => {
    const folder = await folderOf({ 'a.md': '' });
    expect(await read(folder)).toMatchObject({ pages: [{ path: 'a.md', text: '' }], problems: [] });
  });

  it('says that a folder does not exist', async () => {
    const missing = join(await folderOf({}), 'wiki');
    const { pages, problems } = await read(missing);
    expect(pages).toEqual([]);
    expect(problems).toEqual([
      problem(/wiki$/, /^Cannot read the folder ".+wiki": .*does not exist.*check the path/),
    ]);
    expect(problems[0]?.message).toContain(missing);
  });

  it('says that a file is no folder', async () => {
    const folder = await folderOf({ 'a.md': '# A' });
    expect(await read(join(folder, 'a.md'))).toEqual({
      pages: [],
      problems: [problem(/a\.md$/, /a\.md": it is a file, not a folder; give the folder that holds it/)],
    });
  });

  it('says that an empty folder holds no pages, and where to point it', async () => {
    const folder = await folderOf({ 'sub/': '', 'notes.pdf': 'no page' });
    const { pages, problems } = await read(folder);
    expect(pages).toEqual([]);
    expect(problems).toEqual([
      problem(/secterm-folder-/, /^Cannot find pages in ".+": .*none \(\.md, .*SECTERM_DATA or --data/),
    ]);
    expect(problems[0]?.message).toContain(folder);
  });

  it('says that a folder may not be read, and reads the others', async ({ skip }) => {
    skip(isRoot, ROOT_READS_ALL);
    const folder = await folderOf({ 'a.md': '# A', 'locked/b.md': '# B' });
    await chmod(join(folder, 'locked'), 0o000);
    const content = await read(folder);
    await chmod(join(folder, 'locked'), 0o700);
    expect(paths(content)).toEqual(['a.md']);
    expect(content.problems).toEqual([
      problem('locked', /^Cannot read the folder "locked": permission denied; let the user .* read it/),
    ]);
  });

  it('says that a page may not be read, and reads the others', async ({ skip }) => {
    skip(isRoot, ROOT_READS_ALL);
    const folder = await folderOf({ 'a.md': '# A', 'b.md': '# B' });
    await chmod(join(folder, 'b.md'), 0o000);
    const content = await read(folder);
    expect(paths(content)).toEqual(['a.md']);
    expect(content.problems).toEqual([problem('b.md', /permission denied; let the user .* read it/)]);
  });

  it.each([
    { what: 'NUL in the text', bytes: Buffer.from('# A\0B') },
    { what: 'an image', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]) },
    { what: 'UTF-16', bytes: Buffer.from('# DNS', 'utf16le') },
  ])('says that a page holds binary data: $what', async ({ bytes }) => {
    const folder = await folderOf({ 'a.md': '# A', 'b.md': bytes });
    const content = await read(folder);
    expect(paths(content)).toEqual(['a.md']);
    expect(content.problems).toEqual([problem('b.md', /holds binary data\. Rename it, or save it as UTF-8/)]);
  });

  it.each([
    { what: 'Latin-1', bytes: Buffer.from('# Größe', 'latin1') },
    { what: 'a character cut in half', bytes: Buffer.from('# Größe').subarray(0, 5) },
  ])('says that a page is not UTF-8: $what', async ({ bytes }) => {
    const folder = await folderOf({ 'a.md': '# A', 'b.md': bytes });
    const content = await read(folder);
    expect(paths(content)).toEqual(['a.md']);
    expect(content.problems).toEqual([problem('b.md', /it is not UTF-8 text; save it as UTF-8/)]);
  });

  it.each([
    { bytes: 1_000_000, problems: [] },
    {
      bytes: 1_100_000,
      problems: [
        problem('b.md', /^Cannot read this page: it has 1\.1 MB, and the limit is 1 MB\. Split it\.$/),
      ],
    },
  ])('limits the size of a page: $bytes bytes', async ({ bytes, problems }) => {
    const folder = await folderOf({ 'a.md': '# A', 'b.md': ' '.repeat(bytes) });
    const content = await read(folder);
    expect(content.problems).toEqual(problems);
    expect(paths(content)).toEqual(problems.length === 0 ? ['a.md', 'b.md'] : ['a.md']);
  });

  it('does not open a page of a terabyte to see that it is too large', async () => {
    const folder = await folderOf({ 'b.md': '' });
    await truncate(join(folder, 'b.md'), 1e12);
    expect(await read(folder)).toEqual({
      pages: [],
      problems: [problem('b.md', /it has 1000000\.0 MB, and the limit is 1 MB/)],
    });
  });

  it('reads the target of a link to a page and to a folder', async () => {
    const elsewhere = await folderOf({ 'page.md': '# Far', 'more/deep.md': '# Deep' });
    const folder = await folderOf({ 'a.md': '# A' });
    await symlink(join(elsewhere, 'page.md'), join(folder, 'b.md'));
    await symlink(join(elsewhere, 'more'), join(folder, 'c'));
    expect(await read(folder)).toMatchObject({
      pages: [
        { path: 'a.md', text: '# A' },
        { path: 'b.md', text: '# Far' },
        { path: 'c/deep.md', text: '# Deep' },
      ],
      problems: [],
    });
  });

  it('reads a folder once, though a link inside it leads back to it', async () => {
    const folder = await folderOf({ 'a.md': '# A', 'sub/b.md': '# B' });
    await symlink('..', join(folder, 'sub', 'up'));
    await symlink('.', join(folder, 'sub', 'here'));
    const content = await read(folder);
    expect(paths(content)).toEqual(['a.md', 'sub/b.md']);
    expect(content.problems).toEqual([]);
  });

  it('says that links lead in a circle', async () => {
    const folder = await folderOf({ 'a.md': '# A' });
    await symlink('c.md', join(folder, 'b.md'));
    await symlink('b.md', join(folder, 'c.md'));
    const content = await read(folder);
    expect(paths(content)).toEqual(['a.md']);
    expect(content.problems).toEqual([
      problem('b.md', /its links lead in a circle; remove one of them/),
      problem('c.md', /its links lead in a circle; remove one of them/),
    ]);
  });

  it('says that a page links to nothing, and passes over other dangling links', async () => {
    const folder = await folderOf({ 'a.md': '# A' });
    await symlink('gone.md', join(folder, 'b.md'));
    await symlink('gone.png', join(folder, 'image.png'));
    const content = await read(folder);
    expect(paths(content)).toEqual(['a.md']);
    expect(content.problems).toEqual([
      problem('b.md', /^Cannot read this file: it does not exist; check the path/),
    ]);
  });

  it('reads 32 folders deep and says that it goes no deeper', async () => {
    const deepest = 'd/'.repeat(32);
    const folder = await folderOf({ [`${deepest}read.md`]: '# Read', [`${deepest}d/unread.md`]: '# Unread' });
    const content = await read(folder);
    expect(paths(content)).toEqual([`${deepest}read.md`]);
    expect(content.problems).toEqual([problem(`${deepest}d`, /nested deeper than 32\. Move the pages up\./)]);
  });

  it('names every page that cannot be read, in the order of their paths', async () => {
    const folder = await folderOf({
      'a.md': '\0',
      'b.md': '# B',
      'c/d.md': Buffer.from([0xff]),
      'e.md': '\0',
    });
    const content = await read(folder);
    expect(content.problems.map(({ page }) => page)).toEqual(['a.md', 'c/d.md', 'e.md']);
    expect(paths(content)).toEqual(['b.md']);
  });
});

describe('readFolderOption()', () => {
  it.each([
    { option: '/srv/wiki', name: 'wiki', path: '/srv/wiki' },
    { option: '/srv/wiki/', name: 'wiki', path: '/srv/wiki/' },
    { option: '../notes', name: 'notes', path: '../notes' },
    { option: 'team=/srv/wiki', name: 'team', path: '/srv/wiki' },
    { option: 'team=wiki', name: 'team', path: 'wiki' },
    { option: 'the team = ../wiki ', name: 'the team', path: '../wiki' },
    { option: 'team=/srv/a=b', name: 'team', path: '/srv/a=b' },
    { option: '/srv/a=b', name: 'a=b', path: '/srv/a=b' },
    { option: './a=b', name: 'a=b', path: './a=b' },
  ])('reads "$option" as "$path" named "$name"', ({ option, name, path }) => {
    expect(readFolderOption(option)).toEqual({ name, path });
  });

  it('names "." after the folder that it is', () => {
    expect(readFolderOption('.')).toEqual({ name: basename(process.cwd()), path: '.' });
  });
});
