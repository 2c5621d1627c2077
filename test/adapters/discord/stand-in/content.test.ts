import { describe, expect, test } from 'vitest';
import { checkMessage, type JsonObject } from './index.ts';

const V2 = 1 << 15;
const text = (content = 'x'): JsonObject => ({ type: 10, content });
const button = (custom_id: string, more: JsonObject = {}): JsonObject => ({
  type: 2,
  style: 1,
  label: 'x',
  custom_id,
  ...more,
});
const row = (...components: JsonObject[]): JsonObject => ({ type: 1, components });
const select = (options: JsonObject[], more: JsonObject = {}): JsonObject =>
  row({ type: 3, custom_id: 's', options, ...more });
const option = (value: string, more: JsonObject = {}): JsonObject => ({ label: value, value, ...more });
const section = (components: JsonObject[], accessory: JsonObject = button('a')): JsonObject => ({
  type: 9,
  components,
  accessory,
});
const container = (...components: JsonObject[]): JsonObject => ({ type: 17, components });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const v2 = (...components: JsonObject[]): JsonObject => ({ flags: V2, components });
const reasons = (body: JsonObject): readonly string[] => checkMessage(body).error?.reasons ?? [];

test('what is accepted', () => {
  expect(checkMessage({ content: 'x'.repeat(2000) })).toEqual({ isV2: false, components: 0, characters: 0 });
  const card = container(text('ab'), section([text('cd')]), { type: 14 }, row(button('b'), button('c')));
  expect(checkMessage(v2(card, text('e')))).toEqual({ isV2: true, components: 10, characters: 5 });
  expect(reasons(v2(...many(40, () => text('x'.repeat(100)))))).toEqual([]);
  expect(reasons(v2(select(many(25, index => option(`${index}`.padStart(100))))))).toEqual([]);
  expect(reasons({ content: '', embeds: [], flags: V2, components: [text()] })).toEqual([]);
});

describe('what is refused', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['an empty message', { content: ' \n' }, ['50006: Cannot send an empty message']],
    ['no components', v2(), ['50006: Cannot send an empty message']],
    [
      'a long text',
      { content: 'x'.repeat(2001) },
      ['content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.'],
    ],
    [
      'components of the new kind without the flag',
      { components: [text()] },
      ['components[0][UNION_TYPE_CHOICES]: Value of field "type" must be one of (1,).'],
    ],
    [
      'six rows',
      { components: many(6, index => row(button(`${index}`))) },
      ['components[BASE_TYPE_MAX_LENGTH]: Must be 5 or fewer in length.'],
    ],
    [
      'six buttons in a row',
      v2(row(...many(6, index => button(`${index}`)))),
      ['components[0].components[BASE_TYPE_BAD_LENGTH]: Must be between 1 and 5 in length.'],
    ],
    [
      'a button beside a menu',
      v2(row(button('b'), { type: 3, custom_id: 's', options: [option('o')] })),
      [
        'components[0].components[1][COMPONENT_LAYOUT_WIDTH_EXCEEDED]: The specified component exceeds the maximum width',
      ],
    ],
    [
      'a custom_id used twice, though disabled',
      v2(row(button('a', { disabled: true })), section([text()])),
      [
        'components[1].accessory.custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]: Component custom id cannot be duplicated',
      ],
    ],
    [
      'an id used twice',
      v2({ ...text(), id: 3 }, { ...text(), id: 3 }),
      ['components[1].id[COMPONENT_ID_DUPLICATED]: Component id cannot be duplicated'],
    ],
    [
      'a long custom_id and a long label',
      v2(row(button('i'.repeat(101), { label: 'l'.repeat(81) }))),
      [
        'components[0].components[0].label[BASE_TYPE_MAX_LENGTH]: Must be 80 or fewer in length.',
        'components[0].components[0].custom_id[BASE_TYPE_BAD_LENGTH]: Must be between 1 and 100 in length.',
      ],
    ],
    [
      'four texts in a section',
      v2(section(many(4, () => text()))),
      ['components[0].components[BASE_TYPE_BAD_LENGTH]: Must be between 1 and 3 in length.'],
    ],
    [
      'a section without accessory',
      v2({ type: 9, components: [text()] }),
      ['components[0].accessory[BASE_TYPE_REQUIRED]: This field is required'],
    ],
    [
      'a container in a container',
      v2(container(container(text()))),
      [
        'components[0].components[0][UNION_TYPE_CHOICES]: Value of field "type" must be one of (1, 9, 10, 12, 13, 14).',
      ],
    ],
    [
      'a text of blanks',
      v2(text(' ')),
      ['components[0].content[BASE_TYPE_REQUIRED]: This field is required'],
    ],
    [
      '26 options',
      v2(select(many(26, index => option(`${index}`)))),
      ['components[0].components[0].options[BASE_TYPE_BAD_LENGTH]: Must be between 1 and 25 in length.'],
    ],
    [
      'options with the same value',
      v2(select([option('a'), option('a')])),
      [
        'components[0].components[0].options[1].value[SELECT_COMPONENT_OPTION_VALUE_DUPLICATED]: The specified option value is already used',
      ],
    ],
    [
      'a long description and placeholder',
      v2(select([option('a', { description: 'd'.repeat(101) })], { placeholder: 'p'.repeat(151) })),
      [
        'components[0].components[0].options[0].description[BASE_TYPE_MAX_LENGTH]: Must be 100 or fewer in length.',
        'components[0].components[0].placeholder[BASE_TYPE_MAX_LENGTH]: Must be 150 or fewer in length.',
      ],
    ],
    [
      'a link with a custom_id',
      v2(row(button('a', { style: 5, url: 'https://x.y' }))),
      [expect.stringContaining('custom_id')],
    ],
    [
      'a button that says nothing',
      v2(row(button('a', { label: '' }))),
      [expect.stringContaining('BUTTON_COMPONENT_INVALID')],
    ],
    [
      'an emoji that is none',
      v2(row(button('a', { emoji: { name: ':x:' } }))),
      [expect.stringContaining('COMPONENT_INVALID_EMOJI')],
    ],
    [
      'a script as link',
      v2(row({ type: 2, style: 5, label: 'x', url: 'javascript:1' })),
      [expect.stringContaining('URL_TYPE_INVALID_SCHEME')],
    ],
    [
      'a long embed',
      { embeds: many(2, () => ({ description: 'x'.repeat(3001) })) },
      ['embeds[MAX_EMBED_SIZE_EXCEEDED]: Embed size exceeds maximum size of 6000'],
    ],
  ])('%s', (_, body, expected) => {
    expect(reasons(body)).toEqual(expected);
  });

  test('content and embeds beside components', () => {
    const beside = reasons({ ...v2(text()), content: 'x', embeds: [{ title: 'x' }] });
    expect(beside.map(line => line.split(':')[0])).toEqual([
      'content[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
      'embeds[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
    ]);
  });

  test('more than 40 components, nested ones counted, and more than 4,000 characters', () => {
    const sections = many(13, index => section([text()], button(`${index}`)));
    expect(checkMessage(v2(container(...sections))).error).toBeUndefined();
    expect(reasons(v2(container(...sections, text())))).toEqual([
      'components[COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED]: Total number of components cannot exceed 40',
    ]);
    expect(reasons(v2(text('x'.repeat(2000)), container(text('y'.repeat(2001)))))).toEqual([
      'components[COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED]: Components displayable text size exceeds maximum size of 4000',
    ]);
  });

  test('more bytes than Discord can store', () => {
    expect(checkMessage(v2(text('語'.repeat(3386)))).error).toBeUndefined();
    expect(checkMessage(v2(text('語'.repeat(3387)))).error).toMatchObject({ status: 500, code: 0 });
  });
});
