import { ApplicationCommandType, PermissionFlagsBits as May } from 'discord-api-types/v10';
import { apiChannel, apiMember, apiMessage, apiUser } from './api-objects.ts';
import type { CommandRecord } from './check-commands.ts';
import { isList, type JsonObject } from './json.ts';
import type { Channel } from './options.ts';
import type { Message } from './records.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types */
const contextOf = ({ kind }: Channel): number => (kind === 'dm' ? 1 : kind === 'group' ? 2 : 0);

/**
 * Who authorized the app there: the server, or the person; of a command, only in the installations it is registered
 * for (docs: Authorizing Integration Owners Object). Empty: the command cannot be used there.
 */
export function ownersOf(world: World, channel: Channel, user: string, command?: CommandRecord): JsonObject {
  const { integration_types: types, contexts }: JsonObject = command ?? {};
  const supports = (type: number): boolean => !isList(types) || types.includes(type);
  const isInContext = !isList(contexts) || contexts.includes(contextOf(channel));
  if (!isInContext) return {};
  return {
    ...(supports(0) && world.hasBot(channel) && { 0: channel.guild ?? '0' }),
    ...(supports(1) && world.settings.userInstalls.includes(user) && { 1: user }),
  };
}

/** What is the same in every interaction: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionPayload(
  world: World,
  channel: Channel,
  user: string,
  about: { readonly id: string; readonly token: string; readonly owners: JsonObject },
): JsonObject {
  const person = apiUser(world, user);
  const { guild } = channel;
  return {
    id: about.id,
    application_id: world.settings.applicationId,
    token: about.token,
    version: 1,
    channel_id: channel.id,
    channel: apiChannel(world, channel),
    ...(guild === undefined
      ? { user: person }
      : {
          guild_id: guild,
          guild: { id: guild, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { user: person, ...apiMember(world, user) },
        }),
    app_permissions: String(appPermissions(world, channel)),
    locale: 'en-US',
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: about.owners,
    context: contextOf(channel),
    attachment_size_limit: 10_485_760,
  };
}

/** "`app_permissions` includes ATTACH_FILES | EMBED_LINKS | MENTION_EVERYONE permissions for (G)DMs with other users" */
function appPermissions(world: World, channel: Channel): bigint {
  if (channel.guild !== undefined) return world.botPermissions(channel);
  const direct = May.AttachFiles | May.EmbedLinks | May.MentionEveryone;
  return channel.kind === 'dm' ? direct | May.UseExternalEmojis : direct;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-data-structure */
export const commandData = (
  { id, name, type }: CommandRecord,
  options: readonly JsonObject[],
): JsonObject => ({
  id,
  name,
  type,
  ...(options.length > 0 && { options }),
});

/** A message command says which message; its content is there whether or not the app has the intent. */
export function messageCommandData(world: World, { id, name }: CommandRecord, message: Message): JsonObject {
  return {
    id,
    name,
    type: ApplicationCommandType.Message,
    target_id: message.id,
    resolved: { messages: { [message.id]: apiMessage(world, message, true) } },
  };
}
