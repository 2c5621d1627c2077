import { PermissionFlagsBits as may } from 'discord-api-types/v10';

/** The identifiers of the world a test gets when it describes none of its own. */
export const IDS = {
  application: '900000000000000001',
  bot: '900000000000000002',
  guild: '200000000000000001',
  /** A server to which the bot was not added. */
  elsewhere: '200000000000000002',
  role: '400000000000000001',
  /** Text channels: one to talk in, one the bot can only read, one it does not see, one for some people only. */
  general: '300000000000000001',
  quiet: '300000000000000002',
  hidden: '300000000000000003',
  closed: '300000000000000004',
  thread: '300000000000000005',
  forum: '300000000000000006',
  post: '300000000000000007',
  dm: '300000000000000008',
  group: '300000000000000009',
  /** A text channel of the server `elsewhere`. */
  outside: '300000000000000010',
  user: '100000000000000001',
  other: '100000000000000002',
  /** May manage messages. */
  moderator: '100000000000000003',
  otherBot: '100000000000000004',
} as const;

/** What a bot is usually granted: to see, to write, in threads too, to read history, to embed links. */
export const BOT_PERMISSIONS: bigint =
  may.ViewChannel |
  may.SendMessages |
  may.SendMessagesInThreads |
  may.ReadMessageHistory |
  may.EmbedLinks |
  may.UseApplicationCommands;

/** What everybody may do in a new server, as far as it matters here. */
export const PEOPLE_PERMISSIONS: bigint =
  BOT_PERMISSIONS | may.AttachFiles | may.AddReactions | may.CreatePublicThreads | may.UseExternalApps;

const { guild } = IDS;

export const HOME = {
  applicationId: IDS.application,
  botId: IDS.bot,
  guilds: [
    { id: guild, name: 'home', roles: [{ id: IDS.role, name: 'team', mentionable: true }] },
    { id: IDS.elsewhere, name: 'elsewhere', hasBot: false },
  ],
  channels: [
    { id: IDS.general, kind: 'text', name: 'general', guild },
    {
      id: IDS.quiet,
      kind: 'text',
      name: 'quiet',
      guild,
      botPermissions: may.ViewChannel | may.ReadMessageHistory,
    },
    { id: IDS.hidden, kind: 'text', name: 'hidden', guild, botPermissions: 0n },
    { id: IDS.closed, kind: 'text', name: 'closed', guild, users: [IDS.user] },
    { id: IDS.thread, kind: 'thread', name: 'thread', guild, parent: IDS.general },
    { id: IDS.forum, kind: 'forum', name: 'forum', guild },
    { id: IDS.post, kind: 'post', name: 'post', guild, parent: IDS.forum },
    { id: IDS.dm, kind: 'dm', users: [IDS.user] },
    { id: IDS.group, kind: 'group', users: [IDS.user, IDS.other] },
    { id: IDS.outside, kind: 'text', name: 'outside', guild: IDS.elsewhere },
  ],
  users: [
    { id: IDS.user, name: 'user' },
    { id: IDS.other, name: 'other' },
    { id: IDS.moderator, name: 'moderator', permissions: PEOPLE_PERMISSIONS | may.ManageMessages },
    { id: IDS.otherBot, name: 'otherbot', bot: true },
  ],
  userInstalls: [IDS.user],
} as const;
