import { glob, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { clip } from '../../../adapters/chat/cut.ts';
import { LIMITS } from '../../../adapters/slack/limits.ts';

/** The comment above a field of an interface in @slack/types, also when a part of the interface declares it. */
async function commentOf(field: string): Promise<string> {
  const [owner = '', name = ''] = field.split('.');
  const folder = new URL('../../../node_modules/@slack/types/dist/', import.meta.url).pathname;
  for await (const file of glob('**/*.d.ts', { cwd: folder })) {
    const text = await readFile(`${folder}${file}`, 'utf8');
    const start = text.search(new RegExp(`interface ${owner}\\b`));
    if (start < 0) continue;
    const body = text.slice(start, text.indexOf('\n}', start));
    const at = body.search(new RegExp(`^    ${name}\\??:`, 'm'));
    if (at >= 0) return body.slice(body.lastIndexOf('/**', at), at);
  }
  return '';
}

const stated = Object.entries(LIMITS).flatMap(([name, limit]) =>
  'types' in limit ? [{ name, types: limit.types, most: limit.most }] : [],
);

describe('LIMITS', () => {
  it.each(stated)('$name is what @slack/types says of $types', async ({ types, most }) => {
    const numbers = [...(await commentOf(types)).matchAll(/\d[\d,]*/g)].map(([text]) =>
      Number(text.replace(',', '')),
    );
    expect(numbers).toContain(most);
  });

  it('compares most of the limits with @slack/types', () => {
    expect(stated.length).toBeGreaterThan(Object.keys(LIMITS).length / 2);
  });
});

describe('clip()', () => {
  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['abcd😀fg', 6, 'abcd…'],
  ])('cuts %j at %i to %j', (text, most, cut) => {
    expect(clip(text, { most })).toBe(cut);
  });
});
