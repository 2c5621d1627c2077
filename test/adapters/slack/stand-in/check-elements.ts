import { isList } from '../../stand-in/json.ts';
import { anyOption, confirm, overflowOption, plainOption, plainText, withImage } from './check-texts.ts';
import {
  also,
  boolean,
  type Check,
  type Checks,
  list,
  number,
  object,
  oneOf,
  string,
  url,
} from './schema.ts';

/** Elements, as node_modules/@slack/types/dist/block-kit/block-elements.d.ts documents them. */
const WEB = ['http:', 'https:', 'mailto:', 'slack:', 'tel:'];

const element = (required: Checks, optional: Checks = {}): Check =>
  object(required, { ...optional, action_id: string({ max: 255 }) });

const confirmable = { confirm };
const focusable = { focus_on_load: boolean };
const placeholder = { placeholder: plainText(150) };
const menu = { ...confirmable, ...focusable, ...placeholder };
const several = { ...menu, max_selected_items: number(1) };
const style = oneOf('primary', 'danger');
const label75 = string({ max: 75 });
const unchecked: Check = () => undefined;

const optionGroup = object({ label: plainText(75), options: list(plainOption, { max: 100 }) });

/** "If `option_groups` is specified, this field should not be." */
const withOptions = (more: Checks): Check =>
  also(
    element(
      {},
      { ...more, options: list(plainOption, { max: 100 }), option_groups: list(optionGroup, { max: 100 }) },
    ),
    value =>
      isList(value['options']) === isList(value['option_groups'])
        ? 'must provide either options or option_groups'
        : undefined,
  );

const button = element(
  { text: plainText(75) },
  { ...confirmable, value: string({ max: 2000 }), url: url(WEB), style, accessibility_label: label75 },
);

export const image = withImage(
  object(
    { alt_text: string({ min: 1, max: 2000 }) },
    {
      image_url: url(['http:', 'https:']),
      slack_file: unchecked,
      image_width: number(),
      image_height: number(),
    },
  ),
);

const text = { ...focusable, ...placeholder, dispatch_action_config: unchecked };

const SELECTS: Checks = {
  static_select: withOptions({ ...menu, initial_option: plainOption }),
  external_select: element({}, { ...menu, initial_option: plainOption, min_query_length: number() }),
  users_select: element({}, { ...menu, initial_user: string() }),
  channels_select: element({}, { ...menu, initial_channel: string(), response_url_enabled: boolean }),
  conversations_select: element(
    {},
    {
      ...menu,
      initial_conversation: string(),
      default_to_current_conversation: boolean,
      filter: unchecked,
      response_url_enabled: boolean,
    },
  ),
  multi_static_select: withOptions({ ...several, initial_options: list(plainOption) }),
  multi_external_select: element(
    {},
    { ...several, initial_options: list(plainOption), min_query_length: number() },
  ),
  multi_users_select: element({}, { ...several, initial_users: list(string()) }),
  multi_channels_select: element({}, { ...several, initial_channels: list(string()) }),
  multi_conversations_select: element(
    {},
    {
      ...several,
      initial_conversations: list(string()),
      default_to_current_conversation: boolean,
      filter: unchecked,
    },
  ),
};

const CHOICES: Checks = {
  ...SELECTS,
  checkboxes: element(
    { options: list(anyOption, { max: 10 }) },
    { ...confirmable, ...focusable, initial_options: list(anyOption) },
  ),
  radio_buttons: element(
    { options: list(anyOption, { max: 10 }) },
    { ...confirmable, ...focusable, initial_option: anyOption },
  ),
  datepicker: element({}, { ...menu, initial_date: string() }),
  timepicker: element({}, { ...menu, initial_time: string(), timezone: string() }),
};

const PICKS: Checks = {
  ...CHOICES,
  button,
  overflow: element({ options: list(overflowOption, { max: 5 }) }, confirmable),
  workflow_button: element(
    { text: plainText(75), workflow: unchecked },
    { ...confirmable, style, accessibility_label: label75 },
  ),
};

const datetimepicker = element({}, { ...confirmable, ...focusable, initial_date_time: number() });
const rich_text_input = element(
  {},
  { ...text, initial_value: unchecked, min_lines: number(1, 100), max_lines: number(1, 100) },
);

/** What an actions block, a section's accessory, an input block and a context_actions block may hold. */
export const IN_ACTIONS: Checks = { ...PICKS, datetimepicker, rich_text_input };
export const IN_ACCESSORY: Checks = { ...PICKS, image };
export const IN_INPUT: Checks = {
  ...CHOICES,
  datetimepicker,
  rich_text_input,
  email_text_input: element({}, { ...text, initial_value: string() }),
  url_text_input: element({}, { ...text, initial_value: string() }),
  number_input: element(
    { is_decimal_allowed: boolean },
    { ...text, initial_value: string(), min_value: string(), max_value: string() },
  ),
  plain_text_input: element(
    {},
    {
      ...text,
      initial_value: string(),
      multiline: boolean,
      min_length: number(0, 3000),
      max_length: number(1, 3000),
    },
  ),
  file_input: element({}, { filetypes: list(string()), max_files: number(1, 10) }),
};

const feedback = object(
  { text: plainText(75), value: string({ max: 2000 }) },
  { accessibility_label: label75 },
);

export const IN_CONTEXT_ACTIONS: Checks = {
  feedback_buttons: element({ positive_button: feedback, negative_button: feedback }),
  icon_button: element(
    { icon: string({ min: 1 }), text: plainText(75) },
    {
      ...confirmable,
      accessibility_label: label75,
      value: string({ max: 2000 }),
      visible_to_user_ids: list(string()),
    },
  ),
};
export const BUTTON: Checks = { button };
