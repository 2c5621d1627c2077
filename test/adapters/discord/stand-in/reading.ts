import { ButtonStyle, ComponentType as Kind, MessageFlags } from 'discord-api-types/v10';
import { embedTexts } from './check-embeds.ts';
import { componentsIn } from './component-tree.ts';
import { type JsonObject, objectOf, objectsOf, textOf } from './json.ts';
import { type Markdown, readMarkdown } from './markdown.ts';
import type { Message } from './records.ts';

/** What is read: a message, or the body of a request. */
export interface Readable {
  readonly content?: unknown;
  readonly embeds?: unknown;
  readonly components?: unknown;
  readonly flags?: unknown;
}

/** What would be formatted, linked or mentioned, over all of a message. */
export type Formatted = Omit<Markdown, 'plain' | 'pings'>;

/**
 * All the text a person sees, one part after another. Markdown is read as a client shows it; labels, options and
 * placeholders are as they are.
 */
export function visibleText(message: Readable): string {
  const marked = markedTexts(message).map(text => readMarkdown(text).plain);
  const parts = partsOf(message).flatMap(plainTexts);
  const inOrder = isV2(message) ? parts : [...marked, ...parts];
  return inOrder.filter(text => text !== '').join('\n');
}

/** Who is told of the message, as Discord decided it from `allowed_mentions`: '@1', '@&2', '@everyone'. */
export const pings = ({ pings: { users, roles, everyone } }: Message): readonly string[] => [
  ...users.map(id => `@${id}`),
  ...roles.map(id => `@&${id}`),
  ...(everyone ? ['@everyone'] : []),
];

/** What would be formatted, linked or shown as a mention, wherever the message does so. */
export function formatted(message: Readable): Formatted {
  const texts = [
    ...markedTexts(message),
    ...partsOf(message)
      .filter(({ type }) => type === Kind.TextDisplay)
      .map(part => textOf(part, 'content')),
  ].map(readMarkdown);
  return {
    mentions: textsOf(texts, 'mentions'),
    channels: textsOf(texts, 'channels'),
    bold: textsOf(texts, 'bold'),
    italic: textsOf(texts, 'italic'),
    underline: textsOf(texts, 'underline'),
    strike: textsOf(texts, 'strike'),
    spoilers: textsOf(texts, 'spoilers'),
    code: textsOf(texts, 'code'),
    quotes: textsOf(texts, 'quotes'),
    headings: textsOf(texts, 'headings'),
    subtexts: textsOf(texts, 'subtexts'),
    items: textsOf(texts, 'items'),
    links: texts.flatMap(text => text.links),
    bareLinks: textsOf(texts, 'bareLinks'),
    previews: showsPreviews(message) ? textsOf(texts, 'previews') : [],
    emoji: textsOf(texts, 'emoji'),
    timestamps: textsOf(texts, 'timestamps'),
    commands: textsOf(texts, 'commands'),
  };
}

const textsOf = (texts: readonly Markdown[], key: Exclude<keyof Formatted, 'links'>): readonly string[] =>
  texts.flatMap(text => text[key]);

const flagsOf = ({ flags }: Readable): number => (typeof flags === 'number' ? flags : 0);
const isV2 = (message: Readable): boolean => (flagsOf(message) & MessageFlags.IsComponentsV2) !== 0;

/** Of the links in a message of components Discord makes no embeds, nor when they are suppressed. */
const showsPreviews = (message: Readable): boolean =>
  !isV2(message) && (flagsOf(message) & MessageFlags.SuppressEmbeds) === 0;

/** The texts that are read as Markdown and are not in components. */
const markedTexts = ({ content, embeds }: Readable): readonly string[] =>
  [typeof content === 'string' ? content : '', ...objectsOf(embeds).flatMap(embedTexts)].filter(
    text => text !== '',
  );

const partsOf = ({ components }: Readable): readonly JsonObject[] =>
  componentsIn(components).map(({ component }) => component);

/** What one component shows, without what is nested in it. */
function plainTexts(component: JsonObject): readonly string[] {
  const { type } = component;
  if (type === Kind.TextDisplay) return [readMarkdown(textOf(component, 'content')).plain];
  if (type === Kind.Button) return [labelOf(component)];
  if (type === Kind.Thumbnail) return [textOf(component, 'description')];
  if (type === Kind.MediaGallery)
    return objectsOf(component['items']).map(item => textOf(item, 'description'));
  const options = objectsOf(component['options']).flatMap(option => [
    labelOf(option),
    textOf(option, 'description'),
  ]);
  return [textOf(component, 'placeholder'), ...options];
}

function labelOf(component: JsonObject): string {
  const emoji = textOf(objectOf(component, 'emoji'), 'name');
  return [emoji, textOf(component, 'label')].filter(text => text !== '').join(' ');
}

/** The buttons of a message with what they lead to: for a test that goes through all of them. */
export const buttonsOf = (
  message: Readable,
): readonly { label: string; customId: string; url: string; disabled: boolean; style: string }[] =>
  partsOf(message)
    .filter(({ type }) => type === Kind.Button)
    .map(button => ({
      label: labelOf(button),
      customId: textOf(button, 'custom_id'),
      url: textOf(button, 'url'),
      disabled: button['disabled'] === true,
      style: styleOf(button['style']),
    }));

const styleOf = (style: unknown): string => (typeof style === 'number' ? (ButtonStyle[style] ?? '') : '');
