import type { Bot } from '../../../src/bot.ts';
import type { Term } from '../../../src/glossary/glossary.ts';
import type { Steps } from '../../../src/steps.ts';
import type { Shelf } from '../catalogue.ts';
import { prepareTies, tiesOf } from './ties.ts';

/** How many terms of one shelf are tied to terms of another, each pair of shelves once. */
export interface ShelfTie {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Counts the ties between shelves, but for those of terms that only stand under one heading. */
export function* shelfTies(
  bot: Pick<Bot, 'glossary'>,
  shelves: readonly Pick<Shelf, 'terms'>[],
): Steps<readonly ShelfTie[]> {
  yield* prepareTies(bot);
  const shelfOf = new Map<Term, number>();
  for (const [number, { terms }] of shelves.entries()) for (const term of terms) shelfOf.set(term, number);
  const counts = shelves.map(() => new Map<number, number>());
  for (const [term, from] of shelfOf) {
    for (const tie of tiesOf(bot, term)) {
      const to = shelfOf.get(tie.term);
      // Each tie is found from both of its ends.
      if (tie.kind === 'beside' || to === undefined || to <= from) continue;
      counts[from]?.set(to, (counts[from].get(to) ?? 0) + 1);
    }
    yield;
  }
  return counts.flatMap((row, from) => [...row].map(([to, count]) => ({ from, to, count })));
}
