import type { Room } from '../../chat/room.ts';
import { LIMITS } from '../limits.ts';
import { richMarkdown } from './markdown.ts';
import { drawPart } from './render.ts';

/** Choices that fit beside the text, in three menus, of 40 components. */
const MOST_CHOICES = 3 * LIMITS.selectOptions.most;

/** What a message of Discord's holds. Kept well below 4,000 characters: page numbers and marks come on top. */
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
  size: text => measure(richMarkdown(text)),
  sizeOf: part => measure(drawPart(part)),
};

/** Characters of a text as sent, or what its bytes are worth in characters, where its script makes those the tighter limit. */
function measure(sent: string): number {
  const bytes = (Buffer.byteLength(sent) * LIMITS.text.most) / LIMITS.textBytes.most;
  return Math.max(sent.length, Math.ceil(bytes));
}
