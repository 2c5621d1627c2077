import type { Room } from '../chat/room.ts';
import { LIMITS } from './limits.ts';
import { markdown } from './markdown.ts';

/** Choices that fit beside the text: ten buttons in two rows and two menus, of 40 components. */
const MOST_CHOICES = 10 + 2 * LIMITS.selectOptions.most;

/**
 * What a message of Discord's holds. Kept well below 4,000 characters: labels and marks come on top, and in scripts of
 * three bytes a character the limit on bytes is reached first.
 */
export const ROOM: Room = {
  text: 2800,
  piece: 900,
  table: 2400,
  rowsOfTable: 30,
  tables: 1,
  blocks: Number.POSITIVE_INFINITY,
  sources: 600,
  blocksOf: () => 1,
  holdsChoices: choices => choices.length <= MOST_CHOICES,
  write: markdown,
};
