import {
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

/** Rich text, as the RichText… interfaces of node_modules/@slack/types/dist/block-kit document it. */
const style = object(
  {},
  { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
);
const id = string({ min: 1 });
const text = object({ text: string({ min: 1 }) }, { style });

/** A link to anything but the web or a mail address is refused here, so that no wiki page can make one. */
const link = object(
  { url: url(['http:', 'https:', 'mailto:']) },
  { text: string({ min: 1 }), unsafe: boolean, style },
);

const LEAVES: Checks = {
  text,
  link,
  emoji: object({ name: id }, { unicode: string(), url: string(), style }),
  user: object({ user_id: id }, { style }),
  usergroup: object({ usergroup_id: id }, { style }),
  channel: object({ channel_id: id }, { style }),
  team: object({ team_id: id }, { style }),
  broadcast: object({ range: oneOf('here', 'channel', 'everyone') }, { style }),
  color: object({ value: id }, { style }),
  date: object({ timestamp: number(), format: id }, { url: string(), fallback: string(), style }),
};

const border = oneOf(0, 1);
const section = object({ elements: list(byType(LEAVES)) });

const richTextElements: Check = byType({
  rich_text_section: section,
  rich_text_quote: object({ elements: list(byType(LEAVES)) }, { border }),
  rich_text_preformatted: object({ elements: list(byType({ text, link })) }, { border, language: string() }),
  rich_text_list: object(
    { elements: list(byType({ rich_text_section: section })), style: oneOf('bullet', 'ordered') },
    { indent: number(0, 8), offset: number(0), border },
  ),
});

export const richText = object({ elements: list(richTextElements) }, { block_id: string({ max: 255 }) });
