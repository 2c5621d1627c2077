import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CTRL_C, CTRL_D, converse, folderOf, run } from './run.ts';

/** A glossary that one can keep in mind. */
const KITCHEN = mkdtempSync(join(tmpdir(), 'secterm-kitchen-'));
writeFileSync(
  join(KITCHEN, 'kitchen.md'),
  `# Kitchen

## Whisk

A whisk is a tool that beats air into cream.

- **Use Cases**: Meringue and foam.

## Standing Mixer (SM)

A standing mixer is a machine that stirs dough.
`,
);
afterAll(() => rmSync(KITCHEN, { recursive: true, force: true }));
const IN_KITCHEN = ['--data', KITCHEN];

const GARDEN = { 'garden.md': '# Garden\n\n## Spade\n\nA spade is a tool that turns soil.\n' };

const WHISK = `Whisk

A whisk is a tool that beats air into cream.

Source: kitchen.md:5 › Whisk

Ask next: Use Cases of Whisk
`;
const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$/m;
/** Characters that turn the direction of text, so that it reads as something else. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/;

describe('secterm TEXT', () => {
  it('answers on the output and exits with 0', async () => {
    expect(await run([...IN_KITCHEN, 'whisk'])).toEqual({ code: 0, stdout: WHISK, stderr: '' });
  });

  it('takes several words for one text', async () => {
    expect(await run([...IN_KITCHEN, 'what', 'is', 'a', 'whisk?'])).toEqual({
      code: 0,
      stdout: WHISK,
      stderr: '',
    });
  });

  it('says that it found nothing, and exits with 1', async () => {
    expect(await run([...IN_KITCHEN, 'astrolabe'])).toEqual({
      code: 1,
      stdout: 'The glossary has no term “astrolabe”. “list” shows what it has.\n\nAsk next: list · help\n',
      stderr: '',
    });
  });

  it('says on the error stream what makes no sense, and exits with 2', async () => {
    const { code, stdout, stderr } = await run(['--jsn', 'whisk']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^secterm: unknown option '--jsn'/);
  });

  it('understands a text by what was asked before', async () => {
    const { code, stdout } = await run([...IN_KITCHEN, '--after', 'whisk', 'and its use cases?']);
    expect(code).toBe(0);
    expect(stdout).toContain('Use Cases:\n- Meringue and foam.\n');
  });

  it('says why it would keep silent in a channel', async () => {
    expect(await run([...IN_KITCHEN, '--heard-as', 'channel', 'whisk'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Silent: It is not a question.\n',
    });
  });

  it('draws a comparison within 80 columns', async () => {
    const { code, stdout } = await run([...IN_KITCHEN, 'whisk vs sm']);
    expect(code).toBe(0);
    expect(stdout).toContain(`
│ Use Cases  │ Meringue and foam.             │ not stated                     │
`);
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
  });

  it('mentions no command below the answer of that command', async () => {
    expect(await run([...IN_KITCHEN, 'list'])).toEqual({
      code: 0,
      stdout: 'Subjects\n\n- Kitchen: 2 terms\n\nAsk next: list kitchen\n',
      stderr: '',
    });
  });

  it('ends without a word when nobody reads its output', async () => {
    for (const args of [['terms'], ['help'], ['list']])
      expect(await run([...IN_KITCHEN, ...args], { outputIsClosed: true })).toMatchObject({ stderr: '' });
  });
});

describe('secterm TEXT, whatever the text', () => {
  it.concurrent.each([
    { what: 'nothing', text: '' },
    { what: 'blanks', text: ' \t\n ' },
    { what: '4,000 letters', text: 'a'.repeat(4000) },
    { what: '4,000 characters of words', text: 'why is the ocean salty '.repeat(174).slice(0, 4000) },
    { what: '4,000 opening brackets', text: '['.repeat(4000) },
    { what: 'emoji', text: '👩🏽‍🚀🔥' },
    { what: 'half an emoji', text: 'zebra \ud83d' },
    { what: 'other scripts', text: 'זברה シマウマ' },
    { what: 'an escape sequence', text: '\u001b[31mzebra\u001b[0m' },
    { what: 'an escape sequence of one character', text: '\u009b31mzebra' },
    { what: 'a window title', text: '\u001b]0;zebra\u0007' },
    { what: 'a bell and a backspace', text: 'zeb\u0007\u0008ra' },
    { what: 'a text-direction override', text: 'zebra\u202egnp' },
    { what: '__proto__', text: '__proto__' },
    { what: 'constructor', text: 'constructor' },
    { what: 'toString', text: 'toString' },
    { what: 'a percent sign', text: '%' },
    { what: 'a format', text: '%s %d %j %O' },
    { what: 'HTML', text: '<script>alert("zebra")</script>' },
    { what: 'unbalanced Markdown', text: '**zebra `_[stripes](' },
    { what: 'a lone dash', text: '-' },
    { what: 'a number', text: '42' },
    { what: 'a negative number', text: '-5' },
    { what: 'a long number', text: '1e309' },
    { what: 'a regular expression', text: '(a+)+$ zebra \\' },
    { what: 'a path', text: '../../etc/passwd' },
    { what: '200 terms to compare', text: Array(200).fill('zebra').join(' vs ') },
  ])('finds nothing, prints no control character and no stack trace: $what', async ({ text }) => {
    const { code, stdout, stderr } = await run([...IN_KITCHEN, text]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).not.toBe('');
    expectNoControls(stdout);
    expect(stdout).not.toMatch(OVERRIDES);
    expect(stdout).not.toMatch(STACK_TRACE);
  });

  it('prints no control character of a text as JSON', async () => {
    const { stdout } = await run([...IN_KITCHEN, '--json', '\u001b[31m \u009b31m \u007f']);
    expect(JSON.parse(stdout)).toMatchObject({ input: '\u001b[31m \u009b31m \u007f' });
    expectNoControls(stdout);
  });

  it('prints no control character of a wrong option', async () => {
    const { code, stdout, stderr } = await run(['--\u001b[31mzebra']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expectNoControls(stderr);
  });

  it('shows as much of a long text as tells which it was', async () => {
    const { stdout } = await run([...IN_KITCHEN, 'a'.repeat(4000)]);
    expect(stdout).toContain(`“${'a'.repeat(60)}…”`);
  });
});

describe('secterm --json TEXT', () => {
  it('prints one object with the fields of the contract', async () => {
    const { code, stdout, stderr } = await run([...IN_KITCHEN, '--json', 'whisk']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([expect.stringMatching(/^\{.*\}$/), '']);
    expect(JSON.parse(stdout)).toEqual({
      input: 'whisk',
      intent: 'define',
      terms: [{ name: 'Whisk', aliases: [], page: 'kitchen.md', line: 3 }],
      aspect: null,
      via: 'normalised',
      confidence: 0.99,
      speaks: true,
      because: 'It was addressed.',
      text: 'Whisk\nA whisk is a tool that beats air into cream.\nAsk next: Use Cases of Whisk\nSource: kitchen.md:5 › Whisk',
      choices: [{ label: 'Use Cases', ask: 'Use Cases of Whisk' }],
      sources: [{ page: 'kitchen.md', section: 'Whisk', line: 5, url: null }],
    });
  });

  it.each([
    { text: 'whisk', code: 0, intent: 'define', aspect: null },
    { text: 'use cases of the whisk', code: 0, intent: 'facet', aspect: 'Use Cases' },
    { text: 'whisk vs sm', code: 0, intent: 'compare', aspect: null },
    { text: 'list', code: 0, intent: 'list', aspect: null },
    { text: 'astrolabe', code: 1, intent: 'unknown', aspect: null },
    { text: '', code: 1, intent: 'unknown', aspect: null },
  ])('answers "$text" with the intent $intent and exits with $code', async ({ text, code, ...fields }) => {
    const result = await run([...IN_KITCHEN, '--json', text]);
    expect(result).toMatchObject({ code, stderr: '' });
    const answer = JSON.parse(result.stdout);
    expect(answer).toMatchObject({ input: text, ...fields });
    expect(Object.keys(answer)).toEqual([
      'input',
      'intent',
      'terms',
      'aspect',
      'via',
      'confidence',
      'speaks',
      'because',
      'text',
      'choices',
      'sources',
    ]);
  });

  it('says in the object that it would keep silent in a channel', async () => {
    const { code, stdout, stderr } = await run([...IN_KITCHEN, '--json', '--heard-as', 'channel', 'whisk']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ speaks: false, because: 'It is not a question.' });
  });

  it('needs a text', async () => {
    expect(await run([...IN_KITCHEN, '--json'], { input: 'whisk\n' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'secterm: --json needs TEXT, or "-" to read one text per line.\n',
    });
  });
});

describe('secterm --json -', () => {
  it('prints one object per line of input, for an empty line as well', async () => {
    const { code, stdout, stderr } = await run([...IN_KITCHEN, '--json', '-'], {
      input: 'whisk\n\nastrolabe\r\nlast without a line break',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(objects(stdout).map(({ input, intent }) => [input, intent])).toEqual([
      ['whisk', 'define'],
      ['', 'unknown'],
      ['astrolabe', 'unknown'],
      ['last without a line break', 'unknown'],
    ]);
  });

  it('prints nothing without input', async () => {
    expect(await run([...IN_KITCHEN, '--json', '-'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('answers 2,000 lines in their order', async () => {
    const input = Array.from({ length: 2000 }, (_, index) => `whisk ${index}`);
    const { code, stdout } = await run([...IN_KITCHEN, '--json', '-'], { input: input.join('\n') });
    expect(code).toBe(0);
    expect(objects(stdout).map(answer => answer['input'])).toEqual(input);
  });

  it('ends without a word when nobody reads its output', async () => {
    const result = await run([...IN_KITCHEN, '--json', '-'], { input: 'whisk\nsm\n', outputIsClosed: true });
    expect(result).toMatchObject({ stderr: '' });
  });
});

describe('secterm with lines from a pipe', () => {
  it('answers each line', async () => {
    expect(await run(IN_KITCHEN, { input: 'whisk\n\nastrolabe\n' })).toEqual({
      code: 0,
      stdout: `> whisk

${WHISK}
> astrolabe

The glossary has no term “astrolabe”. “list” shows what it has.

Ask next: list · help
`,
      stderr: '',
    });
  });

  it.each([
    { what: 'without a line break', input: 'whisk' },
    { what: 'with a carriage return', input: 'whisk\r\n' },
    { what: 'after empty lines', input: '\n\n  \nwhisk\n' },
  ])('answers a line $what', async ({ input }) => {
    expect(await run(IN_KITCHEN, { input })).toEqual({ code: 0, stdout: `> whisk\n\n${WHISK}`, stderr: '' });
  });

  it.each([
    { what: 'control characters', input: '\u001b[31mzebra\u009b0m\u0007\n' },
    { what: 'text-direction overrides', input: 'zebra \u202e\u2066gnp\n' },
  ])('repeats no $what of a line', async ({ input }) => {
    const { code, stdout } = await run(IN_KITCHEN, { input });
    expect(code).toBe(0);
    expectNoControls(stdout);
    expect(stdout).not.toMatch(OVERRIDES);
  });

  it('reads lines that are not UTF-8', async () => {
    expect(await run(IN_KITCHEN, { input: Buffer.from('café\nwhisk\n', 'latin1') })).toEqual({
      code: 0,
      stdout: expect.stringContaining(`\n> whisk\n\n${WHISK}`),
      stderr: '',
    });
  });
});

describe('secterm without text and input', () => {
  it.each([
    { what: 'ends at once', options: { input: '' } },
    { what: 'is /dev/null', options: { input: null } },
    { what: 'stays open and silent', options: { input: '', inputStaysOpen: true } },
  ])('shows a tour when the input $what', { timeout: 5_000 }, async ({ options }) => {
    const { code, stdout, stderr } = await run(IN_KITCHEN, options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('This one: 2 terms from 1 page');
    expect(stdout).toContain(
      '$ npx secterm "Whisk"\n\nWhisk\n\nA whisk is a tool that beats air into cream.\n',
    );
    expect(stdout).toContain('\nWhat next:\n');
  });

  it('shows a term, a comparison and a question of the bundled glossary', async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^\$ npx secterm ".+"$/gm)).toEqual([
      expect.stringMatching(/"[^"]+"$/),
      expect.stringMatching(/" ?.+ vs .+"$/),
      expect.stringMatching(/"How do .+ and .+ compare on .+\?"$/),
    ]);
    expect(stdout).not.toContain('The wiki has nothing on');
  });

  it('shows what to do next when the glossary is empty', async () => {
    const empty = await folderOf({});
    const { code, stdout, stderr } = await run(['--data', empty]);
    expect(code).toBe(0);
    expect(stdout).toContain('secterm --data DIR');
    expect(stderr).toContain('Point SECTERM_DATA or --data to the wiki');
  });
});

describe('secterm --data', () => {
  it('serves the pages of every folder', async () => {
    const garden = await folderOf(GARDEN);
    const { code, stdout } = await run([...IN_KITCHEN, '--data', `green=${garden}`, 'terms']);
    expect(code).toBe(0);
    expect(stdout).toBe('Whisk kitchen.md:3\nStanding Mixer (SM) kitchen.md:9\nSpade garden.md:3\n');
  });

  it('goes before SECTERM_DATA', async () => {
    const garden = await folderOf(GARDEN);
    const { stdout } = await run(['--data', garden, 'terms'], { env: { SECTERM_DATA: KITCHEN } });
    expect(stdout).toBe('Spade garden.md:3\n');
  });

  it('refuses an empty folder, as SECTERM_DATA does, instead of reading the working folder', async () => {
    const { code, stdout } = await run(['--data', '', 'whisk'], { cwd: KITCHEN });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('says on the error stream what of a folder cannot be read, and serves the rest', async () => {
    const broken = await folderOf({ 'binary.md': '\0', 'good.md': GARDEN['garden.md'] });
    expect(await run(['--data', broken, 'terms'])).toEqual({
      code: 0,
      stdout: 'Spade good.md:3\n',
      stderr:
        'binary.md:1: Cannot read this page: it holds binary data. Rename it, or save it as UTF-8 text.\n',
    });
  });

  it('counts the problems past the tenth', async () => {
    const names = Array.from({ length: 12 }, (_, index) => [`page-${index + 10}.md`, '\0'] as const);
    const { stderr } = await run(['--data', await folderOf(Object.fromEntries(names)), 'terms']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toMatch(/^page-10\.md:1: /);
    expect(lines[10]).toBe('… and 2 more problems.');
  });
});

describe('secterm with settings', () => {
  it('reads the folders of SECTERM_DATA', async () => {
    const garden = await folderOf(GARDEN);
    const { stdout } = await run(['terms'], { env: { SECTERM_DATA: `${KITCHEN},green=${garden}` } });
    expect(stdout).toBe('Whisk kitchen.md:3\nStanding Mixer (SM) kitchen.md:9\nSpade garden.md:3\n');
  });

  it('says that a folder of SECTERM_DATA does not exist, and serves the rest', async () => {
    const missing = join(KITCHEN, 'cellar');
    expect(await run(['whisk'], { env: { SECTERM_DATA: `${missing},${KITCHEN}` } })).toEqual({
      code: 0,
      stdout: WHISK,
      stderr: `${missing}:1: Cannot read the folder "${missing}": it does not exist; check the path.\n`,
    });
  });

  it('says everything that is wrong with them at once, and exits with 2', async () => {
    const env = { SECTERM_DATA: 'a,,b', LOG_LEVEL: 'loud', SECTERM_DATE: 'x' };
    const { code, stdout, stderr } = await run(['whisk'], { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^SECTERM_DATA: .+\nLOG_LEVEL: .+\nSECTERM_DATE: .+\n$/);
  });

  it('reads .env in the working folder, which the environment overrides', async () => {
    const cwd = await folderOf({
      '.env': 'SECTERM_DATA=wiki\nLOG_LEVEL=silent\n',
      'wiki/garden.md': GARDEN['garden.md'],
    });
    expect((await run(['terms'], { cwd })).stdout).toBe('Spade garden.md:3\n');
    expect((await run(['terms'], { cwd, env: { SECTERM_DATA: KITCHEN } })).stdout).toContain('Whisk');
  });

  it('logs on the error stream, and never what was asked', async () => {
    const { code, stdout, stderr } = await run([...IN_KITCHEN, 'whisk'], { env: { LOG_LEVEL: 'trace' } });
    expect({ code, stdout }).toEqual({ code: 0, stdout: WHISK });
    expect(objects(stderr)).toMatchObject([{ msg: 'glossary loaded', pages: 1, terms: 2, problems: 0 }]);
    expect(stderr).not.toContain('whisk');
  });

  it('keeps its cache in XDG_CACHE_HOME', async () => {
    const cache = await folderOf({});
    await run([...IN_KITCHEN, 'whisk'], { env: { XDG_CACHE_HOME: cache } });
    expect(await readdir(join(cache, 'secterm'))).toEqual([expect.stringMatching(/^pages-.+\.json$/)]);
  });

  it('answers where no cache can be kept', async () => {
    const env = { XDG_CACHE_HOME: '/dev/null/cache' };
    expect(await run([...IN_KITCHEN, 'whisk'], { env })).toEqual({ code: 0, stdout: WHISK, stderr: '' });
  });

  it.each(['--version', '--help'])('needs none for %s', async flag => {
    const { code, stdout, stderr } = await run([flag], { env: { LOG_LEVEL: 'loud' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });
});

describe('secterm terms and help', () => {
  const WORDS = { 'words.md': '# Words\n\n## Terms\n\nTerms are the words that a team agrees on.\n' };

  it.each([{ args: ['terms', '--json'] }, { args: ['--json', 'terms'] }])(
    'lists every term as JSON: $args',
    async ({ args }) => {
      const { code, stdout, stderr } = await run([...IN_KITCHEN, ...args]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual([
        {
          name: 'Whisk',
          aliases: [],
          page: 'kitchen.md',
          line: 3,
          definition: 'A whisk is a tool that beats air into cream.',
          facets: ['Use Cases'],
        },
        {
          name: 'Standing Mixer',
          aliases: ['SM'],
          page: 'kitchen.md',
          line: 9,
          definition: 'A standing mixer is a machine that stirs dough.',
          facets: [],
        },
      ]);
    },
  );

  it('refuses what "terms" does not take', async () => {
    expect(await run([...IN_KITCHEN, 'terms', 'of', 'service'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'secterm: "terms" takes only --json, not "of". To ask about terms: secterm ask terms of\n',
    });
  });

  it('lists what can be asked and the commands of the operator', async () => {
    const { code, stdout, stderr } = await run([...IN_KITCHEN, 'help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^- compare A vs B /m);
    expect(stdout).toMatch(/^Only in the terminal:\n- help: .+\n- terms \[--json\]: .+\n/m);
  });

  it('answers a term called "terms" and mentions the command', async () => {
    expect(await run(['--data', await folderOf(WORDS), 'terms'])).toEqual({
      code: 0,
      stdout: `Terms

Terms are the words that a team agrees on.

Source: words.md:5 › Terms

"terms" is a command as well: "secterm terms --" runs it.
`,
      stderr: '',
    });
  });

  it('runs the command as the mention says, though a term is called "terms"', async () => {
    const words = await folderOf(WORDS);
    expect((await run(['--data', words, 'terms', '--'])).stdout).toBe('Terms words.md:3\n');
    expect(JSON.parse((await run(['--data', words, 'terms', '--json'])).stdout)).toEqual([
      {
        name: 'Terms',
        aliases: [],
        page: 'words.md',
        line: 3,
        definition: 'Terms are the words that a team agrees on.',
        facets: [],
      },
    ]);
  });
});

describe('secterm on a wiki that means harm', () => {
  const ESC = '\u001b';
  const HARM = {
    'lock.md': `---
url: "https://example.com/\\e[31m\\x9b31m"
---
# Lock${ESC}]0;owned\u0007

## Pad${ESC}lock (PL)

A padlock ${ESC}[31mis a \`lo${ESC}[2Jck\` with **a sha\u009b31mckle**, see [the${ESC}[5m page](https://example.com/%1b${ESC}).

- **Use Cases${ESC}[1m**: Gates\u0007 and \u202edoors\u0008.

| Aspect${ESC} | Padlock | Door${ESC}[7m Chain |
| --- | --- | --- |
| We\u007fight | hea${ESC}[31mvy | light |
`,
    [`binary${ESC}[31m\u009b31m.md`]: '\0',
    [`key${ESC}[31m\u009b31m.md`]: '# Key\n\nA key is a tool that opens a lock.\n',
  };

  it.each([
    { args: ['padlock'] },
    { args: ['key'] },
    { args: ['use cases of padlock'] },
    { args: ['padlock vs key'] },
    { args: ['list'] },
    { args: ['terms'] },
    { args: ['terms', '--json'] },
    { args: ['--json', 'padlock'] },
    { args: ['--json', 'key'] },
    { args: [] },
  ])('prints none of its control characters for $args', async ({ args }) => {
    const { code, stdout, stderr } = await run(['--data', await folderOf(HARM), ...args]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/padlock|key|lock/i);
    expectNoControls(stdout);
    expect(stdout).not.toMatch(OVERRIDES);
    expect(stderr).toContain('holds binary data');
    expectNoControls(stderr);
  });
});

/** `script` of util-linux makes the pseudo-terminal; that of BSD and macOS takes other options. */
const hasPseudoTerminal = /util-linux/.test(String(spawnSync('script', ['--version']).stdout ?? ''));
describe('secterm on a terminal', () => {
  beforeEach(({ skip }) => skip(!hasPseudoTerminal, 'there is no `script` of util-linux to make a terminal'));

  it('prompts, answers a term, then the number of a choice, and ends at Ctrl-D', async () => {
    const { code, stdout } = await converse(['whisk\n', '1\n', CTRL_D], IN_KITCHEN, {
      env: { NO_COLOR: '1' },
    });
    expect(code).toBe(0);
    const [greeting, ...rest] = withoutCursorMoves(stdout).split('\n');
    // A slow machine shows how far reading is before it.
    expect(greeting).toMatch(/secterm: 2 terms from 1 page\..*Ctrl-D ends\.$/);
    expect(rest.join('\n')).toBe(`
secterm> whisk

Whisk

A whisk is a tool that beats air into cream.

Source: kitchen.md:5 › Whisk

Type a number: 1 Use Cases

secterm> 1

Whisk

Use Cases:
- Meringue and foam.

Source: kitchen.md:7 › Whisk

Type a number: 1 Whisk

secterm> 
`);
  });

  it.each([
    { what: 'exit', texts: ['exit\n'] },
    { what: 'QUIT', texts: ['QUIT\n'] },
    { what: 'Ctrl-C', texts: [CTRL_C] },
    { what: 'Ctrl-C in a half-typed line', texts: [`whi${CTRL_C}`] },
    { what: 'Ctrl-D after an empty line', texts: ['\n', CTRL_D] },
  ])('ends with 0 at $what', async ({ texts }) => {
    const { code, stdout } = await converse(texts, IN_KITCHEN);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(STACK_TRACE);
  });

  it('says which numbers there are, and keeps the choices', async () => {
    const { stdout } = await converse(['whisk\n', '7\n', CTRL_D], IN_KITCHEN, { env: { NO_COLOR: '1' } });
    expect(stdout).toContain('There is no choice 7; type a number from 1 to 1.');
  });

  it('understands a text by the one before it', async () => {
    const { stdout } = await converse(['whisk\n', 'and its use cases?\n', CTRL_D], IN_KITCHEN);
    expect(stdout).toContain('- Meringue and foam.\n');
  });

  it('completes a name with Tab', async () => {
    const { stdout } = await converse(['stand\t', '\n', CTRL_D], IN_KITCHEN, { env: { NO_COLOR: '1' } });
    expect(stdout).toContain('A standing mixer is a machine that stirs dough.\n');
  });

  it('answers lines that are pasted at once, each once', async () => {
    const { code, stdout } = await converse(['whisk\nsm\n', '', CTRL_D], IN_KITCHEN);
    expect(code).toBe(0);
    expect(stdout.match(/^A (?:whisk|standing mixer) is /gm)).toEqual([
      'A whisk is ',
      'A standing mixer is ',
    ]);
  });

  it('answers a text that is given as an argument without a prompt', async () => {
    const { code, stdout } = await converse([], [...IN_KITCHEN, 'whisk'], { env: { NO_COLOR: '1' } });
    expect({ code, stdout }).toEqual({ code: 0, stdout: WHISK });
  });

  it('has colours', async () => {
    const { stdout } = await converse([], [...IN_KITCHEN, 'whisk']);
    expect(stdout).toContain('\u001b[1mWhisk\u001b[22m\n');
    expect(stdout).toContain('\u001b[2mSource: kitchen.md:5 › Whisk\u001b[22m\n');
  });

  it.each([
    { what: 'NO_COLOR', env: { NO_COLOR: '1' } },
    { what: 'TERM=dumb', env: { TERM: 'dumb' } },
  ])('has no colours with $what', async ({ env }) => {
    const { code, stdout } = await converse(['whisk\n', CTRL_D], IN_KITCHEN, { env });
    expect(code).toBe(0);
    expect(stdout).toContain('A whisk is a tool');
    expect(withoutCursorMoves(stdout)).not.toContain('\u001b');
  });

  it.each([
    { columns: 40, longest: 40 },
    { columns: 80, longest: 80 },
    { columns: 300, longest: 100 },
    { columns: 0, longest: 80 },
  ])('wraps lines for $columns columns at $longest', async ({ columns, longest }) => {
    const wiki = await folderOf({
      'sea.md': `# Sea\n\n## Tide\n\nA tide is ${'the rise and the fall of the sea and '.repeat(20)}more.\n`,
    });
    const { code, stdout } = await converse([], ['--data', wiki, 'tide'], {
      columns,
      env: { NO_COLOR: '1' },
    });
    expect(code).toBe(0);
    const widest = Math.max(...stdout.split('\n').map(line => line.length));
    expect(widest).toBeLessThanOrEqual(longest);
    expect(widest).toBeGreaterThan(longest - 5);
  });
});

describe('secterm without a terminal', () => {
  it('has no colours, whatever the environment says of some', async () => {
    const env = { TERM: 'xterm-256color', FORCE_COLOR: '1', COLORTERM: 'truecolor' };
    expect(await run([...IN_KITCHEN, 'whisk'], { env })).toEqual({ code: 0, stdout: WHISK, stderr: '' });
    expectNoControls((await run(IN_KITCHEN, { env })).stdout);
  });
});

/** Drops how readline draws its prompt: to the first column, clear, to the column after the prompt. */
function withoutCursorMoves(text: string): string {
  return text.replaceAll('\u001b[1G\u001b[0J', '').replaceAll('\u001b[10G', '');
}

function expectNoControls(text: string): void {
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
}

/** The objects of JSON lines. */
function objects(lines: string): Record<string, unknown>[] {
  return lines
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
}
