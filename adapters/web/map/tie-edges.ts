import type { Bot } from '../../../src/bot.ts';
import type { Term } from '../../../src/glossary/glossary.ts';
import type { Steps } from '../../../src/steps.ts';
import { EDGE_OF, type Edge } from './edge.ts';
import { prepareTies, type Tie, tiesOf } from './ties.ts';

/** A line for a tie. */
export interface TieEdge extends Edge {
  readonly strength: number;
}

/** The lines between some terms, given in the order of their boxes: at most one for each pair. */
export function* tieEdges(bot: Pick<Bot, 'glossary'>, terms: readonly Term[]): Steps<readonly TieEdge[]> {
  yield* prepareTies(bot);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const edges: TieEdge[] = [];
  for (const [from, term] of terms.entries()) {
    for (const tie of tiesOf(bot, term)) {
      const to = numbers.get(tie.term);
      if (to !== undefined && to > from) edges.push(edgeOf(tie, from, to));
    }
    yield;
  }
  return edges;
}

function edgeOf({ kind, term, strength, statements }: Tie, from: number, to: number): TieEdge {
  const edge = { kind: EDGE_OF[kind], strength, width: null };
  if (edge.kind !== 'names') return { ...edge, from, to, arrows: 'none' };
  const isNamed = statements.some(passage => passage.term !== term);
  const names = statements.some(passage => passage.term === term);
  if (isNamed && names) return { ...edge, from, to, arrows: 'both' };
  return isNamed ? { ...edge, from, to, arrows: 'to' } : { ...edge, from: to, to: from, arrows: 'to' };
}

/** Those lines that are among the strongest few of one of their ends, so that one can follow them. */
export function strongest<E extends TieEdge>(edges: readonly E[], most: number): readonly E[] {
  const counts = new Map<number, number>();
  return edges
    .toSorted((a, b) => b.strength - a.strength)
    .filter(({ from, to }) => {
      const [atFrom, atTo] = [counts.get(from) ?? 0, counts.get(to) ?? 0];
      counts.set(from, atFrom + 1);
      counts.set(to, atTo + 1);
      return Math.min(atFrom, atTo) < most;
    });
}
