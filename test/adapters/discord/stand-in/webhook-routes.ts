import { ApiError, invalidWebhookToken, unknownMessage, unknownWebhook } from './api-error.ts';
import { apiMessage } from './api-objects.ts';
import { checkedEdit, checkedNew } from './bot-messages.ts';
import { forcedFlags, viewer } from './interaction-routes.ts';
import type { Interaction } from './interactions.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './records.ts';
import { noContent, ok, type RestAnswer, type RestRequest } from './request.ts';

type Answer = (request: RestRequest) => RestAnswer;
const MESSAGE = '/webhooks/:application/:token/messages/:message';

/** Follow-ups: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
export const WEBHOOK_ROUTES: Readonly<Record<string, Answer>> = {
  'POST /webhooks/:application/:token': followUp,
  [`GET ${MESSAGE}`]: request => ok(apiMessage(request.world, ownMessage(request), true)),
  [`PATCH ${MESSAGE}`]: edit,
  [`DELETE ${MESSAGE}`]: request => {
    request.world.store.delete(ownMessage(request));
    return noContent;
  },
};

/**
 * The token is worth nothing before the first answer and when that came too late (10015), and it ends after 15 minutes
 * (401 with 50027: so seen in github.com/discord/discord-api-docs/issues/6851 and pull request 2461).
 */
function validInteraction({ world, params }: RestRequest): Interaction {
  const interaction = world.interactions.get(params['token'] ?? '');
  const isOurs = params['application'] === world.settings.applicationId;
  if (interaction === undefined || !isOurs || interaction.isLost || interaction.reply === undefined)
    throw unknownWebhook();
  if (Date.now() >= interaction.expiresAt) throw invalidWebhookToken();
  return interaction;
}

/** A message of this token: the first answer, the message that was acted on, or a follow-up. */
function ownMessage(request: RestRequest): Message {
  const interaction = validInteraction(request);
  const { message: id = '' } = request.params;
  const found = request.world.store.find(id === '@original' ? (interaction.original ?? '') : id);
  const isOurs = found?.id === interaction.original || found?.interaction === interaction.id;
  if (found === undefined || found.deleted || !isOurs) throw unknownMessage();
  return found;
}

function edit(request: RestRequest): RestAnswer {
  const { world, body } = request;
  const message = ownMessage(request);
  const { channel } = validInteraction(request);
  const edited = world.store.edit(message, checkedEdit(world, message, body, { channel, isAnswer: true }));
  return ok(apiMessage(world, edited, true));
}

/**
 * "When using this endpoint directly after responding … with DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE, this endpoint will
 * function as Edit Original Interaction Response".
 */
function followUp(request: RestRequest): RestAnswer {
  const { world, body } = request;
  const interaction = validInteraction(request);
  const original = world.store.find(interaction.original ?? '');
  if (interaction.reply === 'defer' && original?.loading === true && !original.deleted)
    return edit({ ...request, params: { ...request.params, message: '@original' } });
  const isUserInstall = interaction.owners['0'] === undefined;
  if (isUserInstall && interaction.followUps >= LIMITS.userInstallFollowUps)
    throw new ApiError(400, 40094, 'This interaction has hit the maximum number of follow up messages');
  const { channel, id } = interaction;
  const message = checkedNew(world, body, { channel, isAnswer: true });
  const flags = (message.flags ?? 0) | forcedFlags(world, interaction);
  interaction.followUps += 1;
  const replyTo = original === undefined || original.deleted ? {} : { replyTo: original.id };
  const added = world.store.add({
    ...message,
    flags,
    interaction: id,
    ...replyTo,
    ...viewer(interaction, flags),
  });
  return ok(apiMessage(world, added, true));
}
