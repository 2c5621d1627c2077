import { ComponentType as Kind } from 'discord-api-types/v10';
import { altText, autoSelect, button, id, media, stringSelect } from './check-elements.ts';
import { objectsOf } from './json.ts';
import { LIMITS } from './limits.ts';
import {
  also,
  boolean,
  byType,
  type Check,
  type Checks,
  list,
  number,
  object,
  oneOf,
  string,
  url,
} from './schema.ts';

/** Layout and content components, as https://docs.discord.com/developers/components/reference describes them. */
const SELECTS = [
  Kind.StringSelect,
  Kind.UserSelect,
  Kind.RoleSelect,
  Kind.MentionableSelect,
  Kind.ChannelSelect,
];

const inRow = byType({
  [Kind.Button]: button,
  [Kind.StringSelect]: stringSelect,
  [Kind.UserSelect]: autoSelect,
  [Kind.RoleSelect]: autoSelect,
  [Kind.MentionableSelect]: autoSelect,
  [Kind.ChannelSelect]: autoSelect,
});

/** "Up to 5 interactive button components or a single select component": a select is as wide as five buttons. */
const row = also(object({ components: list(inRow, LIMITS.rowButtons, 1) }, id), (value, at, problems) => {
  const inside = objectsOf(value['components']);
  const select = inside.findIndex(({ type }) => SELECTS.some(kind => kind === type));
  if (select >= 0 && inside.length > 1)
    problems.add(
      [...at, 'components', select === 0 ? 1 : select],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
});

const textDisplay = object({ content: string(LIMITS.textTotal, 1) }, id);
const thumbnail = object({ media }, { ...id, description: altText, spoiler: boolean });

const section = object(
  {
    components: list(byType({ [Kind.TextDisplay]: textDisplay }), LIMITS.sectionTexts, 1),
    accessory: byType({ [Kind.Button]: button, [Kind.Thumbnail]: thumbnail }),
  },
  id,
);

const galleryItem = object({ media }, { description: altText, spoiler: boolean });

const IN_CONTAINER: Checks = {
  [Kind.ActionRow]: row,
  [Kind.Section]: section,
  [Kind.TextDisplay]: textDisplay,
  [Kind.MediaGallery]: object({ items: list(galleryItem, LIMITS.galleryItems, 1) }, id),
  [Kind.File]: object({ file: object({ url: url(['attachment']) }) }, { ...id, spoiler: boolean }),
  [Kind.Separator]: object({}, { ...id, divider: boolean, spacing: oneOf(1, 2) }),
};

const container = object(
  { components: list(byType(IN_CONTAINER), LIMITS.components, 1) },
  { ...id, accent_color: number(0, 0xffffff), spoiler: boolean },
);

/** Components of a message without the flag: rows only. */
export const legacyComponents: Check = list(byType({ [Kind.ActionRow]: row }), LIMITS.legacyRows);

/** Components of a message with the flag. */
export const components: Check = list(
  byType({ ...IN_CONTAINER, [Kind.Container]: container }),
  LIMITS.components,
);
