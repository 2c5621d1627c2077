import { GatewayVersion } from 'discord-api-types/v10';
import { unknownGuild, unknownUser } from './api-error.ts';
import { apiChannel, apiMember, apiRoles, apiUser, isThread } from './api-objects.ts';
import { BOT_PERMISSIONS } from './home.ts';
import type { JsonObject } from './json.ts';
import type { Guild } from './options.ts';
import { apiGuild, applicationFlags, channelsOf } from './ready.ts';
import { ok, type RestAnswer, type RestRequest } from './request.ts';
import type { World } from './world.ts';

type Answer = (request: RestRequest) => RestAnswer;

/** What an app asks about itself and where it is. */
export const INFO_ROUTES: Readonly<Record<string, Answer>> = {
  'GET /gateway': ({ world }) => ok({ url: gatewayUrl(world) }),
  'GET /gateway/bot': gatewayBot,
  'GET /users/@me': ({ world }) =>
    ok({ ...apiUser(world, world.settings.botId), verified: true, mfa_enabled: true, flags: 0 }),
  'GET /users/@me/guilds': ({ world }) => ok(world.botGuilds.map(partialGuild)),
  'POST /users/@me/channels': openDm,
  'GET /users/:user': ({ world, params }) => ok(apiUser(world, knownUser(world, params['user']))),
  'GET /applications/@me': ({ world }) => ok(application(world)),
  'GET /oauth2/applications/@me': ({ world }) => ok(application(world)),
  'GET /guilds/:guild': ({ world, params }) => ok(apiGuild(world, knownGuild(world, params['guild']))),
  'GET /guilds/:guild/channels': ({ world, params }) =>
    ok(channelsOf(world, knownGuild(world, params['guild'])).filter(({ type }) => type !== 11)),
  'GET /guilds/:guild/roles': ({ world, params }) => ok(apiRoles(world, knownGuild(world, params['guild']))),
  'GET /guilds/:guild/threads/active': activeThreads,
  'GET /guilds/:guild/members/:user': ({ world, params }) => {
    knownGuild(world, params['guild']);
    const user = knownUser(world, params['user']);
    return ok({ user: apiUser(world, user), ...apiMember(world, user) });
  },
};

const gatewayUrl = ({ origin }: World): string => origin.replace('http', 'ws');

/** https://docs.discord.com/developers/events/gateway#get-gateway-bot */
function gatewayBot({ world, gateway }: RestRequest): RestAnswer {
  const { shards, sessionStarts, maxConcurrency } = world.settings;
  const session_start_limit = {
    total: Math.max(sessionStarts, 1000),
    remaining: gateway.sessionStarts,
    reset_after: 14_400_000,
    max_concurrency: maxConcurrency,
  };
  return ok({ url: gatewayUrl(world), shards, session_start_limit });
}

/** https://docs.discord.com/developers/resources/user#get-current-user-guilds */
const partialGuild = ({ id, name = `guild-${id}`, botPermissions = BOT_PERMISSIONS }: Guild): JsonObject => ({
  id,
  name,
  icon: null,
  banner: null,
  owner: false,
  permissions: String(botPermissions),
  features: [],
});

/** https://docs.discord.com/developers/resources/application#application-object */
function application(world: World): JsonObject {
  const { applicationId: id, applicationName: name, botId, userInstalls } = world.settings;
  return {
    id,
    name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    team: null,
    flags: applicationFlags(world),
    bot: apiUser(world, botId),
    owner: apiUser(world, world.settings.users[0]?.id ?? '0'),
    approximate_guild_count: world.botGuilds.length,
    approximate_user_install_count: userInstalls.length,
    integration_types_config: { 0: {}, 1: {} },
    interactions_endpoint_url: null,
    redirect_uris: [],
    gateway_version: Number(GatewayVersion),
  };
}

function openDm({ world, body }: RestRequest): RestAnswer {
  const user = knownUser(world, String(body['recipient_id']));
  return ok(apiChannel(world, world.dmWith(user)));
}

function activeThreads({ world, params }: RestRequest): RestAnswer {
  const guild = knownGuild(world, params['guild']);
  const threads = [...world.channels.values()].filter(one => one.guild === guild.id && isThread(one));
  return ok({ threads: threads.map(one => apiChannel(world, one)), members: [] });
}

/** A server the bot was not added to is unknown to it. */
function knownGuild(world: World, id: string | undefined): Guild {
  const found = world.botGuilds.find(guild => guild.id === id);
  if (found === undefined) throw unknownGuild();
  return found;
}

function knownUser(world: World, id = ''): string {
  if (world.user(id) === undefined) throw unknownUser();
  return id;
}
