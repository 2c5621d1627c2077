import { COMMANDS } from '../../../src/language/commands.ts';

/** The id of the message shortcut. */
export const EXPLAIN = 'explain_terms';

/** A permission or an event that the app asks for, and what would not work without it. */
interface Need {
  readonly name: string;
  readonly why: string;
}

/** What the app needs to answer when it is addressed. */
export const SCOPES: readonly Need[] = [
  { name: 'commands', why: 'for the command /secterm and the message shortcut' },
  { name: 'app_mentions:read', why: 'to hear messages that mention it, and no others' },
  { name: 'im:history', why: 'to hear direct messages to it' },
  { name: 'chat:write', why: 'to answer' },
];
export const EVENTS: readonly Need[] = [
  { name: 'app_mention', why: 'a message mentions it' },
  { name: 'message.im', why: 'somebody writes to it directly' },
];

/** What it needs besides for answering questions unasked, in the channels of SECTERM_LISTEN that it is a member of. */
export const LISTENING_SCOPES: readonly Need[] = [
  { name: 'channels:history', why: 'to hear the messages of public channels that it was invited to' },
  { name: 'groups:history', why: 'to hear the messages of private channels that it was invited to' },
];
export const LISTENING_EVENTS: readonly Need[] = [
  { name: 'message.channels', why: 'somebody writes in a public channel that it was invited to' },
  { name: 'message.groups', why: 'somebody writes in a private channel that it was invited to' },
];

/** The needs that a token's scopes do not cover; none when the scopes are unknown. */
export function missingScopes(granted: readonly string[] | null, listens: boolean): readonly Need[] {
  const wanted = listens ? [...SCOPES, ...LISTENING_SCOPES] : SCOPES;
  return granted === null ? [] : wanted.filter(({ name }) => !granted.includes(name));
}

const names = (needs: readonly Need[]) => needs.map(({ name }) => name);

/**
 * The app as Slack's page takes it, for Socket Mode. https://docs.slack.dev/reference/app-manifest
 * @param listens whether the app may hear whole channels.
 */
export function createManifest(listens: boolean) {
  return {
    display_information: {
      name: 'secterm',
      description: 'Answers from your team’s glossary: terms, comparisons, questions in plain words.',
    },
    features: {
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'secterm', always_online: true },
      shortcuts: [
        {
          name: 'Explain the terms',
          type: 'message',
          callback_id: EXPLAIN,
          description: 'Explain the terms in this message, for you alone.',
        },
      ],
      slash_commands: [
        {
          command: '/secterm',
          description: 'Ask the glossary. The answer is for you alone until you share it.',
          usage_hint: usageHint(),
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: names(listens ? [...SCOPES, ...LISTENING_SCOPES] : SCOPES) } },
    settings: {
      event_subscriptions: { bot_events: names(listens ? [...EVENTS, ...LISTENING_EVENTS] : EVENTS) },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}

/** "a term, a question, compare A vs B …, list [SUBJECT], help": from the command table. */
function usageHint(): string {
  const commands = COMMANDS.filter(({ name }) => name !== 'term' && name !== 'ask');
  return ['a term', 'a question', ...commands.map(({ name, usage }) => `${name} ${usage}`.trim())].join(', ');
}
