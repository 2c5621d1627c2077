/** One of Slack's limits, and where it is stated. */
interface Limit {
  readonly most: number;
  /** The field whose comment in @slack/types states it, as "Interface.field"; limits.test.ts compares. */
  readonly types?: string;
  readonly source: string;
}

const BLOCKS = 'https://docs.slack.dev/reference/block-kit/blocks';

/** Every number of Slack's that this adapter keeps. Lengths are in UTF-16 code units, Slack's own count or more. */
export const LIMITS = {
  blocksOfMessage: { most: 50, source: BLOCKS },
  blockId: { most: 75, source: 'Documented as 255; 75 is what every id was seen to accept.' },
  header: { most: 150, types: 'HeaderBlock.text', source: `${BLOCKS}/header-block` },
  text: { most: 3000, types: 'SectionBlock.text', source: `${BLOCKS}/section-block` },
  actionsElements: { most: 25, types: 'ActionsBlock.elements', source: `${BLOCKS}/actions-block` },
  buttonText: {
    most: 75,
    types: 'Button.text',
    source: 'https://docs.slack.dev/reference/block-kit/block-elements/button-element',
  },
  buttonValue: {
    most: 2000,
    types: 'Button.value',
    source: 'https://docs.slack.dev/reference/block-kit/block-elements/button-element',
  },
  accessibilityLabel: {
    most: 75,
    types: 'Button.accessibility_label',
    source: 'https://docs.slack.dev/reference/block-kit/block-elements/button-element',
  },
  optionText: {
    most: 75,
    types: 'PlainTextOption.text',
    source: 'https://docs.slack.dev/reference/block-kit/composition-objects/option-object',
  },
  optionValue: {
    most: 75,
    types: 'OptionDescriptor.value',
    source: 'https://docs.slack.dev/reference/block-kit/composition-objects/option-object',
  },
  selectOptions: {
    most: 100,
    types: 'StaticSelect.options',
    source: 'https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  },
  url: { most: 3000, types: 'Button.url', source: 'The longest address that any element takes.' },
  tableRows: { most: 100, types: 'TableBlock.rows', source: `${BLOCKS}/table-block` },
  tableColumns: { most: 20, types: 'TableBlock.column_settings', source: `${BLOCKS}/table-block` },
  tableCharacters: { most: 10_000, source: `${BLOCKS}/table-block` },
  tablesOfMessage: { most: 1, source: `${BLOCKS}/table-block` },
  textOfMessage: {
    most: 4000,
    source:
      'https://docs.slack.dev/reference/methods/chat.postMessage recommends it; chat.update refuses more (msg_too_long)',
  },
  messageCharacters: {
    most: 13_000,
    source:
      'https://github.com/slackapi/bolt-js/issues/2509: msg_blocks_too_long above about 13,200. One of 11,300 was refused as well (issue 2867); pages stay below 9,000.',
  },
} as const satisfies Readonly<Record<string, Limit>>;
