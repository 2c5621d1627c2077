import { ComponentType, PermissionFlagsBits as May, MessageFlags } from 'discord-api-types/v10';
import { emptyMessage } from './api-error.ts';
import { checkMessage } from './check-message.ts';
import { componentsIn } from './component-tree.ts';
import { type JsonObject, numberOf, objectsOf, textOf } from './json.ts';
import { pingsOf } from './mentions.ts';
import type { Edit, NewMessage } from './message-store.ts';
import type { Channel } from './options.ts';
import type { Message } from './records.ts';
import type { Path } from './schema.ts';
import type { World } from './world.ts';

/** Where a message of the bot is made or changed, and by what right. */
export interface Writing {
  readonly channel: Channel;
  /** An answer to an interaction tells people only, unless it says otherwise; a message tells everybody. */
  readonly isAnswer: boolean;
  /** Where the message is inside the body. */
  readonly at?: Path;
  readonly repliedTo?: Message | undefined;
}

/** The flags that a request may set: https://docs.discord.com/developers/resources/message#create-message */
const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Checks the body of a new message; throws what Discord would answer. */
export function checkedNew(world: World, body: JsonObject, writing: Writing): NewMessage {
  const { error } = checkMessage(body, { at: writing.at ?? [] });
  if (error !== undefined) throw error;
  const settable = SETTABLE | (writing.isAnswer ? MessageFlags.Ephemeral : 0);
  const { nonce } = body;
  return {
    channel: writing.channel.id,
    by: world.settings.botId,
    content: textOf(body, 'content').trim(),
    embeds: objectsOf(body['embeds']),
    components: objectsOf(body['components']),
    flags: numberOf(body, 'flags') & settable,
    pings: pings(world, body, writing, textOf(body, 'content'), objectsOf(body['components'])),
    ...(writing.repliedTo !== undefined && { replyTo: writing.repliedTo.id }),
    ...((typeof nonce === 'string' || typeof nonce === 'number') && { nonce }),
  };
}

/** What an edit may change; the suppression of embeds may be taken back, the components flag only set. */
const EDITABLE = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

/** Checks an edit: fields that are not there stay as they are, null empties them. */
export function checkedEdit(world: World, before: Message, body: JsonObject, writing: Writing): Edit {
  const { error, isV2 } = checkMessage(body, { at: writing.at ?? [], before: before.flags });
  if (error !== undefined) throw error;
  const content = body['content'] === undefined ? before.content : textOf(body, 'content').trim();
  const embeds = body['embeds'] === undefined ? before.embeds : objectsOf(body['embeds']);
  const components = body['components'] === undefined ? before.components : objectsOf(body['components']);
  // Turning a message into one of components: "content … must have their values reset to empty".
  if (isV2) checkReset(body, { content, embeds }, writing.at ?? []);
  if (content === '' && embeds.length === 0 && components.length === 0) throw emptyMessage();
  const given =
    typeof body['flags'] === 'number' ? numberOf(body, 'flags') & EDITABLE : before.flags & EDITABLE;
  const kept = before.flags & ~(EDITABLE | MessageFlags.Loading);
  const sticky = before.flags & MessageFlags.IsComponentsV2;
  const flags = given | kept | sticky;
  const isMentionsRebuilt = body['content'] !== undefined || body['components'] !== undefined;
  return {
    content,
    embeds,
    components,
    flags,
    ...(isMentionsRebuilt && { pings: pings(world, body, writing, content, components) }),
  };
}

function checkReset(body: JsonObject, kept: JsonObject, at: Path): void {
  const { error } = checkMessage(
    { components: body['components'] ?? [], ...kept, flags: MessageFlags.IsComponentsV2 },
    { at, before: 0 },
  );
  if (error !== undefined) throw error;
}

/** Everything a message says that can mention somebody. */
const spokenTexts = (content: string, components: readonly JsonObject[]): readonly string[] => [
  content,
  ...componentsIn(components)
    .filter(({ component }) => component['type'] === ComponentType.TextDisplay)
    .map(({ component }) => textOf(component, 'content')),
];

function pings(
  world: World,
  body: JsonObject,
  { channel, isAnswer, repliedTo }: Writing,
  content: string,
  components: readonly JsonObject[],
): Message['pings'] {
  const roles = world.guild(channel.guild)?.roles ?? [];
  return pingsOf({
    texts: spokenTexts(content, components),
    allowed: body['allowed_mentions'] ?? undefined,
    byDefault: isAnswer ? ['users'] : ['users', 'roles', 'everyone'],
    mentionsEveryone: world.botCan(channel, May.MentionEveryone),
    mentionable: roles.filter(({ mentionable }) => mentionable).map(({ id }) => id),
    repliedTo: repliedTo?.by,
  });
}
