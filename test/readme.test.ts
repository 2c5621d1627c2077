import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { NAMES } from '../adapters/env.ts';
import { OPERATOR_COMMANDS } from '../adapters/terminal/commands/index.ts';
import { COMMANDS } from '../src/language/commands.ts';
import { run } from './adapters/terminal/run.ts';

const readme = await readFile('README.md', 'utf8');
const reference = await readFile('docs/reference.md', 'utf8');

/** Each command of the README's transcript with what is printed below it. */
function transcript(): { text: string; printed: string }[] {
  const block = /```console\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  return block
    .split(/^\$ npx secterm /m)
    .slice(1)
    .map(part => {
      const [command = '', ...lines] = part.split('\n');
      return { text: command.replace(/^"|"$/g, ''), printed: lines.join('\n').trim() };
    });
}

describe('README', () => {
  it('shows in its transcript what the program prints', async () => {
    expect(transcript().length).toBeGreaterThanOrEqual(2);
    for (const { text, printed } of transcript()) {
      const { stdout } = await run([text]);
      expect(stdout.trim()).toBe(printed);
    }
  });

  it('has the table of commands that the code has', () => {
    const rows = COMMANDS.map(
      ({ name, usage, summary }) => `| \`${`${name} ${usage}`.trim()}\` | ${summary} |`,
    );
    const table = ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
    const written = /<!-- commands[^>]*-->\n([\s\S]*?)\n<!-- \/commands -->/.exec(readme)?.[1];
    expect(written).toBe(table);
  });

  it('names every setting, every operator command and both commands to start', () => {
    for (const name of NAMES) expect(readme).toContain(`\`${name}\``);
    for (const { usage } of OPERATOR_COMMANDS) expect(readme).toContain(usage);
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
    expect(readme.split('\n').length).toBeLessThan(120);
  });
});

describe('docs/reference.md', () => {
  it('explains every field of the JSON', async () => {
    const { stdout } = await run(['--json', 'containers']);
    for (const field of Object.keys(JSON.parse(stdout))) expect(reference).toContain(`\`${field}\``);
  });
});
