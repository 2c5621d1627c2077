import { isObject, type JsonObject, textOf } from '../../stand-in/json.ts';
import { Refusal } from './answer.ts';
import { asApiMessage } from './api-message.ts';
import { CHAT_METHODS } from './chat-methods.ts';
import type { Message } from './records.ts';
import { openView } from './views.ts';
import type { World } from './world.ts';

/** A method answers its fields (without `ok`), or throws a Refusal. */
export type Method = (world: World, args: JsonObject) => JsonObject;

export const METHODS: Readonly<Record<string, Method>> = {
  ...CHAT_METHODS,
  'auth.test': ({ settings, origin }) => ({
    url: `${origin}/`,
    team: 'Stand-in',
    user: 'bot',
    team_id: settings.teamId,
    user_id: settings.botUserId,
    bot_id: settings.botId,
    is_enterprise_install: false,
  }),
  'apps.connections.open': openConnection,
  'apps.manifest.export': ({ settings }, args) => {
    checkApp(settings.appId, args);
    return { manifest: settings.manifest };
  },
  'apps.manifest.validate': (_, args) => validateManifest(args),
  'bots.info': ({ settings }, args) => {
    if (textOf(args, 'bot') !== settings.botId) throw new Refusal('bot_not_found');
    const { botId, appId, botUserId } = settings;
    return { bot: { id: botId, deleted: false, name: 'bot', app_id: appId, user_id: botUserId } };
  },
  'conversations.replies': replies,
  'views.open': openView,
};

/** A socket address can be used once: https://docs.slack.dev/apis/events-api/using-socket-mode */
function openConnection({ settings, origin, ids, tickets }: World): JsonObject {
  const ticket = ids.uuid();
  tickets.add(ticket);
  return { url: `${origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${settings.appId}` };
}

function checkApp(appId: string, args: JsonObject): void {
  const asked = textOf(args, 'app_id');
  if (asked === '') throw new Refusal('invalid_arguments', ['missing required field: app_id']);
  if (asked !== appId) throw new Refusal('invalid_app_id');
}

/** Only the outline is checked: https://docs.slack.dev/reference/methods/apps.manifest.validate */
function validateManifest(args: JsonObject): JsonObject {
  const { manifest } = args;
  const info = isObject(manifest) ? manifest['display_information'] : undefined;
  if (isObject(info) && textOf(info, 'name') !== '') return {};
  throw new Refusal('invalid_manifest', [], {
    errors: [{ message: 'Missing required field: name', pointer: '/display_information/name' }],
  });
}

/** https://docs.slack.dev/reference/methods/conversations.replies: the parent and its replies, never ephemeral ones. */
function replies({ store, settings }: World, args: JsonObject): JsonObject {
  const found = settings.channels.find(({ id }) => id === textOf(args, 'channel'));
  if (found === undefined) throw new Refusal('channel_not_found');
  if (!found.isMember) throw new Refusal('not_in_channel');
  const ts = textOf(args, 'ts');
  const parent = store.find(found.id, ts);
  if (parent === undefined || parent.deleted || parent.ephemeral) throw new Refusal('thread_not_found');
  const inThread = (message: Message): boolean => message.ts === ts || message.thread_ts === ts;
  const messages = store.all.filter(
    message => message.channel === found.id && inThread(message) && !message.ephemeral && !message.deleted,
  );
  return { messages: messages.map(message => asApiMessage(settings, message)), has_more: false };
}
