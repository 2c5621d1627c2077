import type { ChannelKind } from './options.ts';

/** The token a method takes, and the scope it needs: its page below https://docs.slack.dev/reference/methods */
export interface Access {
  readonly token: 'bot' | 'app' | 'config';
  /** The scope; for the methods that read, it depends on the kind of the conversation. */
  readonly scope?: string | 'history';
}

export const ACCESS: Readonly<Record<string, Access>> = {
  'auth.test': { token: 'bot' },
  'apps.connections.open': { token: 'app' },
  'apps.manifest.export': { token: 'config' },
  'apps.manifest.validate': { token: 'config' },
  'bots.info': { token: 'bot', scope: 'users:read' },
  'chat.delete': { token: 'bot', scope: 'chat:write' },
  'chat.postEphemeral': { token: 'bot', scope: 'chat:write' },
  'chat.postMessage': { token: 'bot', scope: 'chat:write' },
  'chat.update': { token: 'bot', scope: 'chat:write' },
  'conversations.replies': { token: 'bot', scope: 'history' },
  'views.open': { token: 'bot' },
};

/** https://docs.slack.dev/reference/methods/conversations.replies: one scope for each kind of conversation. */
export const HISTORY_SCOPES: Readonly<Record<ChannelKind, string>> = {
  channel: 'channels:history',
  group: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
};
