import { rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { folderOf } from '../terminal/run.ts';
import { serveFolder, servePage, wordsOf } from './page.ts';

const Name = z.object({ name: z.string(), also: z.string(), text: z.string() });

const HOSTILE = `term,definition
<script>alert(1)</script>,"""><img src=x onerror=alert(2)> is an **odd** \`<b>\` name, [click](javascript:alert(3))."
box,A box is beside <script>alert(1)</script>.
`;

/** What a request with this Host header is answered with. */
function withHost(port: number, host: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/', headers: { host } }, response => {
      let text = '';
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the web page', () => {
  it('answers a question as each surface shows it, with the JSON that is sent', async () => {
    const { read } = await servePage();
    const page = await read('/?q=containers');
    for (const shown of ['Slack', 'Discord', 'Plain text', 'A container is a small, portable'])
      expect(wordsOf(page)).toContain(shown);
    expect(page).toContain('&quot;response_type&quot;: &quot;ephemeral&quot;');
    expect(page).toContain('&quot;custom_id&quot;: &quot;ask:0:Key Features of Containers&quot;');
  });

  it('reads "/secterm …" as a command and "@secterm …" as a mention', async () => {
    const { read } = await servePage();
    const typed = await Promise.all(
      ['/secterm containers', '@secterm containers'].map(text =>
        read(`/?as=channel&q=${encodeURIComponent(text)}`),
      ),
    );
    expect(typed.map(page => /name="as" value="(\w+)" checked/.exec(page)?.[1])).toEqual([
      'command',
      'mention',
    ]);
  });

  it('says when nothing would be said, and why', async () => {
    const { read } = await servePage();
    expect(wordsOf(await read('/?as=channel&q=lunch%3F'))).toContain('secterm keeps silent.');
  });

  it('explains the terms of a message', async () => {
    const { read } = await servePage();
    const page = wordsOf(await read('/?as=message&q=we+moved+the+containers+behind+a+firewall'));
    expect(page).toContain('A container is a small, portable');
    expect(page).toContain('Firewall');
  });

  it('shows what a term has to say, each line with its place', async () => {
    const { read } = await servePage({
      'infra/boxes.md': '# Box\nA box is a thing.\n\n## Uses\n- It holds things.\n',
    });
    const page = await read('/t/box');
    for (const said of ['A box is a thing.', 'It holds things.', 'Source: infra/boxes.md:2'])
      expect(wordsOf(page)).toContain(said);
    expect(page).toContain('href="/p/infra/boxes.md#L5"');
    expect(await read('/p/infra/boxes.md')).toContain('<li id="L5"><code>- It holds things.</code></li>');
  });

  it('has a page at every address that its lists lead to, whatever the script', async () => {
    const words = Array.from(
      { length: 650 },
      (_, at) => `${'абвгдежзик'[at % 10]}лово${at},Вещь номер ${at}.`,
    );
    const wiki = {
      'папка/слова.csv': `term,definition\n${words.join('\n')}\n`,
      'a b/c#d.md': '# Odd path\nAn odd path is a path.\n',
    };
    const { address, read } = await servePage(wiki);
    const links = new Set<string>();
    for (const path of ['/terms', '/subjects', '/pages', '/map'])
      for (const [, link = ''] of (await read(path)).matchAll(/href="(\/[^"#]*)/g)) links.add(link);
    const letters = [...links].filter(link => link.startsWith('/terms/'));
    expect(letters.length).toBeGreaterThan(5);
    for (const link of links) expect((await fetch(address + link)).status, link).toBe(200);
  });

  it('does not say where on the machine a folder is that cannot be checked', async () => {
    const path = await folderOf({ 'a.md': '# A\nA is a letter.\n' });
    const { read } = await serveFolder(path);
    await rm(path, { recursive: true });
    const page = await read('/check');
    expect(wordsOf(page)).toContain('Cannot read the folder "wiki": it does not exist');
    expect(page).not.toContain(path);
  });

  it('says when a page has changed since it was read', async () => {
    const path = await folderOf({ 'a.md': '# A\nA is a letter.\n' });
    const { read } = await serveFolder(path);
    expect(await read('/p/a.md')).not.toContain('has changed since it was read');
    await writeFile(join(path, 'a.md'), 'New\n\n# A\nA is a letter.\n');
    expect(await read('/p/a.md')).toContain('has changed since it was read');
  });

  it('keeps no answer, and takes somebody’s message without an address', async () => {
    const { address } = await servePage();
    const body = new URLSearchParams({ q: 'we use containers', as: 'message' });
    const response = await fetch(address, { method: 'POST', body });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(wordsOf(await response.text())).toContain('A container is a small, portable');
  });

  it('shows of a follow-up what would be posted: its buttons ask by themselves', async () => {
    const { read } = await servePage();
    const page = await read('/?as=mention&q=and+its+downsides%3F&after=containers');
    expect(page).toContain('public:0:Challenges of Containers');
    expect(page).not.toContain('public:0:and its downsides?');
  });

  it('shows HTML of pages and questions as text', async () => {
    const { read } = await servePage({ 'odd.csv': HOSTILE });
    const paths = [
      '/',
      '/terms',
      '/t/scriptalertscript',
      '/p/odd.csv',
      '/check',
      '/map',
      '/pages',
      '/subjects',
    ];
    const asked = encodeURIComponent('<script>alert(1)</script>');
    for (const path of [...paths, `/?q=${asked}`, `/compare?add=${asked}`, `/?as=mention&q=${asked}`]) {
      const page = await read(path);
      expect(page, path).not.toMatch(/<script>|<img src=x|href="javascript:/i);
    }
    expect(wordsOf(await read('/terms'))).toContain('<script>alert</script>');
  });

  it('loads nothing from elsewhere, nor inline', async () => {
    const { address } = await servePage();
    for (const path of ['/', '/?q=containers', '/t/containers', '/map', '/nowhere']) {
      const response = await fetch(address + path);
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      );
      const page = await response.text();
      expect(page, path).not.toMatch(
        /\sstyle=|<style|<script(?![^>]* src="\/assets\/)|\son\w+=|(?:src|<link[^>]* href)="(?!\/assets\/)/,
      );
    }
  });

  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'refuses the Host "%s" on loopback',
    async host => {
      const { port } = await servePage({ 'a.md': '# A\nA is a letter.\n' });
      expect(await withHost(port, host)).toEqual({
        status: 403,
        text: 'This page answers at localhost and 127.0.0.1 alone. Open it there, or set SECTERM_WEB.\n',
      });
    },
  );

  it.each(['localhost', 'LOCALHOST:1', '127.0.0.1:9', '[::1]:3210'])('takes the Host "%s"', async host => {
    const { port } = await servePage({ 'a.md': '# A\nA is a letter.\n' });
    expect((await withHost(port, host)).status).toBe(200);
  });

  it.each(['/t/container', '/t/contaners', '/t/containers/', '/containers', '/t/containers.html'])(
    'leads from %s to containers',
    async path => {
      const { address } = await servePage();
      const response = await fetch(address + path);
      expect([200, 404]).toContain(response.status);
      expect(await response.text()).toMatch(
        response.status === 404 ? /href="\/t\/containers"/ : /A container is/,
      );
    },
  );

  it.each([
    '/t/%E0%A4%A',
    '/t/%00',
    `/t/${'a'.repeat(5000)}`,
    '/p/../../etc/passwd',
    '/p/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/assets/x/site.css',
    '/t/__proto__',
    '/constructor',
  ])('has nothing at %s', async path => {
    const { address } = await servePage({ 'a.md': '# A\nA is a letter.\n' });
    const response = await fetch(address + path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('root:');
  });

  it('answers questions of 10,000 characters', async () => {
    const { read } = await servePage();
    for (const text of [
      'a'.repeat(10_000),
      'containers '.repeat(909),
      '**_~|['.repeat(1666),
      '🦊'.repeat(2500),
    ])
      expect(await read(`/?q=${encodeURIComponent(text)}`)).toContain('Plain text');
  });

  it('completes the last name of what is typed', async () => {
    const { address } = await servePage();
    const names = async (query: string) =>
      z.array(Name).parse(await (await fetch(`${address}/complete${query}`)).json());
    const [first] = await names('?q=compare+containers+vs+virt');
    expect(first).toEqual({
      name: 'Virtual Machines',
      also: 'VMs',
      text: 'compare containers vs Virtual Machines',
    });
    expect((await names('?q=waf')).map(({ name }) => name)).toEqual(['Web Application Firewall']);
    expect(await names('?q=zzzz')).toEqual([]);
  });
});
