import { ChannelType, InteractionType, MessageReferenceType } from 'discord-api-types/v10';
import { madeAt } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Channel, ChannelKind, Guild } from './options.ts';
import type { Message } from './records.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/resources/user#user-object */
export function apiUser(world: World, id: string): JsonObject {
  const { name = `user${id}`, bot = false } = world.user(id) ?? {};
  return {
    id,
    username: name,
    global_name: bot ? null : name,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    bot,
    public_flags: 0,
  };
}

/** https://docs.discord.com/developers/resources/guild#guild-member-object, without `user`. */
export function apiMember(world: World, id: string): JsonObject {
  const isBot = id === world.settings.botId;
  return {
    roles: world.user(id)?.roles ?? [],
    nick: null,
    avatar: null,
    banner: null,
    joined_at: '2020-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    ...(!isBot && { permissions: String(world.userPermissions(id)) }),
  };
}

const TYPES: Readonly<Record<ChannelKind, ChannelType>> = {
  text: ChannelType.GuildText,
  forum: ChannelType.GuildForum,
  thread: ChannelType.PublicThread,
  post: ChannelType.PublicThread,
  dm: ChannelType.DM,
  group: ChannelType.GroupDM,
};

export const isThread = ({ kind }: Channel): boolean => kind === 'thread' || kind === 'post';

/** https://docs.discord.com/developers/resources/channel#channel-object */
export function apiChannel(world: World, channel: Channel): JsonObject {
  const { id, kind, guild, name = `channel-${id}`, users = [] } = channel;
  const common = { id, type: TYPES[kind], last_message_id: null, flags: 0 };
  if (guild === undefined) {
    const recipients = users.map(user => apiUser(world, user));
    return kind === 'dm' ? { ...common, recipients } : { ...common, name: null, icon: null, recipients };
  }
  if (!isThread(channel)) {
    return {
      ...common,
      guild_id: guild,
      name,
      position: 0,
      permission_overwrites: [botOverwrite(world, channel)],
      nsfw: false,
      parent_id: null,
    };
  }
  return {
    ...common,
    guild_id: guild,
    name,
    parent_id: channel.parent ?? null,
    owner_id: users[0] ?? world.settings.users[0]?.id ?? null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: '2020-01-01T00:00:00.000000+00:00',
      locked: false,
    },
  };
}

/** What the bot may do in a channel, as a permission overwrite for it. */
function botOverwrite(world: World, channel: Channel): JsonObject {
  const allow = world.botPermissions(channel);
  const deny = ~allow & ((1n << 53n) - 1n);
  return { id: world.settings.botId, type: 1, allow: String(allow), deny: String(deny) };
}

export const apiRoles = (world: World, guild: Guild): readonly JsonObject[] => [
  role(guild.id, '@everyone', false, String(world.userPermissions(''))),
  ...(guild.roles ?? []).map(({ id, name, mentionable = false }) => role(id, name, mentionable, '0')),
];

const role = (id: string, name: string, mentionable: boolean, permissions: string): JsonObject => ({
  id,
  name,
  mentionable,
  permissions,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  managed: false,
  flags: 0,
});

/** Fields that are emptied: https://docs.discord.com/developers/events/gateway#message-content-intent */
const BLANK = { content: '', embeds: [], attachments: [], components: [] };

/**
 * https://docs.discord.com/developers/resources/message#message-object, as the app sees it. `seesContent`: whether
 * it has the message content intent; without it, it reads its own messages, direct messages, and those that
 * mention it.
 */
export function apiMessage(world: World, message: Message, seesContent: boolean, depth = 0): JsonObject {
  const { botId, applicationId } = world.settings;
  const { pings, replyTo, interaction } = message;
  const isOurs = message.by === botId || world.channels.get(message.channel)?.guild === undefined;
  const isReadable = seesContent || isOurs || pings.users.includes(botId);
  const { content, embeds, components } = message;
  const replied = replyTo === undefined ? undefined : world.store.find(replyTo);
  return {
    id: message.id,
    channel_id: message.channel,
    author: apiUser(world, message.by),
    timestamp: madeAt(message.id).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date().toISOString() : null,
    tts: false,
    mention_everyone: pings.everyone,
    mentions: pings.users.map(id => apiUser(world, id)),
    mention_roles: pings.roles,
    pinned: false,
    type: message.type,
    flags: message.flags,
    ...(isReadable ? { content, embeds, attachments: [], components } : BLANK),
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(interaction !== undefined && {
      application_id: applicationId,
      webhook_id: applicationId,
      ...metadata(world, interaction),
    }),
    ...(replyTo !== undefined && {
      message_reference: {
        type: MessageReferenceType.Default,
        message_id: replyTo,
        channel_id: message.channel,
        guild_id: world.channels.get(message.channel)?.guild,
      },
      ...(depth === 0 && {
        referenced_message:
          replied === undefined || replied.deleted
            ? null
            : apiMessage(world, replied, seesContent, depth + 1),
      }),
    }),
  };
}

/** https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
function metadata(world: World, id: string): JsonObject {
  const interaction = world.interactionsById.get(id);
  if (interaction === undefined) return {};
  const isCommand = interaction.kind !== 'component';
  return {
    interaction_metadata: {
      id,
      type: isCommand ? InteractionType.ApplicationCommand : InteractionType.MessageComponent,
      user: apiUser(world, interaction.user),
      authorizing_integration_owners: interaction.owners,
    },
  };
}

/** The message as a gateway event has it; an ephemeral one looks like a direct message (discord-api-docs issue 4557). */
export function eventMessage(world: World, message: Message, seesContent: boolean): JsonObject {
  const channel = world.channels.get(message.channel);
  const guild = message.ephemeral ? undefined : channel?.guild;
  return {
    ...apiMessage(world, message, seesContent),
    ...(channel !== undefined && { channel_type: TYPES[channel.kind] }),
    ...(guild !== undefined && { guild_id: guild, member: apiMember(world, message.by) }),
  };
}
