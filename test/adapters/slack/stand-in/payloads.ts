import type { JsonObject } from '../../stand-in/json.ts';
import { asApiMessage } from './api-message.ts';
import type { Channel } from './options.ts';
import type { Message } from './records.ts';
import { newResponseUrl } from './response-url.ts';
import type { World } from './world.ts';

/** The verification token of old: still sent, never to be trusted. */
const TOKEN = 'verification-token';

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
export function commandPayload(
  world: World,
  channel: Channel,
  user: string,
  command: string,
  text: string,
): JsonObject {
  const { settings } = world;
  const about = { channel: channel.id, user, source: undefined };
  return {
    token: TOKEN,
    team_id: settings.teamId,
    team_domain: 'stand-in',
    channel_id: channel.id,
    channel_name: nameOf(channel),
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text,
    api_app_id: settings.appId,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(world, 'commands', about),
    trigger_id: world.newTrigger(),
  };
}

/** The wrapper of every event: https://docs.slack.dev/apis/events-api#callback-field */
export function eventPayload({ settings, ids }: World, event: JsonObject, eventId?: string): JsonObject {
  const { teamId, appId, botUserId } = settings;
  return {
    token: TOKEN,
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: eventId ?? ids.next('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: ids.next('4-'),
  };
}

function interaction({ settings }: World, channel: Channel, user: string): JsonObject {
  return {
    token: TOKEN,
    team: { id: settings.teamId, domain: 'stand-in' },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: settings.teamId },
    channel: { id: channel.id, name: nameOf(channel) },
  };
}

/**
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. Of an ephemeral message the
 * payload has the container only, no `message`.
 */
export function blockActionsPayload(
  world: World,
  channel: Channel,
  user: string,
  message: Message,
  action: JsonObject,
): JsonObject {
  const source = { channel: message.channel, ts: message.ts };
  const about = { channel: channel.id, user, source };
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  return {
    type: 'block_actions',
    ...interaction(world, channel, user),
    api_app_id: world.settings.appId,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.ephemeral,
      ...thread,
    },
    trigger_id: world.newTrigger(),
    ...(!message.ephemeral && { message: asApiMessage(world.settings, message) }),
    state: { values: stateOf(action) },
    response_url: newResponseUrl(world, 'actions', about),
    actions: [{ ...action, action_ts: world.ids.ts() }],
  };
}

/** The values of the elements that have one; a button has none. */
function stateOf(action: JsonObject): JsonObject {
  const { type, selected_option, block_id, action_id } = action;
  if (selected_option === undefined || type === 'overflow') return {};
  return { [String(block_id)]: { [String(action_id)]: { type, selected_option } } };
}

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload#message_shortcuts */
export function messageActionPayload(
  world: World,
  channel: Channel,
  user: string,
  message: Message,
  callbackId: string,
): JsonObject {
  const about = { channel: channel.id, user, source: undefined };
  return {
    type: 'message_action',
    ...interaction(world, channel, user),
    action_ts: world.ids.ts(),
    callback_id: callbackId,
    trigger_id: world.newTrigger(),
    message_ts: message.ts,
    message: asApiMessage(world.settings, message),
    response_url: newResponseUrl(world, 'app', about),
  };
}

/** Slack calls every direct message 'directmessage' and a private channel 'privategroup' where it gives no name. */
function nameOf({ id, kind }: Channel): string {
  if (kind === 'im') return 'directmessage';
  return kind === 'group' ? 'privategroup' : id.toLowerCase();
}
