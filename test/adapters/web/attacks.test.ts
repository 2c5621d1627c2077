import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLoopbackHost } from '../../../adapters/web/guard.ts';
import { folderOf, run } from '../terminal/run.ts';
import { serveFolder, servePage } from './page.ts';

/** Milliseconds in which each of these has to be answered; those that blocked the process took three to thirty seconds. */
const SOON = { timeout: 2500 };

describe('the web page answers soon, and small', () => {
  it('an address of slashes', SOON, async () => {
    const { port } = await servePage({ 'a.md': '# A\nA is a letter.\n' });
    const status = await new Promise(resolve => {
      request({ port, host: '127.0.0.1', path: `/${'/'.repeat(100_000)}x` }, response => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(404);
  });

  it.each(['<t:1:f>', 'http://a:b', '*_~|[', '<@1>', '`', '> '])(
    'a message of "%s" over and over',
    SOON,
    async mark => {
      const { read } = await servePage({ 'a.md': '# A\nA is a letter.\n' });
      const text = encodeURIComponent(mark.repeat(Math.floor(40_000 / mark.length)));
      expect((await read(`/?as=message&q=${text}`)).length).toBeLessThan(4_000_000);
    },
  );

  it('a press of very many fields', SOON, async () => {
    const { address } = await servePage({ 'a.md': '# A\nA is a letter.\n' });
    const press = (body: string) =>
      fetch(`${address}/press`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await press('a&'.repeat(30_000))).status).toBe(400);
    expect((await press('a&'.repeat(300_000))).status).toBe(413);
  });

  it('a table of 600 terms', { timeout: 10_000 }, async () => {
    const names = Array.from({ length: 600 }, (_, at) => `Tool${at}x`);
    const table = `| Aspect | ${names.join(' | ')} |\n|${' - |'.repeat(601)}\n| Cost | ${names.map(() => 'low').join(' | ')} |\n`;
    const terms = names.map(name => `## ${name}\n${name} is a tool.\n`).join('\n');
    const { read } = await servePage({ 'wide.md': `# Tools\n\n${terms}\n## Comparison\n\n${table}` });
    expect((await read('/p/wide.md')).length).toBeLessThan(1_000_000);
    expect((await read('/map')).length).toBeLessThan(1_000_000);
  });

  it('a page of very many line breaks', SOON, async () => {
    const { read } = await servePage({ 'lines.md': `# A\nA is a letter.\n${'\n'.repeat(100_000)}` });
    const page = await read('/p/lines.md');
    expect(page).toContain('lines more, which are not shown here.');
    expect(page.length).toBeLessThan(1_000_000);
  });

  it('a comparison with one very long cell', SOON, async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `| Side ${at} | a | b |`).join('\n');
    const table = `| Aspect | Hammer | Chisel |\n| - | - | - |\n| Long | ${'word '.repeat(60_000)} | b |\n${rows}\n`;
    const { read } = await servePage({
      'tools.md': `# Tools\n\n## Hammer\nA hammer hits.\n\n## Chisel\nA chisel cuts.\n\n## Comparison\n\n${table}`,
    });
    expect((await read('/compare?t=hammer&t=chisel')).length).toBeLessThan(3_000_000);
  });
});

describe('the lines of a page', () => {
  it.each(['/proc/self/environ', '/etc/passwd', '/dev/zero'])(
    'are not those of %s, which a link leads to now',
    async target => {
      const path = await folderOf({ 'a.md': '# A\nA is a letter.\n' });
      const { read } = await serveFolder(path);
      await rm(join(path, 'a.md'));
      await symlink(target, join(path, 'a.md'));
      expect(await read('/p/a.md')).toContain('The file cannot be read just now.');
    },
  );
});

describe('requests that other sites send through a browser', () => {
  it.each([
    ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 403],
    ['GET', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 403],
    [
      'GET',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      403,
    ],
    [
      'POST',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      403,
    ],
    [
      'GET',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      200,
    ],
    ['GET', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 200],
  ])('%s with %j are answered with %i', async (method, headers, status) => {
    const { port } = await servePage({ 'a.md': '# A\nA is a letter.\n' });
    // fetch() would set these headers itself.
    const answered = await new Promise(resolve => {
      request(
        { port, host: '127.0.0.1', method, path: method === 'GET' ? '/t/a' : '/press', headers },
        response => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end();
    });
    expect(answered).toBe(status);
  });
});

describe('isLoopbackHost()', () => {
  it.each([
    'localhost',
    'localhost.',
    'LOCALHOST:80',
    '127.0.0.1',
    '127.1',
    '2130706433',
    '::1',
    '0:0:0:0:0:0:0:1',
    '[::1]:80',
    '::ffff:127.0.0.1',
  ])('knows %s', host => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    '',
    '0.0.0.0',
    '128.0.0.1',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil@localhost.example',
    '::2',
    '::ffff:128.0.0.1',
  ])('does not take "%s" for it', host => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});

describe('secterm site', () => {
  const WIKI = { 'a.md': '# A\nA is a letter.\n' };

  it('writes through no link', async () => {
    const [data, elsewhere] = [await folderOf(WIKI), await folderOf({ 'terms.html': 'mine' })];
    const out = await folderOf({});
    await run(['site', out, '--data', data]);
    await rm(join(out, 't'), { recursive: true });
    await symlink(elsewhere, join(out, 't'));
    const folder = await run(['site', out, '--data', data]);
    expect(folder.stderr).toContain('it is a link. Remove it.');
    expect(folder.code).toBe(2);
    await rm(join(out, 't'));
    await rm(join(out, 'terms.html'));
    await symlink(join(elsewhere, 'terms.html'), join(out, 'terms.html'));
    expect((await run(['site', out, '--data', data])).stderr).toContain('it is a link. Remove it.');
    expect(await readFile(join(elsewhere, 'terms.html'), 'utf8')).toBe('mine');
  });

  it('takes nothing away for a list that was changed', async () => {
    const out = await folderOf({ CNAME: 'wiki.example' });
    const list = join(out, '.secterm-site');
    await writeFile(list, 'CNAME\n');
    const broken = await run(['site', out, '--data', await folderOf(WIKI)]);
    expect(broken.stderr).toContain('lists cannot be read.');
    await mkdir(join(out, 'sub'));
    await writeFile(list, JSON.stringify(['../victim', 'sub']));
    await writeFile(join(out, '..', 'victim'), 'mine');
    expect((await run(['site', out, '--data', await folderOf(WIKI)])).code).toBe(0);
    expect(await readFile(join(out, '..', 'victim'), 'utf8')).toBe('mine');
    await rm(join(out, '..', 'victim'));
  });

  it('leaves out a page whose file cannot have its name, and says so', async () => {
    const data = await folderOf({ ...WIKI, [`${'n'.repeat(250)}.md`]: '# B\nB is a letter.\n' });
    const { code, stderr } = await run(['site', await folderOf({}), '--data', data]);
    expect(stderr).toContain('no file can have this name, so the page is left out.');
    expect(code).toBe(0);
  });
});
