import { expect, test } from 'vitest';
import { checkContent, checkView, type JsonObject } from './index.ts';
import { clientOf, slackForTest } from './test-app.ts';

const plain = (text: string): JsonObject => ({ type: 'plain_text', text });
const mrkdwn = (text: string): JsonObject => ({ type: 'mrkdwn', text });
const a = (length: number): string => 'a'.repeat(length);
const many = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));
const actions = (...elements: JsonObject[]): JsonObject => ({ type: 'actions', elements });
const button = (more: JsonObject = {}): JsonObject => ({ type: 'button', text: plain('Go'), ...more });
const option = (more: JsonObject = {}): JsonObject => ({ text: plain('One'), value: '1', ...more });
const select = (more: JsonObject): JsonObject => ({ type: 'static_select', options: [option()], ...more });
const rich = (...elements: JsonObject[]): JsonObject => ({ type: 'rich_text', elements });
const line = (...elements: JsonObject[]): JsonObject => ({ type: 'rich_text_section', elements });
const cell = (text: string): JsonObject => ({ type: 'raw_text', text });
const table = (rows: unknown): JsonObject => ({ type: 'table', rows });
const divider = { type: 'divider' };

const ACCEPTED: Readonly<Record<string, JsonObject[]>> = {
  'the longest header': [{ type: 'header', text: plain(a(150)) }],
  'the longest section': [{ type: 'section', text: mrkdwn(a(3000)), fields: [mrkdwn(a(2000))] }],
  'the most blocks': many(50, () => divider),
  'a full actions block': [actions(...many(25, () => button({ value: a(2000), url: 'https://x.y' })))],
  'a full menu': [actions(select({ options: many(100, () => option()), placeholder: plain(a(150)) }))],
  'rich text': [
    rich(line({ type: 'text', text: 'a', style: { bold: true } }, { type: 'link', url: 'mailto:a@b.c' })),
  ],
  'a rich list': [
    rich({ type: 'rich_text_list', style: 'ordered', elements: [line({ type: 'text', text: 'a' })] }),
  ],
  'a table': [table([[cell('a'), rich(line({ type: 'text', text: 'b' }))]])],
  'the longest text of a message': many(4, () => ({
    type: 'section',
    text: mrkdwn(a(3000)),
  })),
};

test.each(Object.entries(ACCEPTED))('%s is accepted', (_, blocks) => {
  expect(checkContent({ text: 't', blocks })).toMatchObject({ reasons: [] });
  expect(checkContent({ text: 't', blocks })).not.toHaveProperty('error');
});

const REFUSED: Readonly<Record<string, [blocks: JsonObject[], reason: string]>> = {
  'an unknown block': [[{ type: 'heading' }], 'unsupported type: heading [json-pointer:/blocks/0/type]'],
  'an unknown field': [
    [{ type: 'divider', text: 'a' }],
    'invalid additional property: text [json-pointer:/blocks/0]',
  ],
  'a missing field': [[{ type: 'header' }], 'missing required field: text [json-pointer:/blocks/0]'],
  '51 blocks': [many(51, () => divider), 'no more than 50 items allowed [json-pointer:/blocks]'],
  'two blocks of one name': [many(2, () => ({ ...divider, block_id: 'x' })), 'block_id already exists: x'],
  'a long block name': [[{ ...divider, block_id: a(256) }], 'must be less than 256 characters'],
  'two actions of one name': [
    [actions(button({ action_id: 'x' }), button({ action_id: 'x' }))],
    'action_id already',
  ],
  'a long header': [
    [{ type: 'header', text: plain(a(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  'a header in mrkdwn': [[{ type: 'header', text: mrkdwn('a') }], 'unsupported type: mrkdwn'],
  'an empty text': [[{ type: 'section', text: mrkdwn('') }], 'must be more than 0 characters'],
  'a long section': [[{ type: 'section', text: mrkdwn(a(3001)) }], 'must be less than 3001 characters'],
  'a section of nothing': [[{ type: 'section' }], 'missing required field: text'],
  'eleven fields': [[{ type: 'section', fields: many(11, () => plain('a')) }], 'no more than 10 items'],
  'a long field': [[{ type: 'section', fields: [plain(a(2001))] }], 'must be less than 2001 characters'],
  'eleven context elements': [
    [{ type: 'context', elements: many(11, () => plain('a')) }],
    'no more than 10 items',
  ],
  '26 actions': [[actions(...many(26, () => button()))], 'no more than 25 items'],
  'a long button': [
    [actions(button({ text: plain(a(76)) }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  'a long value': [[actions(button({ value: a(2001) }))], 'must be less than 2001 characters'],
  'a wrong address': [[actions(button({ url: 'nowhere' }))], 'invalid_url'],
  'a wrong style': [[actions(button({ style: 'green' }))], 'must be a valid enum value'],
  '101 options': [[actions(select({ options: many(101, () => option()) }))], 'no more than 100 items'],
  'a long option': [[actions(select({ options: [option({ text: plain(a(76)) })] }))], 'must be less than 76'],
  'a long option value': [[actions(select({ options: [option({ value: a(76) })] }))], 'must be less than 76'],
  'a long placeholder': [[actions(select({ placeholder: plain(a(151)) }))], 'must be less than 151'],
  'long markdown': [
    many(2, () => ({ type: 'markdown', text: a(6001) })),
    'markdown blocks must have less than 12001',
  ],
  'rich text of nothing': [[rich()], 'no fewer than 1 items'],
  'a rich line of nothing': [[rich(line())], 'no fewer than 1 items'],
  'an empty rich text': [[rich(line({ type: 'text', text: '' }))], 'must be more than 0 characters'],
  'a list without a style': [
    [rich({ type: 'rich_text_list', elements: [line(plain('a'))] })],
    'required field: style',
  ],
  'a script link': [[rich(line({ type: 'link', url: 'javascript:a' }))], 'invalid_url'],
  'a table of nothing': [[table([])], 'no fewer than 1 items'],
  '101 rows': [[table(many(101, () => [cell('a')]))], 'no more than 100 items'],
  '21 columns': [[table([many(21, () => cell('a'))])], 'no more than 20 items'],
  'unequal rows': [[table([[cell('a')], [cell('a'), cell('b')]])], 'the same number of cells'],
  'an empty cell': [
    [table([[cell('')]])],
    'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
  ],
  'a mrkdwn cell': [[table([[mrkdwn('a')]])], 'unsupported type: mrkdwn'],
  'a long table': [[table([[cell(a(5001)), cell(a(5000))]])], 'less than 10001 characters together'],
};

test.each(Object.entries(REFUSED))('%s is refused', (_, [blocks, reason]) => {
  const { error, reasons } = checkContent({ text: 't', blocks });
  expect(error).toBe('invalid_blocks');
  expect(reasons.join('\n')).toContain(reason);
});

test('the limits of a whole message', () => {
  const long = many(5, () => ({ type: 'section', text: mrkdwn(a(2600)) }));
  expect(checkContent({ blocks: long })).not.toHaveProperty('error');
  expect(checkContent({ text: 't', blocks: long })).toMatchObject({ error: 'msg_blocks_too_long' });
  expect(checkContent({ text: a(40_001) })).toMatchObject({ error: 'msg_too_long' });
  expect(checkContent({ text: ' ' })).toMatchObject({ error: 'no_text' });
  expect(checkContent({ text: 't', blocks: '[' })).toMatchObject({ error: 'invalid_blocks_format' });
});

test('views', () => {
  const modal = { type: 'modal', title: plain('T'), blocks: [divider] };
  const input = { type: 'input', label: plain('L'), element: { type: 'plain_text_input' } };
  expect(checkView(modal)).toEqual([]);
  expect(checkView({ ...modal, title: plain(a(25)) })).toEqual([
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ]);
  expect(checkView({ ...modal, blocks: [table([[cell('a')]])] })).toEqual([
    'unsupported type: table [json-pointer:/view/blocks/0/type]',
  ]);
  expect(checkView({ ...modal, blocks: [input] })).toEqual([
    'missing required field: submit [json-pointer:/view]',
  ]);
  expect(checkView({ ...modal, blocks: many(101, () => divider) })).toHaveLength(1);
});

test('a refusal reaches the client in the words of Slack', async () => {
  const slack = await slackForTest();
  const { chat } = clientOf(slack);
  const data = { errors: ['no more than 25 items allowed [json-pointer:/blocks/0/elements]'] };
  await expect(
    chat.postMessage({
      channel: 'C1',
      text: 't',
      blocks: [{ ...actions(...many(26, () => button())), type: 'actions' }],
    }),
  ).rejects.toMatchObject({ data: { error: 'invalid_blocks', ...data } });
  const two = many(2, () => ({ type: 'table', rows: [[cell('a')]] }));
  await expect(chat.postMessage({ channel: 'C1', text: 't', blocks: two })).rejects.toMatchObject({
    data: { error: 'invalid_attachments', errors: ['only_one_table_allowed'] },
  });
  expect(slack.calls.map(call => call.reasons.length)).toEqual([1, 1]);
});
