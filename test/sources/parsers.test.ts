import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PageFile } from '../../src/glossary/glossary.ts';
import { oneParser, type Parsers, parserThreads } from '../../src/sources/parsers.ts';

const OTHERS = { recurring: new Set<string>(), setsTermsApart: false };

const FILES: readonly PageFile[] = Array.from({ length: 35 }, (_, at) => ({
  path: `tool-${at}.md`,
  collection: 'wiki',
  text: `# Tool ${at}\n\nA tool that cuts ${at} boards.\n\n## Blade ${at}\n\nA steel part.\n`,
}));

/** What some parsers find on all pages, round by round, and how often they tell. */
async function found(parsers: Parsers) {
  let told = 0;
  const tell = () => {
    told += 1;
  };
  const headings = await parsers.find({ kind: 'headings', files: FILES, others: OTHERS }, tell);
  const evidence = await parsers.find({ kind: 'evidence', files: FILES, others: OTHERS }, tell);
  const some = FILES.slice(5, 20);
  const pages = await parsers.find({ kind: 'page', files: some, others: OTHERS }, tell);
  await parsers.end();
  return { headings, evidence, pages, told };
}

/** Threads that run a script of their own. */
async function threadsOf(script: string): Promise<Parsers> {
  const folder = await mkdtemp(join(tmpdir(), 'secterm-thread-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'thread.mjs');
  await writeFile(file, script);
  const parsers = parserThreads(2, pathToFileURL(file));
  onTestFinished(() => parsers.end());
  return parsers;
}

describe('parserThreads()', () => {
  it('finds in threads what one parser finds, in the order of the files', async () => {
    const one = await found(oneParser());
    expect(one.headings.map(([name]) => name)).toEqual(FILES.map((_, at) => `tool ${at}`));
    expect(one.told).toBe(2 * FILES.length + 15);
    expect(await found(parserThreads(3))).toEqual(one);
  });

  it.each([
    ['throws', "throw new Error('no steel');", /no steel/],
    [
      'ends in the midst of its work',
      "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => process.exit(7));",
      /ended with 7/,
    ],
    [
      'says what cannot be read',
      "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => parentPort.postMessage(null));",
      /nonsense/,
    ],
  ])('rejects where a thread %s', async (_, script, message) => {
    const parsers = await threadsOf(script);
    const asking = parsers.find({ kind: 'headings', files: FILES, others: OTHERS }, () => {});
    await expect(asking).rejects.toThrow(message);
  });
});
