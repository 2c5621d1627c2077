import { describe, expect, it } from 'vitest';
import { plain } from '../../src/glossary/rich.ts';
import { linesWith } from '../../src/language/text-names.ts';
import { glossaryOf } from '../fixtures/load.ts';

const GLOSSARY = glossaryOf(`# Kitchen

## Oven

An oven is a box that bakes. Each QA of the bakery tests one.

- **Upkeep**: Clean the crème tray with hot water.
- Two trays fit in, which bakers call W^X.

## Tray

A tray is a flat plate for the oven.
`);

const found = (phrase: string) => [...linesWith(phrase, GLOSSARY)].map(({ point }) => plain(point.text));

describe('linesWith()', () => {
  it.each([
    [
      'trays',
      [
        'Clean the crème tray with hot water.',
        'Two trays fit in, which bakers call W^X.',
        'A tray is a flat plate for the oven.',
      ],
    ],
    ['creme tray', ['Clean the crème tray with hot water.']],
    ['QAs', ['An oven is a box that bakes. Each QA of the bakery tests one.']],
    ['W^X', ['Two trays fit in, which bakers call W^X.']],
    ['hot tray', []],
    ['the', []],
    ['whisk', []],
  ])('finds the lines that have “%s”, in whichever form', (phrase, lines) => {
    expect(found(phrase)).toEqual(lines);
  });
});
