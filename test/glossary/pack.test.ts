import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/glossary/assemble.ts';
import { buildGlossary } from '../../src/glossary/build.ts';
import type { PageDrafts } from '../../src/glossary/draft.ts';
import { draftPages } from '../../src/glossary/draft-pages.ts';
import { pack, unpack } from '../../src/glossary/pack.ts';
import { type ReadPage, readPage } from '../../src/glossary/read-page.ts';
import { readFolder } from '../../src/sources/folder.ts';
import { atOnce } from '../../src/steps.ts';

/** A page of everything that can be packed: styles, links, tables of both kinds, relations, groups and faults. */
const FULL = `---
aliases: [galley gear]
url: https://wiki.example/galley
tags: ships
titel: Galley
---

# Galley

The galley is the **kitchen** of a [ship](https://ships.example), with \`pots\`.

## Pots

### Copper Pot (CP)

A copper pot is a pot that *heats* evenly.

- **Advantages**:
  - **Speed**: it is [quick](https://quick.example)
    - in summer, too
- Plain words.

### Iron Pot

An iron pot is a pot that lasts.

## Comparison

| Aspect | Copper Pot | Iron Pot |
| --- | --- | --- |
| Weight | light | **heavy** |
| Price | | low |

## Copper Pot and Iron Pot

Both hang from the same hook.
`;

describe('pack() and unpack()', () => {
  it.each(['data', 'test/fixtures/wiki'])('lose nothing of %s', async folder => {
    const { pages } = await readFolder({ name: 'wiki', path: join(import.meta.dirname, '../..', folder) });
    expect(pages.length).toBeGreaterThan(3);
    const read = pages.map(readPage);
    expect(atOnce(assemble(sent(read, null)))).toEqual(buildGlossary(read));
  });

  it('lose nothing of a page that has everything', () => {
    const read = [readPage({ path: 'ships/galley.md', collection: 'wiki', text: FULL })];
    const glossary = buildGlossary(read);
    expect(glossary.comparisons).toHaveLength(1);
    expect(glossary.relations).toHaveLength(1);
    expect(glossary.groups.length).toBeGreaterThan(0);
    expect(glossary.problems).toHaveLength(1);
    expect(atOnce(assemble(sent(read, null)))).toEqual(glossary);
  });

  it('give places the folder that they are told', () => {
    const read = [readPage({ path: 'mast.md', collection: 'deck', text: '# Mast\n\nA mast is a pole.\n' })];
    const [term] = atOnce(assemble(sent(read, 'deck'))).terms;
    expect(term?.place.collection).toBe('deck');
    expect(term?.definition?.place.collection).toBe('deck');
    expect(atOnce(assemble(sent(read, null))).terms[0]?.place.collection).toBeNull();
  });
});

/** As another process gets the drafts of some pages. */
function sent(read: readonly ReadPage[], collection: string | null): PageDrafts[] {
  return draftPages(read).map(page => unpack(JSON.parse(JSON.stringify(pack(page))), collection));
}
