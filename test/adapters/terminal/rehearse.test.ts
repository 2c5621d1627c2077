import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from './run.ts';

/** Runs "secterm rehearse" on a file with these questions, on the bundled glossary. */
async function rehearse(questions: string, ...options: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'secterm-rehearse-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'questions.yaml');
  await writeFile(file, questions);
  const { code, stdout, stderr } = await run(['rehearse', file, ...options]);
  return { code, said: stdout.replace(/\s+/g, ' '), stdout, stderr };
}

describe('secterm rehearse', () => {
  it('ends with 0 when every question is answered as expected', async () => {
    const { code, said } = await rehearse(`
# What newcomers ask
- ask: what is a VM?
  term: Virtual Machines
  says: operating system
- ask: why would I pick a VM over a container?
  term: [Virtual Machines, containers]
- ask: and its downsides?
  after: clusters
  term: Clusters
- ask: who is on call?
  term: null
- ask: the vm is down again
  overheard: true
  term: null
- ask: what is a container?
  overheard: true
  term: Containers
`);
    expect(said).toContain('6 of 6 as expected.');
    expect(code).toBe(0);
  });

  it.each([
    ['- ask: containers\n  term: Clusters', '“Clusters” is not among “Containers”.'],
    ['- ask: flux capacitor\n  term: Flux Capacitor', 'The glossary has no term “Flux Capacitor”.'],
    ['- ask: containers\n  term: null', 'Nothing should answer it, but “Containers” does.'],
    ['- ask: containers\n  says: made of steel', 'It does not say “made of steel”.'],
    ['- ask: contai\n  term: Containers', '“Containers” is only offered, beside others.'],
    [
      '- ask: containers are fine\n  overheard: true\n  term: Containers',
      'It would keep silent in a channel.',
    ],
  ])('ends with 1 and says what is not as expected: %j', async (question, says) => {
    const { code, said } = await rehearse(`# one\n${question}\n`);
    expect(said).toContain('questions.yaml:2');
    expect(said).toContain(says);
    expect(said).toContain('0 of 1 as expected.');
    expect(code).toBe(1);
  });

  it('gives the same as JSON', async () => {
    const { code, stdout } = await rehearse('- ask: containers\n  term: Clusters\n', '--json');
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({
        line: 1,
        ask: 'containers',
        intent: 'define',
        failures: [expect.any(String)],
      }),
    ]);
    expect(code).toBe(1);
  });

  it.each([
    ['hello', 'holds no list of questions'],
    ['', 'holds no list of questions'],
    ['- term: Containers', 'questions.yaml:1: “ask”: is missing.'],
    ['- ask: x\n- ask: y\n  term: Z', 'questions.yaml:1: give “term”, “says” or both'],
    ['- ask: x\n  terms: Y', 'questions.yaml:1:'],
    ['- ask: x\n  term: 3', 'questions.yaml:1: “term”: is neither a text nor a list of texts.'],
    ['- ask: "x\n- ask: y', 'questions.yaml:2: Missing closing "quote.'],
  ])('ends with 2 and names what is wrong with the file: %j', async (questions, says) => {
    const { code, stderr, stdout } = await rehearse(questions);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it.each([
    [['rehearse'], 'takes one file of questions'],
    [['rehearse', 'a', 'b'], 'takes one file of questions'],
    [['rehearse', '/nowhere/to/be/found'], '(ENOENT)'],
  ])('ends with 2 for %j', async (args, says) => {
    const { code, stderr } = await run(args);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
  });
});
