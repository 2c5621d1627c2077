import { describe, expect, it } from 'vitest';
import { splitLabel } from '../../src/glossary/labels.ts';
import { readOutline } from '../../src/glossary/outline.ts';
import { plain } from '../../src/glossary/rich.ts';

function split(markdown: string) {
  const [block] = readOutline(markdown).root.blocks;
  if (block?.kind !== 'item') throw new TypeError('Expected a bullet');
  const labelled = splitLabel(block.item);
  return labelled && [labelled.label, labelled.strong, plain(labelled.text)];
}

describe('splitLabel()', () => {
  it.each([
    ['- **Portability**: runs anywhere', ['Portability', true, 'runs anywhere']],
    ['- **Portability:** runs anywhere', ['Portability', true, 'runs anywhere']],
    ['- **TTL** (Time to Live): how long it is kept', ['TTL (Time to Live)', true, 'how long it is kept']],
    ['- **Salt** – a random value', ['Salt', true, 'a random value']],
    ['- Definition: a group of **machines**', ['Definition', false, 'a group of machines']],
    ['- Types\n  - one', ['Types', false, '']],
    ['- **Share the kernel**, which is cheap', null],
    ['- A plain statement.', null],
    ['- See https://example.org/a for more', null],
    ['- One. Two: three', null],
  ])('splits %j', (markdown, expected) => {
    expect(split(markdown)).toEqual(expected);
  });
});
