import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, run } from '../terminal/run.ts';
import { wordsOf } from './page.ts';

const WIKI = {
  'infra/boxes.md': '# Box\nA box is a thing.\n\n## Uses\n- It holds things.\n',
  'infra/crates.md': '# Crate\nA crate is a box of wood.\n',
};

/** Every address that the pages of a folder lead to, with the page that does. */
async function linksIn(folder: string): Promise<[page: string, link: string][]> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.html'),
  );
  const found = await Promise.all(
    pages.map(async page => {
      const text = await readFile(join(folder, page), 'utf8');
      return [...text.matchAll(/(?:href|src|data-search)="([^"]*)"/g)].map(
        ([, link = '']): [string, string] => [page, link],
      );
    }),
  );
  return found.flat();
}

describe('secterm site', () => {
  it('writes pages whose every link leads to a file, from wherever they are served', async () => {
    const data = await folderOf(WIKI);
    const out = join(await folderOf({}), 'public');
    const { code, stdout } = await run(['site', out, '--data', data]);
    expect(stdout).toMatch(
      /^\d+ pages are in .*public\. Put the folder on a web host; opened as a file, it has no search\.\n$/,
    );
    expect(code).toBe(0);
    const links = await linksIn(out);
    expect(links.length).toBeGreaterThan(50);
    for (const [page, link] of links) {
      if (link.startsWith('#')) continue;
      expect(link, page).not.toMatch(/^[/\\]|^\w+:/);
      const file = decodeURIComponent(link.replace(/[?#].*$/, ''));
      expect(existsSync(join(out, page, '..', file)), `${page} leads to ${link}`).toBe(true);
    }
  });

  it('has each term with its facts, and a search index of them', async () => {
    const data = await folderOf(WIKI);
    const out = await folderOf({});
    await run(['site', out, '--data', data]);
    const page = await readFile(join(out, 't/box.html'), 'utf8');
    expect(wordsOf(page)).toContain('A box is a thing.');
    expect(page).toContain('http-equiv="Content-Security-Policy"');
    expect(page).not.toMatch(/<form|\/press|data-alive/);
    const index = JSON.parse(await readFile(join(out, 'search-index.json'), 'utf8'));
    expect(index).toContainEqual({
      id: 0,
      name: 'Box',
      also: '',
      text: 'A box is a thing.',
      more: 'Uses It holds things.',
      file: 't/box.html',
    });
  });

  it('takes away what it wrote before and no longer has, and nothing else', async () => {
    const out = await folderOf({});
    await run(['site', out, '--data', await folderOf(WIKI)]);
    await writeFile(join(out, 'CNAME'), 'wiki.example\n');
    expect(
      (await run(['site', out, '--data', await folderOf({ 'a.md': WIKI['infra/boxes.md'] })])).code,
    ).toBe(0);
    expect(existsSync(join(out, 't/box.html'))).toBe(true);
    expect(existsSync(join(out, 't/crate.html'))).toBe(false);
    expect(await readFile(join(out, 'CNAME'), 'utf8')).toBe('wiki.example\n');
  });

  it('leaves a folder alone that holds other files', async () => {
    const out = await folderOf({ 'mine.txt': 'mine' });
    const { code, stderr } = await run(['site', out, '--data', await folderOf(WIKI)]);
    expect(stderr).toContain('it holds other files, which are left alone. Choose a new or an empty folder.');
    expect(code).toBe(2);
    expect(readdirSync(out)).toEqual(['mine.txt']);
  });

  it('does not write into the wiki, nor around it', async () => {
    const around = await folderOf({ 'wiki/a.md': '# A\nA is a letter.\n' });
    const data = join(around, 'wiki');
    for (const out of [data, join(data, 'public'), around]) {
      const { code, stderr } = await run(['site', out, '--data', data]);
      expect(stderr).toContain('Choose a folder beside it.');
      expect(code).toBe(2);
    }
    expect(readdirSync(around, { recursive: true }).sort()).toEqual(['wiki', 'wiki/a.md']);
  });

  it('says what it takes', async () => {
    const { code, stderr } = await run(['site']);
    expect(stderr).toContain('secterm: "site" takes the folder to write to');
    expect(code).toBe(2);
  });
});
