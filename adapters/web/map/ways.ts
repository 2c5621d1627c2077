import type { Attributes } from '@viz-js/viz';

/** Some boxes around one; some large ones with room between them; or many, as near to each other as they go. */
export type Form = 'around' | 'spread' | 'dense';

/** A way to find places, for Graphviz: https://graphviz.org/doc/info/attrs.html */
export interface Way {
  readonly engine: 'neato' | 'dot';
  readonly graph: Attributes;
  /** How long a line wants to be, in pixels. */
  readonly reach: number;
  /** Whether lines without a direction may join boxes of one layer. */
  readonly isFlat?: true;
}

const AROUND = { overlap: 'false', splines: 'true', sep: '+16,14', esep: '+6' } as const;
const DENSE = {
  overlap: 'vpsc',
  splines: 'true',
  sep: '+13,10',
  esep: '+5',
  pack: '16',
  packmode: 'node',
} as const;

const LAYERS = { rankdir: 'LR', ranksep: '.3', nodesep: '.13' } as const;

/** Tried on the terms and subjects of the bundled glossary, and of wikis up to 5,800 terms, for what one can follow. */
export const WAYS: Readonly<Record<Form, readonly Way[]>> = {
  around: [
    { engine: 'neato', graph: AROUND, reach: 140 },
    { engine: 'neato', graph: AROUND, reach: 110 },
    { engine: 'neato', graph: DENSE, reach: 130 },
  ],
  spread: [
    { engine: 'neato', graph: DENSE, reach: 260 },
    { engine: 'neato', graph: DENSE, reach: 180 },
    { engine: 'neato', graph: DENSE, reach: 120 },
  ],
  dense: [
    { engine: 'dot', graph: LAYERS, reach: 0 },
    { engine: 'dot', graph: LAYERS, reach: 0, isFlat: true },
    { engine: 'neato', graph: DENSE, reach: 110 },
    { engine: 'neato', graph: DENSE, reach: 80 },
    { engine: 'neato', graph: DENSE, reach: 55 },
  ],
};
