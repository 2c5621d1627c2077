import { webApi } from '@slack/bolt';
import { bad, type Finding, good, unknown } from '../../finding.ts';
import { SettingsError } from '../../settings.ts';
import type { AdapterParts } from '../../surface.ts';
import { readSlackSettings, type SlackSettings } from '../env.ts';
import { codeOf, explainStart } from '../transport/errors.ts';
import { type Network, networkOf, REQUEST_TIMEOUT } from '../transport/network.ts';
import { sdkLog } from '../transport/sdk-log.ts';
import { type ClientFor, howToAdd } from './client.ts';
import { examineApp } from './doctor-app.ts';
import { missingScopes } from './manifest.ts';

const NO_LOG = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type Parts = Pick<AdapterParts, 'env' | 'listening'>;

/** Asks Slack about each token, the scopes and, with a configuration token, the app's settings. */
export async function examineSlack(parts: Parts): Promise<readonly Finding[]> {
  try {
    const settings = readSlackSettings(parts.env);
    const clientFor = clientMaker(settings, networkOf(parts.env));
    const listens = parts.listening.length > 0;
    return [
      ...(await examineBot(clientFor(settings.botToken), listens)),
      await examineTransport(settings, clientFor),
      ...(await examineApp({
        settings,
        configToken: parts.env['SLACK_CONFIG_TOKEN'] ?? '',
        clientFor,
        listens,
      })),
    ];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split('\n').map(text => bad(text, null));
  }
}

function clientMaker({ apiUrl }: SlackSettings, { fetch }: Network): ClientFor {
  return token =>
    new webApi.WebClient(token, {
      slackApiUrl: apiUrl,
      fetch,
      logger: sdkLog(NO_LOG, 'debug'),
      retryConfig: { retries: 0 },
      timeout: REQUEST_TIMEOUT,
    });
}

async function examineBot(client: webApi.WebClient, listens: boolean): Promise<Finding[]> {
  try {
    const { user, team, response_metadata: metadata } = await client.auth.test();
    return [good(`SLACK_BOT_TOKEN is that of @${user} in ${team}.`), ...scopesOf(metadata?.scopes, listens)];
  } catch (error) {
    return [refused('SLACK_BOT_TOKEN', error)];
  }
}

function scopesOf(granted: readonly string[] | undefined, listens: boolean): Finding[] {
  if (granted === undefined) return [unknown('Slack did not say which scopes the bot token has.', null)];
  const missing = missingScopes(granted, listens);
  if (missing.length === 0) return [good('The bot token has every scope that is needed.')];
  return [
    ...missing.map(({ name, why }) =>
      bad(`The bot token lacks the scope ${name}: it is needed ${why}.`, null),
    ),
    { state: 'bad', text: 'How to add what is missing:', fix: howToAdd(listens) },
  ];
}

async function examineTransport({ transport }: SlackSettings, clientFor: ClientFor): Promise<Finding> {
  if (transport.kind === 'http') {
    const text = `SLACK_SIGNING_SECRET is set; only Slack can tell whether it is right. The bot listens on port ${transport.port}.`;
    const fix =
      'Save https://YOUR-HOST/slack/events as the Request URL under “Event Subscriptions” while the bot runs: Slack then says whether it answers.';
    return unknown(text, fix);
  }
  try {
    await clientFor(transport.appToken).apps.connections.open({});
    return good('SLACK_APP_TOKEN opens a connection (Socket Mode).');
  } catch (error) {
    if (codeOf(error) === 'missing_scope')
      return bad(
        'SLACK_APP_TOKEN lacks the scope connections:write.',
        'Make a new one with that scope under “Basic Information › App-Level Tokens”.',
      );
    return refused('SLACK_APP_TOKEN', error);
  }
}

function refused(token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', error: unknown): Finding {
  return bad(explainStart(error, token), null);
}
