import { ButtonStyle } from 'discord-api-types/v10';
import { isFilled, objectsOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { also, boolean, list, number, object, oneOf, string, unchecked, url } from './schema.ts';

/** Interactive components, as https://docs.discord.com/developers/components/reference describes them. */
export const id = { id: number(0, 2 ** 31 - 1) };
const customId = string(LIMITS.customId, 1);
export const media = object({ url: url(['http', 'https', 'attachment']) });
export const altText = string(LIMITS.altText, 1);

/** An emoji is a custom one with an id, or one character of Unicode. */
const emoji = also(
  object({}, { id: string(20), name: string(64), animated: boolean }),
  (value, at, problems) => {
    const { id: custom, name } = value;
    if (isFilled(custom)) return;
    if (typeof name !== 'string' || !/^\p{RGI_Emoji}$/v.test(name))
      problems.add([...at, 'name'], 'COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  },
);

/** The rules for the styles: https://docs.discord.com/developers/components/reference#button */
export const button = also(
  object(
    { style: oneOf(1, 2, 3, 4, 5, 6) },
    {
      ...id,
      label: string(LIMITS.buttonLabel),
      custom_id: customId,
      url: url(['http', 'https', 'discord'], LIMITS.buttonUrl),
      emoji,
      disabled: boolean,
      sku_id: string(20),
    },
  ),
  (value, at, problems) => {
    const required = (key: string, code: string, message: string): void => {
      if (!isFilled(value[key])) problems.add([...at, key], code, message);
    };
    const excluded = (key: string): void => {
      if (isFilled(value[key]))
        problems.add([...at, key], 'BASE_TYPE_INVALID', `A ${key} and this style cannot both be specified`);
    };
    if (value['style'] === ButtonStyle.Premium)
      return required('sku_id', 'BASE_TYPE_REQUIRED', 'This field is required');
    if (value['style'] === ButtonStyle.Link) {
      required('url', 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
      excluded('custom_id');
    } else {
      required('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id required');
      excluded('url');
    }
    if (!isFilled(value['label']) && !isFilled(value['emoji']))
      problems.add(at, 'BUTTON_COMPONENT_INVALID', 'A button must have either a label or an emoji');
  },
);

const option = object(
  { label: string(LIMITS.optionLabel, 1), value: string(LIMITS.optionValue, 1) },
  { description: string(LIMITS.optionDescription), emoji, default: boolean },
);

const menu = {
  ...id,
  placeholder: string(LIMITS.placeholder),
  min_values: number(0, 25),
  max_values: number(1, 25),
  disabled: boolean,
};

export const stringSelect = also(
  object({ custom_id: customId, options: list(option, LIMITS.selectOptions, 1) }, menu),
  (value, at, problems) => {
    const options = objectsOf(value['options']);
    const values = options.map(one => one['value']);
    values.forEach((one, index) => {
      if (values.indexOf(one) < index)
        problems.add(
          [...at, 'options', index, 'value'],
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          'The specified option value is already used',
        );
    });
    const { max_values: most = 1, min_values: least = 1 } = value;
    if (typeof most === 'number' && most > options.length)
      problems.add(
        [...at, 'max_values'],
        'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
        'More than there are options',
      );
    if (typeof least === 'number' && typeof most === 'number' && least > most)
      problems.add([...at, 'min_values'], 'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE', 'More than max_values');
  },
);

export const autoSelect = object({ custom_id: customId }, { ...menu, default_values: list(unchecked, 25) });
