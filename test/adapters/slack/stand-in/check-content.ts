import { isList, isObject, type JsonObject, objectsOf, textOf } from '../../stand-in/json.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkTables } from './check-table.ts';
import { shownText } from './shown-text.ts';

/** The text and blocks of a message, and why Slack would refuse them. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly error?: string;
  readonly reasons: readonly string[];
}

/** Slack truncates "messages containing more than 40,000 characters" (docs of chat.postMessage); here they fail. */
const MOST_TEXT = 40_000;

/**
 * All that blocks show together: Slack documents no number and refuses with `msg_blocks_too_long`; between
 * 13,172 and 13,297 characters were seen to be the limit (github.com/slackapi/bolt-js/issues/2509). This
 * project keeps below 13,000, `text` included.
 */
const MOST_SHOWN = 13_000;

/** Checks what every message must keep to, however it is sent. */
export function checkContent(body: JsonObject, mostText = MOST_TEXT): Content {
  const text = textOf(body, 'text');
  const blocks = objectsOf(body['blocks']);
  const content: Content = { text, blocks, reasons: [] };
  const { blocks: given } = body;
  if (given !== undefined && !(isList(given) && given.every(isObject))) {
    return {
      ...content,
      error: 'invalid_blocks_format',
      reasons: ['must provide an array [json-pointer:/blocks]'],
    };
  }
  // The stand-in knows no attachments: what they would show went unchecked.
  if (isList(body['attachments']) && body['attachments'].length > 0)
    return { ...content, error: 'invalid_attachments' };
  if (text.trim() === '' && blocks.length === 0) return { ...content, error: 'no_text' };
  const reasons = checkBlocks(blocks, 'message');
  if (reasons.length > 0) return { ...content, error: 'invalid_blocks', reasons };
  if (checkTables(blocks).second)
    return { ...content, error: 'invalid_attachments', reasons: ['only_one_table_allowed'] };
  if (text.length > mostText) return { ...content, error: 'msg_too_long' };
  const shown = shownText(blocks).reduce((sum, part) => sum + part.length, text.length);
  if (blocks.length > 0 && shown > MOST_SHOWN) return { ...content, error: 'msg_blocks_too_long' };
  return content;
}
