import { apiChannel, apiMember, apiRoles, apiUser, isThread } from './api-objects.ts';
import type { JsonObject } from './json.ts';
import type { Guild } from './options.ts';
import type { Session } from './session.ts';
import type { Happening, World } from './world.ts';

/** The flags that say which privileged intents an app has: https://docs.discord.com/developers/resources/application#application-object-application-flags */
const LIMITED = { GuildPresences: 1 << 13, GuildMembers: 1 << 15, MessageContent: 1 << 19 } as const;

export const applicationFlags = ({ privilegedIntents }: World): number =>
  privilegedIntents.reduce((sum, name) => sum | LIMITED[name], 0);

/** https://docs.discord.com/developers/events/gateway-events#ready */
export function ready(world: World, session: Session, resumeUrl: string): JsonObject {
  const { applicationId, botId } = world.settings;
  return {
    v: 10,
    user: { ...apiUser(world, botId), verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: world.botGuilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: { id: applicationId, flags: applicationFlags(world) },
    session_type: 'normal',
    private_channels: [],
    presences: [],
    relationships: [],
    user_settings: {},
    geo_ordered_rtc_regions: [],
    guild_join_requests: [],
    auth: {},
    _trace: ['stand-in'],
  };
}

/** https://docs.discord.com/developers/events/gateway-events#guild-create */
export const guildCreate = (world: World, guild: Guild): Happening => ({
  name: 'GUILD_CREATE',
  guild: guild.id,
  data: () => ({
    ...apiGuild(world, guild),
    joined_at: '2020-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: world.settings.users.length + 1,
    voice_states: [],
    members: [{ user: apiUser(world, world.settings.botId), ...apiMember(world, world.settings.botId) }],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    channels: channelsOf(world, guild).filter(({ type }) => type !== 11),
    threads: channelsOf(world, guild).filter(({ type }) => type === 11),
  }),
});

/** The channels of a server, as the bot sees them; the threads are with them. */
export const channelsOf = (world: World, { id }: Guild): readonly JsonObject[] =>
  [...world.channels.values()]
    .filter(
      channel => channel.guild === id && (isThread(channel) ? world.botPermissions(channel) !== 0n : true),
    )
    .map(channel => apiChannel(world, channel));

/** https://docs.discord.com/developers/resources/guild#guild-object, as far as a client needs it. */
export function apiGuild(world: World, guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name ?? `guild-${guild.id}`,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: world.settings.users[0]?.id ?? '0',
    region: 'us-west',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: apiRoles(world, guild),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US',
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
  };
}
