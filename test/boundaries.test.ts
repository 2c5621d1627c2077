import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

async function sources(pattern: string): Promise<[string, string][]> {
  const files: string[] = [];
  for await (const file of glob(pattern)) files.push(file);
  return Promise.all(
    files.sort().map(async file => [file, await readFile(file, 'utf8')] as [string, string]),
  );
}

const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1] ?? '');

describe('the core (src)', () => {
  it('imports no chat SDK, no adapter, and reads neither environment nor clock', async () => {
    const files = await sources('src/**/*.ts');
    expect(files.length).toBeGreaterThan(30);
    for (const [file, text] of files) {
      for (const name of importsOf(text))
        expect(name, file).not.toMatch(/@slack\/|discord|adapters\/|commander|pino|dotenv/);
      expect(text, file).not.toMatch(/process\.env|Date\.now|new Date|Math\.random/);
    }
  });

  it('does input and output in src/sources alone', async () => {
    for (const [file, text] of await sources('src/**/*.ts')) {
      if (file.startsWith('src/sources/')) continue;
      for (const name of importsOf(text)) expect(name, file).not.toMatch(/^node:/);
    }
  });

  it('flows one way: glossary, language, answers, replies', async () => {
    const order = ['glossary', 'language', 'answers', 'replies'];
    /** Folding names and words, telling everyday words apart and counting edits is shared by reading pages and reading questions. */
    const shared = /language\/(?:normalise|function-words|distance|stem)\.ts$/;
    for (const [file, text] of await sources('src/*/*.ts')) {
      const own = order.indexOf(file.split('/')[1] ?? '');
      if (own < 0) continue;
      for (const name of importsOf(text)) {
        const other = order.indexOf(/\.\.\/(\w+)\//.exec(name)?.[1] ?? '');
        if (!shared.test(name)) expect(other, `${file} imports ${name}`).toBeLessThanOrEqual(own);
      }
    }
  });
});

describe('the chat platforms (adapters)', () => {
  it('keep their SDK in their own folder', async () => {
    for (const [file, text] of await sources('{src,adapters,bench}/**/*.ts')) {
      if (!file.startsWith('adapters/slack/'))
        for (const name of importsOf(text)) expect(name, file).not.toMatch(/^@slack\//);
      if (!file.startsWith('adapters/discord/'))
        for (const name of importsOf(text)) expect(name, file).not.toMatch(/^discord/);
    }
  });

  it('load their SDK only when they run: what main.ts loads at once imports types alone', async () => {
    const loaded = new Set<string>();
    const visit = async (file: string) => {
      if (loaded.has(file)) return;
      loaded.add(file);
      const text = await readFile(file, 'utf8');
      const statics = [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)];
      for (const [, name = ''] of statics) {
        expect(name, file).not.toMatch(/^@slack\/|^discord|^undici$|^zod$|^pino$/);
        if (name.startsWith('.')) await visit(join(dirname(file), name));
      }
    };
    await visit('adapters/main.ts');
    expect([...loaded]).toContain('adapters/slack/index.ts');
    expect(loaded.size).toBeGreaterThan(20);
  });
});
