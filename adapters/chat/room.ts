import type { Rich } from '../../src/glossary/rich.ts';
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
  /** Characters that a text takes when it is sent, with escapes and, where they stand in it, the links' addresses. */
  readonly size: (text: Rich) => number;
  /** The same for a part, with all that is drawn around its texts. */
  readonly sizeOf: (part: Part) => number;
}
