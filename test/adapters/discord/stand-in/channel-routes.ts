import { PermissionFlagsBits as May, MessageFlags } from 'discord-api-types/v10';
import {
  ApiError,
  invalidForm,
  missingAccess,
  missingPermissions,
  notTheAuthor,
  unknownChannel,
  unknownMessage,
} from './api-error.ts';
import { apiChannel, apiMessage, isThread } from './api-objects.ts';
import { checkedEdit, checkedNew } from './bot-messages.ts';
import { isObject, textOf } from './json.ts';
import type { Channel } from './options.ts';
import type { Message } from './records.ts';
import { noContent, ok, type RestAnswer, type RestRequest } from './request.ts';
import type { World } from './world.ts';

type Answer = (request: RestRequest) => RestAnswer;

/** https://docs.discord.com/developers/resources/message and https://docs.discord.com/developers/resources/channel */
export const CHANNEL_ROUTES: Readonly<Record<string, Answer>> = {
  'GET /channels/:channel': ({ world, params }) =>
    ok(apiChannel(world, seenChannel(world, params['channel']))),
  'GET /channels/:channel/messages': history,
  'GET /channels/:channel/messages/:message': ({ world, params }) => {
    const channel = readableChannel(world, params['channel']);
    return ok(apiMessage(world, knownMessage(world, channel, params['message']), readsContent(world)));
  },
  'POST /channels/:channel/messages': create,
  'PATCH /channels/:channel/messages/:message': edit,
  'DELETE /channels/:channel/messages/:message': remove,
  'POST /channels/:channel/typing': ({ world, params }) => {
    const channel = seenChannel(world, params['channel']);
    demand(world, channel, sendPermission(channel));
    return noContent;
  },
};

/** "HTTP API restrictions are independent of Gateway restrictions": what counts is the portal's grant. */
const readsContent = ({ privilegedIntents }: World): boolean => privilegedIntents.includes('MessageContent');

/** A channel the bot does not see is Missing Access; one that is not there, or no longer, is unknown. */
function seenChannel(world: World, id = ''): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw unknownChannel();
  if (channel.kind !== 'dm' && !world.botCan(channel, May.ViewChannel)) throw missingAccess();
  return channel;
}

function readableChannel(world: World, id: string | undefined): Channel {
  const channel = seenChannel(world, id);
  demand(world, channel, May.ReadMessageHistory);
  return channel;
}

function demand(world: World, channel: Channel, permission: bigint): void {
  if (channel.kind !== 'dm' && !world.botCan(channel, permission)) throw missingPermissions();
}

/** "SEND_MESSAGES … does not allow sending messages in threads" (https://docs.discord.com/developers/topics/permissions) */
const sendPermission = (channel: Channel): bigint =>
  isThread(channel) ? May.SendMessagesInThreads : May.SendMessages;

/** An ephemeral message is none of the channel's. */
function knownMessage(world: World, channel: Channel, id = ''): Message {
  const found = world.store.find(id);
  if (found === undefined || found.channel !== channel.id || found.deleted || found.ephemeral)
    throw unknownMessage();
  return found;
}

function history({ world, params, query }: RestRequest): RestAnswer {
  const channel = readableChannel(world, params['channel']);
  const limit = Number(query['limit'] ?? 50);
  const found = world.store.all.filter(one => one.channel === channel.id && !one.deleted && !one.ephemeral);
  return ok(
    found
      .slice(-limit)
      .reverse()
      .map(one => apiMessage(world, one, readsContent(world))),
  );
}

/** https://docs.discord.com/developers/resources/message#create-message */
function create({ world, params, body }: RestRequest): RestAnswer {
  const channel = seenChannel(world, params['channel']);
  if (channel.kind === 'forum') throw new ApiError(400, 50008, 'Cannot send messages in a non-text channel');
  demand(world, channel, sendPermission(channel));
  if (Array.isArray(body['embeds']) && body['embeds'].length > 0) demand(world, channel, May.EmbedLinks);
  const repliedTo = repliedMessage(world, channel, body['message_reference']);
  const message = checkedNew(world, body, { channel, isAnswer: false, repliedTo });
  const same = body['enforce_nonce'] === true ? sameNonce(world, message.nonce) : undefined;
  return ok(apiMessage(world, same ?? world.store.add(message), true));
}

/** "If another message was created by the same author with the same nonce, that message will be returned". */
function sameNonce(world: World, nonce: Message['nonce']): Message | undefined {
  if (nonce === undefined) return undefined;
  return world.store.all.find(one => one.by === world.settings.botId && one.nonce === nonce && !one.deleted);
}

/** "the current user must have the READ_MESSAGE_HISTORY permission. The referenced message must exist". */
function repliedMessage(world: World, channel: Channel, reference: unknown): Message | undefined {
  if (!isObject(reference)) return undefined;
  if (channel.kind !== 'dm' && !world.botCan(channel, May.ReadMessageHistory))
    throw new ApiError(400, 160002, 'Cannot reply without permission to read message history');
  const found = world.store.find(textOf(reference, 'message_id'));
  if (found !== undefined && found.channel === channel.id && !found.deleted && !found.ephemeral) return found;
  if (reference['fail_if_not_exists'] === false) return undefined;
  const _errors = [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }];
  throw invalidForm({ message_reference: { _errors } });
}

/** Others "can only edit flags and only if they have the MANAGE_MESSAGES permission". */
function edit({ world, params, body }: RestRequest): RestAnswer {
  const channel = seenChannel(world, params['channel']);
  const message = knownMessage(world, channel, params['message']);
  if (message.by !== world.settings.botId) {
    const isFlagsOnly = Object.keys(body).every(key => key === 'flags');
    if (!isFlagsOnly || !world.botCan(channel, May.ManageMessages)) throw notTheAuthor();
    const suppressed = message.flags | (Number(body['flags']) & MessageFlags.SuppressEmbeds);
    return ok(apiMessage(world, world.store.edit(message, { flags: suppressed }), readsContent(world)));
  }
  if (message.interaction !== undefined) demand(world, channel, sendPermission(channel));
  return ok(
    apiMessage(
      world,
      world.store.edit(message, checkedEdit(world, message, body, { channel, isAnswer: false })),
      true,
    ),
  );
}

/** https://docs.discord.com/developers/resources/message#delete-message */
function remove({ world, params }: RestRequest): RestAnswer {
  const channel = seenChannel(world, params['channel']);
  const message = knownMessage(world, channel, params['message']);
  if (message.by !== world.settings.botId) {
    if (channel.kind === 'dm') throw new ApiError(403, 50003, 'Cannot execute action on a DM channel');
    demand(world, channel, May.ManageMessages);
  }
  world.store.delete(message);
  return noContent;
}
