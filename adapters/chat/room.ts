import type { Choice, Part } from '../../src/replies/reply.ts';

/** What one message of a platform holds. Lengths are in characters as they are sent, escapes included. */
export interface Room {
  /** Facts and sources of a message, as plain text. */
  readonly text: number;
  /** One piece of a fact; a message holds at least three. */
  readonly piece: number;
  /** One table, as plain text. */
  readonly table: number;
  readonly rowsOfTable: number;
  readonly tables: number;
  /** Blocks, components: whatever the platform counts. */
  readonly blocks: number;
  /** Sources up to this length stand on every page. */
  readonly sources: number;
  /** The most blocks that a part is drawn as, whatever the form. */
  readonly blocksOf: (part: Part) => number;
  /** Whether all choices can stand on every page. */
  readonly holdsChoices: (choices: readonly Choice[]) => boolean;
  /** A text as it is sent, so that nothing in it pings or formats. */
  readonly write: (text: string) => string;
}
