import { z } from 'zod';
import { bad, type Finding, good, unknown } from '../../finding.ts';
import type { SlackSettings } from '../env.ts';
import { codeOf } from '../transport/errors.ts';
import { type ClientFor, howToAdd } from './client.ts';
import { createManifest, EVENTS, EXPLAIN, LISTENING_EVENTS } from './manifest.ts';

interface AppParts {
  readonly settings: SlackSettings;
  /** Empty when none is set. */
  readonly configToken: string;
  readonly clientFor: ClientFor;
  readonly listens: boolean;
}

/** What an app's own manifest says; whatever is missing is off. */
const Exported = z.object({
  features: z
    .object({
      slash_commands: z.array(z.object({ command: z.string() })).default([]),
      shortcuts: z.array(z.object({ callback_id: z.string() })).default([]),
      app_home: z
        .object({
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .default({ messages_tab_enabled: false, messages_tab_read_only_enabled: false }),
    })
    .default({
      slash_commands: [],
      shortcuts: [],
      app_home: { messages_tab_enabled: false, messages_tab_read_only_enabled: false },
    }),
  settings: z
    .object({
      event_subscriptions: z
        .object({ bot_events: z.array(z.string()).default([]) })
        .default({ bot_events: [] }),
      interactivity: z.object({ is_enabled: z.boolean() }).default({ is_enabled: false }),
      socket_mode_enabled: z.boolean().default(false),
    })
    .default({
      event_subscriptions: { bot_events: [] },
      interactivity: { is_enabled: false },
      socket_mode_enabled: false,
    }),
});
type Exported = z.infer<typeof Exported>;

const byEye = (listens: boolean) =>
  `Compare the app’s manifest with adapters/slack/${listens ? 'manifest-listening' : 'manifest'}.json by eye.`;
const HOW_TO_ASK =
  'Under “Your App Configuration Tokens” on api.slack.com/apps press “Generate Token”, copy the access token (xoxe.xoxp-…, valid for 12 hours; not the refresh token), and run this again with it as SLACK_CONFIG_TOKEN.';

/**
 * Compares the app's settings with what the bot needs. No bot or app-level token may ask for them, so that needs a
 * configuration token: https://docs.slack.dev/reference/methods/apps.manifest.export
 */
export async function examineApp({
  settings,
  configToken,
  clientFor,
  listens,
}: AppParts): Promise<Finding[]> {
  const { transport } = settings;
  const appId = transport.kind === 'socket' ? (/^xapp-\d+-(A\w+)-/.exec(transport.appToken)?.[1] ?? '') : '';
  if (configToken === '' || appId === '') {
    const [why, fix] =
      configToken === ''
        ? ['SLACK_CONFIG_TOKEN is not set', `${HOW_TO_ASK} Or: ${byEye(listens)}`]
        : ['only an app-level token tells the app’s id', byEye(listens)];
    return [unknown(`Events, command and buttons were not looked at: ${why}.`, fix)];
  }
  try {
    const { manifest } = await clientFor(configToken).apps.manifest.export({ app_id: appId });
    return differences(Exported.parse(manifest), transport.kind === 'socket', listens);
  } catch (error) {
    const text = `SLACK_CONFIG_TOKEN does not show the app’s settings (${codeOf(error)}).`;
    return [unknown(text, `${HOW_TO_ASK} Or: ${byEye(listens)}`)];
  }
}

function differences({ features, settings }: Exported, overSocket: boolean, listens: boolean): Finding[] {
  const has = settings.event_subscriptions.bot_events;
  const unheard = (listens ? [...EVENTS, ...LISTENING_EVENTS] : EVENTS).filter(
    ({ name }) => !has.includes(name),
  );
  const [command = ''] = createManifest(listens).features.slash_commands.map(item => item.command);
  const home = features.app_home;
  const found = [
    ...unheard.map(({ name, why }) =>
      bad(`The app is not subscribed to ${name}: it is not told when ${why}.`, howToAdd(listens)),
    ),
    ...(settings.socket_mode_enabled === overSocket
      ? []
      : [bad(`Socket Mode is ${overSocket ? 'off' : 'on'} for the app.`, 'Switch it under “Socket Mode”.')]),
    ...(settings.interactivity.is_enabled
      ? []
      : [
          bad(
            'Interactivity is off: buttons would do nothing.',
            'Switch it on under “Interactivity & Shortcuts”.',
          ),
        ]),
    ...(features.slash_commands.some(item => item.command === command)
      ? []
      : [bad(`The command ${command} is missing.`, 'Add it under “Slash Commands”.')]),
    ...(features.shortcuts.some(item => item.callback_id === EXPLAIN)
      ? []
      : [
          bad(
            'The message shortcut is missing.',
            `Add one “on messages” with the callback id ${EXPLAIN} under “Interactivity & Shortcuts”.`,
          ),
        ]),
    ...(home.messages_tab_enabled && !home.messages_tab_read_only_enabled
      ? []
      : [
          bad(
            'Nobody can write direct messages to the bot.',
            'Switch on “Messages Tab” and “Allow users to send messages” under “App Home”.',
          ),
        ]),
  ];
  return found.length > 0 ? found : [good('Events, commands, shortcut and buttons are set up as needed.')];
}
