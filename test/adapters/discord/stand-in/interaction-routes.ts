import {
  PermissionFlagsBits as May,
  MessageFlags,
  InteractionResponseType as Type,
} from 'discord-api-types/v10';
import { alreadyAcknowledged, invalidForm, unknownInteraction, unknownMessage } from './api-error.ts';
import { apiMessage } from './api-objects.ts';
import { checkedEdit, checkedNew } from './bot-messages.ts';
import { choices as checkChoices } from './check-commands.ts';
import type { Interaction } from './interactions.ts';
import { type JsonObject, numberOf, objectOf, objectsOf } from './json.ts';
import type { Choice, Message, Reply } from './records.ts';
import { noContent, ok, type RestAnswer, type RestRequest } from './request.ts';
import { Problems } from './schema.ts';
import type { World } from './world.ts';

/** What an answer of each type is called here; a modal (9) is not known to the stand-in. */
const REPLIES: Readonly<Record<number, Reply>> = {
  [Type.ChannelMessageWithSource]: 'message',
  [Type.DeferredChannelMessageWithSource]: 'defer',
  [Type.DeferredMessageUpdate]: 'defer_update',
  [Type.UpdateMessage]: 'update',
  [Type.ApplicationCommandAutocompleteResult]: 'autocomplete',
};

/** https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response */
export function answerCallback({ world, params, query, body }: RestRequest): RestAnswer {
  const interaction = world.interactions.get(params['token'] ?? '');
  if (interaction === undefined || interaction.id !== params['interaction'] || interaction.isLost)
    throw unknownInteraction();
  if (interaction.reply !== undefined) throw alreadyAcknowledged();
  const reply = allowedReply(interaction, body);
  interaction.message = answer(world, interaction, reply, objectOf(body, 'data'));
  interaction.reply = reply;
  interaction.isEphemeral = interaction.message?.ephemeral ?? false;
  interaction.acknowledge();
  return query['with_response'] === 'true'
    ? ok(response(world, interaction, numberOf(body, 'type')))
    : noContent;
}

/** Autocompletion is answered by type 8 only, types 6 and 7 are "only valid for component-based interactions". */
function allowedReply({ kind }: Interaction, { type }: JsonObject): Reply {
  const reply = typeof type === 'number' ? REPLIES[type] : undefined;
  const isUpdate = reply === 'update' || reply === 'defer_update';
  const isFor =
    (reply === 'autocomplete') === (kind === 'autocomplete') && (!isUpdate || kind === 'component');
  if (reply !== undefined && isFor) return reply;
  const allowed = kind === 'autocomplete' ? '(8,)' : kind === 'component' ? '(4, 5, 6, 7, 9)' : '(4, 5, 9)';
  const message = `Value must be one of ${allowed}.`;
  throw invalidForm({ type: { _errors: [{ code: 'BASE_TYPE_CHOICES', message }] } });
}

function answer(world: World, interaction: Interaction, reply: Reply, data: JsonObject): Message | undefined {
  const { channel, source, id } = interaction;
  if (reply === 'autocomplete') {
    interaction.choices = checkedChoices(data);
    return undefined;
  }
  if (reply === 'update' || reply === 'defer_update') {
    interaction.original = source;
    return reply === 'defer_update' ? undefined : updateSource(world, interaction, data);
  }
  const isDefer = reply === 'defer';
  const message = isDefer
    ? { channel: channel.id, by: world.settings.botId, flags: deferFlags(data) }
    : checkedNew(world, data, { channel, isAnswer: true, at: ['data'] });
  const flags = (message.flags ?? 0) | forcedFlags(world, interaction);
  const type = TYPES[interaction.kind];
  const added = world.store.add({
    ...message,
    flags,
    interaction: id,
    ...(type !== undefined && { type }),
    ...viewer(interaction, flags),
    ...(source !== undefined && { replyTo: source }),
  });
  interaction.original = added.id;
  return added;
}

/** https://docs.discord.com/developers/resources/message#message-object-message-types */
const TYPES: Readonly<Partial<Record<Interaction['kind'], number>>> = {
  command: 20,
  message_command: 23,
};

export const viewer = ({ user }: Interaction, flags: number): { user?: string } =>
  (flags & MessageFlags.Ephemeral) === 0 ? {} : { user };

/** Of the flags of a deferral only EPHEMERAL counts; others are dropped (discord-api-docs issue 7910). */
const deferFlags = (data: JsonObject): number =>
  (numberOf(data, 'flags') & MessageFlags.Ephemeral) | MessageFlags.Loading;

/** Without USE_EXTERNAL_APPS the answers of an app that only a person installed are for that person alone. */
export function forcedFlags(world: World, { channel, owners }: Interaction): number {
  const isUserInstall = owners['0'] === undefined;
  if (!isUserInstall || channel.guild === undefined) return 0;
  const isBarred = channel.externalApps === false || (world.userPermissions('') & May.UseExternalApps) === 0n;
  return isBarred ? MessageFlags.Ephemeral : 0;
}

function updateSource(world: World, { source = '', channel }: Interaction, data: JsonObject): Message {
  const before = world.store.find(source);
  if (before === undefined || before.deleted) throw unknownMessage();
  return world.store.edit(
    before,
    checkedEdit(world, before, data, { channel, isAnswer: true, at: ['data'] }),
  );
}

/** "autocomplete choices (max of 25 choices)" */
function checkedChoices(data: JsonObject): readonly Choice[] {
  const problems = new Problems();
  const given = data['choices'] ?? [];
  checkChoices(given, ['data', 'choices'], problems);
  const { tree } = problems;
  if (tree !== undefined) throw invalidForm(tree);
  return objectsOf(given).flatMap(choice => {
    const { name, value } = choice;
    const isChoice = typeof name === 'string' && (typeof value === 'string' || typeof value === 'number');
    return isChoice ? [{ name, value }] : [];
  });
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function response(
  world: World,
  { id, kind, original, isEphemeral, reply }: Interaction,
  type: number,
): JsonObject {
  const message = original === undefined ? undefined : world.store.find(original);
  return {
    interaction: {
      id,
      type: kind === 'component' ? 3 : kind === 'autocomplete' ? 4 : 2,
      ...(message !== undefined && {
        response_message_id: message.id,
        response_message_loading: reply === 'defer',
        response_message_ephemeral: isEphemeral,
      }),
    },
    resource: { type, ...(message !== undefined && { message: apiMessage(world, message, true) }) },
  };
}
