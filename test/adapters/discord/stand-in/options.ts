import { HOME } from './home.ts';
import type { JsonObject } from './json.ts';

/**
 * What kind of conversation it is. 'post' is a thread of a forum, 'dm' the bot's own conversation with a person,
 * 'group' a group message (or a conversation of two people) that the bot is not part of: there only commands of an
 * app that a person installed reach it.
 */
export type ChannelKind = 'text' | 'forum' | 'thread' | 'post' | 'dm' | 'group';

export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name?: string;
  readonly guild?: string;
  /** The channel or forum that a thread or post belongs to. */
  readonly parent?: string;
  /** The people who can see it; without it, everybody. */
  readonly users?: readonly string[];
  /** What the bot may do there; without it, as in its parent or server. 0n: it does not even see it. */
  readonly botPermissions?: bigint;
  /** Whether apps that a person installed may answer in public there (USE_EXTERNAL_APPS). Without it: yes. */
  readonly externalApps?: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly mentionable?: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name?: string;
  /** Whether the bot was added to it. Without it: yes. */
  readonly hasBot?: boolean;
  /** What the bot may do in its channels; without it, BOT_PERMISSIONS. */
  readonly botPermissions?: bigint;
  readonly roles?: readonly Role[];
}

export interface User {
  readonly id: string;
  readonly name?: string;
  readonly bot?: boolean;
  /** What the person may do in every server; without it, PEOPLE_PERMISSIONS. */
  readonly permissions?: bigint;
  readonly roles?: readonly string[];
}

/** The intents that the portal has to grant: https://docs.discord.com/developers/events/gateway#privileged-intents */
export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

/** So many requests in so much time, counted for each top-level resource. */
export interface Bucket {
  readonly limit: number;
  readonly windowMs: number;
}

export interface DiscordOptions {
  readonly guilds?: readonly Guild[];
  readonly channels?: readonly Channel[];
  readonly users?: readonly User[];
  readonly token?: string;
  readonly applicationId?: string;
  readonly applicationName?: string;
  readonly botId?: string;
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  /** The people who installed the app for themselves. */
  readonly userInstalls?: readonly string[];
  /** The global commands as registered before, in the form of a registration. */
  readonly commands?: readonly JsonObject[];
  /** The limits that are enforced, by route. Without an entry, a route has a wide limit. */
  readonly buckets?: Readonly<Record<string, Bucket>>;
  /** How many requests a second are allowed over all routes but those of interactions. Discord: 50. */
  readonly globalPerSecond?: number;
  /** How long Discord waits for the first answer to an interaction. Discord: 3 seconds. */
  readonly ackLimitMs?: number;
  /** How long an interaction's token is valid. Discord: 15 minutes. */
  readonly tokenLimitMs?: number;
  readonly heartbeatMs?: number;
  /** The time in which only `maxConcurrency` sessions may be started. Discord: 5 seconds. */
  readonly identifyWindowMs?: number;
  readonly maxConcurrency?: number;
  /** How many sessions may still be started today. Discord: 1,000. */
  readonly sessionStarts?: number;
  /** How many shards Discord recommends. */
  readonly shards?: number;
  /** How long a session without a connection can be resumed. */
  readonly sessionLimitMs?: number;
  /** How long the `wait…` functions wait before they reject. */
  readonly waitLimitMs?: number;
}

export type Settings = Required<DiscordOptions>;

export const settingsOf = (options: DiscordOptions): Settings => ({ ...DEFAULTS, ...options });

/**
 * 3 seconds and 15 minutes: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback;
 * 50 a second: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit; sessions:
 * https://docs.discord.com/developers/events/gateway#session-start-limit-object. How long a session can be resumed
 * ("a few minutes") is not documented.
 */
const DEFAULTS: Settings = {
  ...HOME,
  token: 'OTAwMDAwMDAwMDAwMDAwMDAy.stand-in.token',
  applicationName: 'stand-in',
  privilegedIntents: [],
  commands: [],
  buckets: {},
  globalPerSecond: 50,
  ackLimitMs: 3000,
  tokenLimitMs: 15 * 60_000,
  heartbeatMs: 41_250,
  identifyWindowMs: 5000,
  maxConcurrency: 1,
  sessionStarts: 1000,
  shards: 1,
  sessionLimitMs: 3 * 60_000,
  waitLimitMs: 8000,
};
