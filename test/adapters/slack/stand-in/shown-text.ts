import { isList, isObject, type JsonObject, objectsOf } from '../../stand-in/json.ts';

/** The fields of blocks and elements that hold text a person sees, in the order in which Slack shows them. */
const SHOWN = [
  'title',
  'subtitle',
  'text',
  'alt_text',
  'label',
  'placeholder',
  'fields',
  'rows',
  'elements',
  'accessory',
  'element',
  'options',
  'option_groups',
  'description',
  'hint',
  'author_name',
  'provider_name',
  'caption',
  'fallback',
  'rich_text_title',
  'body',
  'child_blocks',
  'actions',
  'details',
  'output',
  'confirm',
  'deny',
];

/** Every string that blocks show, in order. A link without a label shows its address. */
export function shownText(blocks: readonly JsonObject[]): readonly string[] {
  return blocks.flatMap(shownIn);
}

function shownIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (isList(value)) return value.flatMap(shownIn);
  if (!isObject(value)) return [];
  return leafOf(value) ?? SHOWN.flatMap(key => shownIn(value[key]));
}

/** The text of a rich text element that has no `text` of its own, as a client writes it. */
function leafOf(element: JsonObject): readonly string[] | undefined {
  const { type } = element;
  if (type === 'link' && element['text'] === undefined) return [String(element['url'])];
  if (type === 'user' && element['user_id'] !== undefined) return [`@${String(element['user_id'])}`];
  if (type === 'usergroup') return [`@${String(element['usergroup_id'])}`];
  if (type === 'broadcast') return [`@${String(element['range'])}`];
  if (type === 'channel') return [`#${String(element['channel_id'])}`];
  if (type === 'emoji') return [`:${String(element['name'])}:`];
  return undefined;
}

/** The interactive elements of a message, each with the block it is in. */
export function elementsOf(blocks: readonly JsonObject[]): readonly JsonObject[] {
  return blocks.flatMap(block => {
    const inBlock = [...objectsOf(block['elements']), ...objectsOf([block['accessory']])];
    return inBlock
      .filter(({ action_id }) => action_id !== undefined)
      .map(element => ({ ...element, block_id: block['block_id'] }));
  });
}
