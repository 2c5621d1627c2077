import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../adapters/terminal/arguments.ts';
import { WrongUse } from '../../../adapters/terminal/wrong-use.ts';

const ROOT = new URL('../../../', import.meta.url);

/** What the arguments are read as, and what reading them prints. */
async function read(...argv: string[]) {
  let printed = '';
  const stdout = { write: (text: string) => (printed += text) };
  const invocation = await readArguments(argv, { stdout }, ROOT);
  return { invocation, printed };
}

/** Without flags. */
const PLAIN = { words: [], json: false, data: [], heardAs: 'command', after: [], as: null };

describe('readArguments()', () => {
  it.each([
    { argv: [], invocation: {} },
    { argv: ['tls'], invocation: { words: ['tls'] } },
    { argv: ['what', 'is', 'tls?'], invocation: { words: ['what', 'is', 'tls?'] } },
    { argv: ['what is tls?'], invocation: { words: ['what is tls?'] } },
    { argv: [''], invocation: { words: [''] } },
    { argv: ['-'], invocation: { words: ['-'] } },
    { argv: ['-5'], invocation: { words: ['-5'] } },
    { argv: ['--json', 'tls'], invocation: { json: true, words: ['tls'] } },
    { argv: ['--json', '-'], invocation: { json: true, words: ['-'] } },
    { argv: ['--json'], invocation: { json: true } },
    { argv: ['--data', 'a'], invocation: { data: ['a'] } },
    { argv: ['--data=a', 'tls'], invocation: { data: ['a'], words: ['tls'] } },
    { argv: ['--data', 'a', '--data', 'b=c'], invocation: { data: ['a', 'b=c'] } },
    { argv: ['--data', '--json'], invocation: { data: ['--json'] } },
    {
      argv: ['--after', 'tls', '--after', 'and dns?', 'why?'],
      invocation: { after: ['tls', 'and dns?'], words: ['why?'] },
    },
    { argv: ['--heard-as', 'command', 'tls'], invocation: { words: ['tls'] } },
    { argv: ['--heard-as', 'mention', 'tls'], invocation: { heardAs: 'mention', words: ['tls'] } },
    { argv: ['--heard-as', 'channel', 'tls'], invocation: { heardAs: 'channel', words: ['tls'] } },
  ])('reads $argv', async ({ argv, invocation }) => {
    expect(await read(...argv)).toEqual({ invocation: { ...PLAIN, ...invocation }, printed: '' });
  });

  it.each([
    { argv: ['tls', '--json'], invocation: { words: ['tls', '--json'] } },
    { argv: ['terms', '--json'], invocation: { words: ['terms', '--json'] } },
    { argv: ['--json', 'tls', '--data', 'a'], invocation: { json: true, words: ['tls', '--data', 'a'] } },
    { argv: ['what', 'does', '-x', 'mean'], invocation: { words: ['what', 'does', '-x', 'mean'] } },
    { argv: ['tls', '--help'], invocation: { words: ['tls', '--help'] } },
    { argv: ['show', '--', '--data', 'a'], invocation: { words: ['show', '--', '--data', 'a'] } },
    { argv: ['', '--version'], invocation: { words: ['', '--version'] } },
  ])('takes flags after the first word for words: $argv', async ({ argv, invocation }) => {
    expect(await read(...argv)).toEqual({ invocation: { ...PLAIN, ...invocation }, printed: '' });
  });

  it.each([
    { argv: ['show', '--data', 'a', 'tls'], invocation: { data: ['a'], words: ['show', 'tls'] } },
    { argv: ['--data', 'a', 'terms', '--data=b'], invocation: { data: ['a', 'b'], words: ['terms'] } },
    {
      argv: ['export', '--format', 'csv', '--data', 'a'],
      invocation: { data: ['a'], words: ['export', '--format', 'csv'] },
    },
  ])('takes the folder after an operator’s command, too: $argv', async ({ argv, invocation }) => {
    expect(await read(...argv)).toEqual({ invocation: { ...PLAIN, ...invocation }, printed: '' });
  });

  it.each(['--help', '-h'])('says how a command is used: terms %s', async flag => {
    const { invocation, printed } = await read('terms', flag);
    expect(invocation).toBeNull();
    expect(printed).toMatch(/^Usage: secterm terms \[--json\] \[--data DIR\]\n\nList every term/);
  });

  it('says that a folder is missing after a command', async () => {
    await expect(read('terms', '--data')).rejects.toThrow(/--data needs a folder/);
  });

  it.each([
    { argv: ['--', '--json'], invocation: { words: ['--json'] } },
    { argv: ['--', '--help'], invocation: { words: ['--help'] } },
    { argv: ['--', '-x'], invocation: { words: ['-x'] } },
    { argv: ['--json', '--', '--data', 'a'], invocation: { json: true, words: ['--data', 'a'] } },
    { argv: ['--'], invocation: {} },
    { argv: ['terms', '--'], invocation: { words: ['terms', '--'] } },
  ])('ends the flags at "--": $argv', async ({ argv, invocation }) => {
    expect(await read(...argv)).toEqual({ invocation: { ...PLAIN, ...invocation }, printed: '' });
  });

  it.each([
    { argv: ['--jsn', 'tls'], message: /^secterm: unknown option '--jsn'\s+\(Did you mean --json\?\)/ },
    { argv: ['--colour'], message: /^secterm: unknown option '--colour'/ },
    { argv: ['-x', 'tls'], message: /^secterm: unknown option '-x'/ },
    { argv: ['--data'], message: /^secterm: .*--data <dir>.* argument missing/ },
    { argv: ['--after'], message: /^secterm: .*--after <text>.* argument missing/ },
    {
      argv: ['--heard-as', 'shout', 'tls'],
      message: /^secterm: .*--heard-as.*'shout'.*command, mention, channel/,
    },
  ])('refuses $argv and says what to do', async ({ argv, message }) => {
    const error: unknown = await read(...argv).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WrongUse);
    const text = error instanceof WrongUse ? error.message : '';
    expect(text).toMatch(message);
    expect(text).toContain('"secterm --help" lists the options; "--" ends them.');
  });

  it.each(['--version', '-V'])('prints the version for %s', async flag => {
    const { version } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8'));
    expect(await read(flag)).toEqual({ invocation: null, printed: `${version}\n` });
  });

  it.each(['--help', '-h'])('prints every option for %s', async flag => {
    const { invocation, printed } = await read(flag);
    expect(invocation).toBeNull();
    expect(printed).toMatch(/^Usage: secterm \[options\] \[text\.\.\.\]\n/);
    for (const option of [
      '--json',
      '--data <dir>',
      '--heard-as <how>',
      '--after <text>',
      '--version',
      '--help',
    ])
      expect(printed).toContain(option);
  });
});
