import { type JsonObject, objectsOf, textOf } from '../../stand-in/json.ts';
import { BUTTON, IN_ACCESSORY, IN_ACTIONS, IN_CONTEXT_ACTIONS, IN_INPUT, image } from './check-elements.ts';
import { richText } from './check-rich-text.ts';
import { checkTables, dataTable, table } from './check-table.ts';
import { anyText, mrkdwn, plainText, withImage } from './check-texts.ts';
import {
  also,
  boolean,
  byType,
  type Check,
  type Checks,
  list,
  object,
  oneOf,
  Problems,
  string,
  url,
} from './schema.ts';

export type Surface = 'message' | 'modal' | 'home';

const block = (required: Checks, optional: Checks = {}): Check =>
  object(required, { ...optional, block_id: string({ max: 255 }) });

const text = { plain_text: anyText(), mrkdwn: anyText() };
const https = url(['https:']);

/** The blocks of every surface, as node_modules/@slack/types/dist/block-kit/blocks.d.ts documents them. */
const EVERYWHERE: Checks = {
  actions: block({ elements: list(byType(IN_ACTIONS), { max: 25 }) }),
  context: block({ elements: list(byType({ ...text, image }), { max: 10 }) }),
  divider: block({}),
  header: block({ text: plainText(150) }),
  image: withImage(
    block(
      { alt_text: string({ min: 1, max: 2000 }) },
      { image_url: url(['http:', 'https:']), slack_file: () => undefined, title: plainText(2000) },
    ),
  ),
  input: block(
    { label: plainText(2000), element: byType(IN_INPUT) },
    { hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richText,
  section: also(
    block(
      {},
      {
        text: anyText(),
        fields: list(anyText(2000), { max: 10 }),
        accessory: byType(IN_ACCESSORY),
        expand: boolean,
      },
    ),
    value =>
      value['text'] === undefined && value['fields'] === undefined
        ? 'missing required field: text'
        : undefined,
  ),
  video: block(
    { video_url: https, thumbnail_url: https, alt_text: string({ min: 1 }), title: plainText(199) },
    {
      title_url: https,
      author_name: string({ max: 49 }),
      provider_name: string(),
      provider_icon_url: string(),
      description: plainText(),
    },
  ),
};

const card = block(
  {},
  {
    hero_image: image,
    icon: image,
    title: mrkdwn(150),
    subtitle: mrkdwn(150),
    body: mrkdwn(200),
    actions: list(byType(BUTTON)),
  },
);

/**
 * The blocks of messages only. `file` is unknown: "You can't add this block to app surfaces directly". The
 * blocks of a plan and a container are checked in outline.
 */
const IN_MESSAGES: Checks = {
  ...EVERYWHERE,
  alert: block({ text: anyText() }, { level: oneOf('default', 'info', 'warning', 'error', 'success') }),
  card,
  carousel: block({ elements: list(byType({ card }), { max: 10 }) }),
  context_actions: block({ elements: list(byType(IN_CONTEXT_ACTIONS), { max: 5 }) }),
  data_table: dataTable,
  markdown: block({ text: string({ min: 1, max: 12_000 }) }),
  table,
};

/** Why Slack would refuse the blocks; nothing when it accepts them. */
export function checkBlocks(blocks: readonly JsonObject[], surface: Surface): readonly string[] {
  const problems = new Problems();
  const known = surface === 'message' ? IN_MESSAGES : EVERYWHERE;
  // "up to 50 blocks in each message, and 100 blocks in modals or home tabs" (docs, reference/block-kit/blocks)
  list(byType(known), { min: 0, max: surface === 'message' ? 50 : 100 })(blocks, '/blocks', problems);
  checkNames(blocks, problems);
  if (checkTables(blocks).tooLong)
    problems.add('/blocks', 'table cells must have less than 10001 characters together');
  const markdown = blocks.filter(({ type }) => type === 'markdown').map(one => textOf(one, 'text').length);
  // "The cumulative limit for all markdown blocks in a single payload is 12,000 characters" (docs, markdown block)
  if (markdown.reduce((sum, length) => sum + length, 0) > 12_000) {
    problems.add('/blocks', 'markdown blocks must have less than 12001 characters together');
  }
  return problems.list;
}

/**
 * "`block_id` should be unique for each message", an action_id "among all other `action_id`s in the containing
 * block".
 */
function checkNames(blocks: readonly JsonObject[], problems: Problems): void {
  for (const name of doubles(blocks.map(one => one['block_id']))) {
    problems.add('/blocks', `block_id already exists: ${String(name)}`);
  }
  blocks.forEach((one, index) => {
    const elements = [...objectsOf(one['elements']), ...objectsOf([one['accessory'], one['element']])];
    for (const name of doubles(elements.map(element => element['action_id']))) {
      problems.add(`/blocks/${index}`, `action_id already exists in the block: ${String(name)}`);
    }
  });
}

const doubles = (names: readonly unknown[]): readonly unknown[] =>
  names.filter((name, index) => name !== undefined && names.indexOf(name) < index);
