/** What kind of conversation it is, named as `channel_type` of a message event names it. */
export type ChannelKind = 'channel' | 'im' | 'mpim' | 'group';

export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  /** Whether the bot is in it. Of a direct message: whether it is the bot's own conversation with `users`. */
  readonly isMember: boolean;
  /** The people in it; without it, everybody. */
  readonly users?: readonly string[];
}

export interface SlackOptions {
  readonly channels?: readonly Channel[];
  readonly botToken?: string;
  readonly appToken?: string;
  readonly configToken?: string;
  readonly signingSecret?: string;
  /** The scopes of the bot token. */
  readonly scopes?: readonly string[];
  /** The events the app subscribed to, as its manifest names them: `app_mention`, `message.channels`, … */
  readonly events?: readonly string[];
  readonly appId?: string;
  readonly botId?: string;
  readonly botUserId?: string;
  readonly teamId?: string;
  /** What apps.manifest.export answers. */
  readonly manifest?: unknown;
  /** How long Slack waits for an acknowledgement. Slack: 3 seconds. */
  readonly ackLimitMs?: number;
  /** How long a trigger_id can be used. Slack: 3 seconds. */
  readonly triggerLimitMs?: number;
  /** How long the `wait…` functions wait before they reject. */
  readonly waitLimitMs?: number;
  /** Whether Slack reports the bot's own messages, edits and deletions back to it, as it does. */
  readonly ownEvents?: boolean;
}

export type Settings = Required<SlackOptions>;

export const settingsOf = (options: SlackOptions): Settings => ({ ...DEFAULTS, ...options });

/** Slack waits 3 seconds: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const DEFAULTS: Settings = {
  channels: [
    { id: 'C1', kind: 'channel', isMember: true },
    { id: 'C2', kind: 'channel', isMember: false },
    { id: 'D1', kind: 'im', isMember: true, users: ['U1'] },
  ],
  botToken: 'xoxb-1-2-stand-in',
  appToken: 'xapp-1-A1-1-stand-in',
  configToken: 'xoxe.xoxp-1-stand-in',
  signingSecret: '0123456789abcdef0123456789abcdef',
  scopes: [
    'app_mentions:read',
    'channels:history',
    'chat:write',
    'commands',
    'groups:history',
    'im:history',
    'mpim:history',
    'users:read',
  ],
  events: ['app_mention', 'message.channels', 'message.groups', 'message.im', 'message.mpim'],
  appId: 'A1',
  botId: 'B1',
  botUserId: 'UBOT',
  teamId: 'T1',
  manifest: { display_information: { name: 'stand-in' } },
  ackLimitMs: 3000,
  triggerLimitMs: 3000,
  waitLimitMs: 8000,
  ownEvents: false,
};
