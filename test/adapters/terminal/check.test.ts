import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from './run.ts';

/** A folder with these pages. */
async function folderOf(pages: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'secterm-check-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(pages)) await writeFile(join(folder, name), text);
  return folder;
}

const GOOD = '# Boom\n\nA boom is a pole at the foot of a sail.\n';
const BAD = `${GOOD}\n## Advatages\n\n- See [gaff](gaff.md), 100%.\n`;

describe('secterm check', () => {
  it('finds nothing wrong with the bundled glossary', async () => {
    const { code, stdout } = await run(['check']);
    expect(stdout).toMatch(/^0 errors, 0 warnings in 18 pages with \d+ terms\.\n$/);
    expect(code).toBe(0);
  });

  it('prints page, line, what is wrong and what to do, and ends with 1 on errors', async () => {
    const folder = await folderOf({ 'boom.md': BAD, 'mast.md': '# Mast\n\nA mast is a pole that stands.\n' });
    const { code, stdout } = await run(['check', folder]);
    expect(stdout.split('\n')).toEqual([
      'boom.md:5: warning: The heading "Advatages" is nearly "Advantages", and is not taken for it. Write it so, if it is meant.',
      'boom.md:7: error: The link to "gaff.md" leads to no page. Mend its path, or remove the link.',
      '',
      '1 error, 1 warning in 2 pages with 2 terms.',
      '',
    ]);
    expect(code).toBe(1);
  });

  it('ends with 0 when there are only warnings', async () => {
    const folder = await folderOf({ 'boom.md': `${GOOD}\n## Advatages\n\n- Light.\n` });
    expect((await run(['check', folder])).code).toBe(0);
  });

  it('gives the same as JSON, and as annotations of a pull request', async () => {
    const folder = await folderOf({ 'boom.md': BAD, 'mast.md': '# Mast\n\nA mast is a pole that stands.\n' });
    const { stdout } = await run(['check', folder, '--json']);
    expect(JSON.parse(stdout)).toMatchObject([
      { page: 'boom.md', line: 5, severity: 'warning', rule: 'near-facet' },
      { page: 'boom.md', line: 7, severity: 'error', rule: 'dead-link' },
    ]);
    const github = (await run(['check', folder, '--format', 'github'])).stdout.split('\n');
    expect(github[0]).toMatch(
      /^::warning file=\S*\/boom\.md,line=5,title=near-facet::The heading "Advatages" is nearly "Advantages", and is not taken for it\. Write it so, if it is meant\.$/,
    );
    expect(github[1]).toMatch(/^::error file=\S*\/boom\.md,line=7,title=dead-link::/);
  });

  it('says that a folder is not there, as an error', async () => {
    const { code, stdout } = await run(['check', '/nonexistent/wiki']);
    expect(stdout).toMatch(/error: Cannot read the folder .* does not exist/);
    expect(code).toBe(1);
  });

  it.each([
    [['check', '--format', 'xml'], 'takes text, json or github, not "xml"'],
    [['check', '--verbose'], 'takes a folder, --json, and --format'],
    [['check', 'a', 'b'], 'takes one folder'],
  ])('%j is wrong use', async (words, message) => {
    const { code, stderr } = await run(words);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe('secterm show', () => {
  it('shows all that is known of a term, with the line of each', async () => {
    const folder = await folderOf({
      'rig.md':
        '# Rig\n\n## Boom (BM)\n\nA boom is a pole.\n\n### Advantages\n\n- **Reach**: It holds the sail out.\n\n## Gaff\n\nA gaff is a pole.\n\n## Comparison\n\n| Aspect | Boom | Gaff |\n| --- | --- | --- |\n| Place | foot | head |\n',
    });
    const { code, stdout } = await run(['--data', folder, 'show', 'bm']);
    expect(stdout).toBe(
      [
        'Boom (BM) rig.md:3',
        'On: Rig',
        'A boom is a pole. rig.md:5',
        '',
        'Advantages rig.md:7',
        '  Reach: It holds the sail out. rig.md:9',
        '',
        'Comparison (with Gaff) rig.md:17',
        '  Place: foot rig.md:19',
        '',
        'Listed under',
        '  Rig rig.md:1',
        '',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
  });

  it('says who keeps the page, and in which language', async () => {
    const page = '---\nowner: Deck crew\nlang: en-GB\n---\n\n# Boom\n\nA boom is a pole.\n';
    const folder = await folderOf({ 'rig.md': page });
    const { stdout } = await run(['show', 'boom', '--data', folder]);
    expect(stdout).toContain('Kept by Deck crew, in en-GB\nA boom is a pole. rig.md:8\n');
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await run(['show', 'k8s', '--json']);
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'Kubernetes', at: expect.stringMatching(/^infrastructure\/kubernetes\.md:\d+$/) },
    ]);
  });

  it('says that there is no such term, and which begin so', async () => {
    const { code, stderr } = await run(['show', 'container ship']);
    expect(stderr).toMatch(/no term is called "container ship".*"Containers"/);
    expect(code).toBe(1);
  });

  it('needs a name', async () => {
    expect((await run(['show', '--json'])).code).toBe(2);
  });
});

describe('secterm export', () => {
  it.each([
    [[], /^---\ntitle: Glossary\nterms: headings\n---\n\n# Terms\n\n## /],
    [['--format', 'csv'], /^Term,Aliases,Definition,Subjects,Page,Line\n/],
    [['--format=json'], /^\{\n {2}"terms": \[/],
    [['--json'], /^\{\n {2}"terms": \[/],
  ])('%j', async (words, begins) => {
    const { code, stdout } = await run(['export', ...words]);
    expect(stdout).toMatch(begins);
    expect(code).toBe(0);
  });

  it('knows no other format', async () => {
    const { code, stderr } = await run(['export', '--format', 'constructor']);
    expect(stderr).toContain('takes --format with markdown, csv or json');
    expect(code).toBe(2);
  });
});
