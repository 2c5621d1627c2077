import { plain } from '../../../src/glossary/rich.ts';
import { plainReply } from '../../../src/replies/plain.ts';
import type { Room } from '../../chat/room.ts';
import { LIMITS } from '../limits.ts';
import { mrkdwn } from './mrkdwn.ts';

/** Characters kept in `text` for the page's number. */
const POSITION = 50;
/** Characters of a message for page numbers, Back, Share and the like. */
const CHROME = 1000;
/** Labels of choices up to this many characters stand on every page. */
const MOST_CHOICES = LIMITS.messageCharacters.most - 2 * LIMITS.textOfMessage.most - CHROME;

/** What a message of Slack's holds. What stands in its blocks stands in `text` once more, which is the shorter. */
export const ROOM: Room = {
  text: LIMITS.textOfMessage.most - POSITION,
  piece: 1200,
  table: 2500,
  // Each row becomes a block of its own where tables are refused.
  rowsOfTable: 30,
  tables: LIMITS.tablesOfMessage.most,
  // Some are kept free for sources, choices and controls.
  blocks: LIMITS.blocksOfMessage.most - 15,
  sources: 1000,
  blocksOf: part => (part.kind === 'table' ? part.rows.length : part.kind === 'heading' ? 2 : 1),
  holdsChoices: choices => choices.reduce((sum, { label }) => sum + label.length, 0) <= MOST_CHOICES,
  size: text => mrkdwn(plain(text)).length,
  sizeOf: part => mrkdwn(plainReply({ parts: [part], sources: [], choices: [] })).length,
};
