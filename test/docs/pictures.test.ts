import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SURFACES } from '../../adapters/surfaces.ts';
import { PICTURES, pictureHashes, pictureId } from '../../docs/pictures/pictures.ts';
import { bundled } from '../adapters/slack/program.ts';

const ids = SURFACES.flatMap(({ name }) => PICTURES.map(picture => pictureId(name, picture)));
const taken: Readonly<Record<string, string>> = JSON.parse(readFileSync('docs/pictures/shown.json', 'utf8'));

describe('the pictures of docs/', () => {
  it('show what would be posted now; where one does not, "npm run pictures" takes it anew', async () => {
    const now = await pictureHashes(bundled);
    expect(ids.filter(id => taken[id] !== now[id])).toEqual([]);
    expect(Object.keys(taken).sort()).toEqual(ids.toSorted());
  });

  it('are there, each in the page of its platform, with a text for who cannot see it', () => {
    const files = readdirSync('docs/pictures').filter(name => name.endsWith('.png'));
    expect(files.sort()).toEqual(ids.map(id => `${id}.png`).sort());
    for (const { name } of SURFACES) {
      const page = readFileSync(`docs/${name}.md`, 'utf8');
      for (const picture of PICTURES)
        expect(page).toMatch(
          new RegExp(`!\\[[^\\]]{20,}\\]\\(pictures/${pictureId(name, picture)}\\.png\\)`),
        );
    }
  });

  it('stand in the README, two of them', () => {
    const shown = [...readFileSync('README.md', 'utf8').matchAll(/docs\/pictures\/([\w-]+)\.png/g)];
    expect(new Set(shown.map(([, id]) => id)).size).toBe(2);
    for (const [, id] of shown) expect(ids).toContain(id);
  });
});
