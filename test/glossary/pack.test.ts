import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemblePacked } from '../../src/glossary/assemble.ts';
import { buildGlossary } from '../../src/glossary/build.ts';
import { draftPages } from '../../src/glossary/draft-pages.ts';
import { type PackedPage, pack } from '../../src/glossary/pack.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { readFolder } from '../../src/sources/folder.ts';

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
    expect(assemblePacked(sent(draftPages(read).map(pack)))).toEqual(buildGlossary(read));
  });

  it('lose nothing of a page that has everything', () => {
    const read = [readPage({ path: 'ships/galley.md', collection: 'wiki', text: FULL })];
    const glossary = buildGlossary(read);
    expect(glossary.comparisons).toHaveLength(1);
    expect(glossary.relations).toHaveLength(1);
    expect(glossary.groups.length).toBeGreaterThan(0);
    expect(glossary.problems).toHaveLength(1);
    expect(assemblePacked(sent(draftPages(read).map(pack)))).toEqual(glossary);
  });

  it('name the folder of each place where there are several', () => {
    const read = ['one', 'two'].map(collection =>
      readPage({ path: 'mast.md', collection, text: '# Mast\n\nA mast is a pole.\n' }),
    );
    const { terms } = assemblePacked(sent(draftPages(read).map(pack)));
    expect(terms.map(({ place }) => place.collection)).toEqual(['one', 'two']);
    expect(terms[0]?.definition?.place.collection).toBe('one');
  });
});

/** As another process gets it. */
function sent(pages: readonly PackedPage[]): readonly PackedPage[] {
  return JSON.parse(JSON.stringify(pages));
}
