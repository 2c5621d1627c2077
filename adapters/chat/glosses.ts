import { NOTICES } from '../../src/replies/notices.ts';
import type { Phrased } from '../../src/replies/reply.ts';
import { labelsOf, paginate } from './pages.ts';
import type { Room } from './room.ts';

/** The glosses of a text, spread over messages. */
interface Spread {
  /** How many of the reply's pages are shown. */
  readonly pages: number;
  /** What the last message offers instead of further pages; null where there are none. */
  readonly left: Phrased | null;
}

/** Spreads glosses over at most so many messages; where they do not fit, the last one offers the terms that are left. */
export function spreadGlosses(reply: Phrased, room: Room, most: number): Spread {
  const pages = paginate(reply, room);
  if (pages.length <= most) return { pages: pages.length, left: null };
  const told = new Set(pages.slice(0, most - 1).flatMap(({ parts }) => parts.flatMap(labelsOf)));
  return {
    pages: most - 1,
    left: NOTICES.unexplained(reply.choices.filter(({ label }) => !told.has(label))),
  };
}
