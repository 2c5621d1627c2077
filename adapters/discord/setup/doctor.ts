import { REST, Routes } from 'discord.js';
import { bad, type Finding, good, unknown } from '../../finding.ts';
import { SettingsError } from '../../settings.ts';
import type { AdapterParts } from '../../surface.ts';
import { type DiscordSettings, readDiscordSettings, WHERE_TOKEN } from '../env.ts';
import { codeOf } from '../transport/errors.ts';
import { createCommands } from './commands.ts';
import { examineListening } from './doctor-listening.ts';
import { inviteLink, personalLink } from './invite.ts';
import { missingNeeds } from './permissions.ts';
import { type Application, readApplication, readBotUser, readServers, type Server } from './portal.ts';
import { differentCommands } from './same-commands.ts';

type Parts = Pick<AdapterParts, 'env' | 'listening'>;

/** Asks Discord about the token, the application, the commands, each server and the channels listened to. */
export async function examineDiscord({ env, listening }: Parts): Promise<readonly Finding[]> {
  try {
    const settings = readDiscordSettings(env);
    const rest = new REST({ api: settings.apiUrl, timeout: 10_000, retries: 0 }).setToken(settings.token);
    return await examine(rest, settings, listening);
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n').map(text => bad(text, null));
    const code = codeOf(error);
    return code === '0' || code === 'http_401'
      ? [bad('DISCORD_TOKEN is refused by Discord.', WHERE_TOKEN)]
      : [bad(`Discord cannot be reached (${code}).`, 'Check the network and DISCORD_API_URL.')];
  }
}

async function examine(
  rest: REST,
  { listens }: DiscordSettings,
  listening: Parts['listening'],
): Promise<Finding[]> {
  const [bot, application] = await Promise.all([readBotUser(rest), readApplication(rest)]);
  const [servers, registered] = await Promise.all([
    readServers(rest),
    rest.get(Routes.applicationCommands(application.id)),
  ]);
  return [
    good(`DISCORD_TOKEN is that of @${bot.username}, of the application ${application.name}.`),
    ...examineApplication(application),
    examineCommands(registered),
    ...examineServers(application, servers),
    ...(await examineListening({ rest, bot: bot.id, application, servers, listens, listening })),
  ];
}

function examineApplication(application: Application): Finding[] {
  const { bot_require_code_grant: needsGrant, interactions_endpoint_url: endpoint } = application;
  const installs = application.integration_types_config;
  const isPersonal = '1' in installs || Object.keys(installs).length === 0;
  return [
    ...(endpoint
      ? [
          bad(
            'The application sends commands and buttons to an address of its own, so the bot never gets them.',
            'Empty “Interactions Endpoint URL” under “General Information” on the application’s page.',
          ),
        ]
      : []),
    ...(needsGrant
      ? [
          bad(
            'The application asks for a code grant, so the link that adds it to a server fails.',
            'Switch off “Requires OAuth2 Code Grant” under “Bot” on the application’s page.',
          ),
        ]
      : []),
    isPersonal
      ? good(`People can add it for themselves, to have it everywhere: ${personalLink(application.id)}`)
      : unknown(
          'It can be added to servers alone, not by people for themselves.',
          'If they should: switch on “User Install” under “Installation” on the application’s page.',
        ),
  ];
}

function examineCommands(registered: unknown): Finding {
  const { missing, changed, foreign } = differentCommands(registered, createCommands());
  const parts = [
    ...(missing.length > 0 ? [`not registered: ${missing.join(', ')}`] : []),
    ...(changed.length > 0 ? [`of another version: ${changed.join(', ')}`] : []),
    ...(foreign.length > 0 ? [`left over: ${foreign.join(', ')}`] : []),
  ];
  if (parts.length === 0) return good('The commands are registered as they should be.');
  return bad(`Commands ${parts.join('; ')}.`, 'Start the bot: it registers them.');
}

function examineServers(application: Application, servers: readonly Server[]): Finding[] {
  const invite = inviteLink(application.id);
  if (servers.length === 0) return [bad('The bot is in no server.', `Add it: ${invite}`)];
  const lacking = servers.flatMap(({ name, permissions }) => {
    const missing = missingNeeds(permissions);
    return missing.length === 0 ? [] : [{ name, missing }];
  });
  const count = servers.length === 1 ? 'one server' : `${servers.length} servers`;
  if (lacking.length === 0)
    return [good(`It has the permissions it needs in ${count}. To add it elsewhere: ${invite}`)];
  return lacking.map(({ name, missing }) =>
    bad(
      `In the server “${name}” it lacks ${missing.map(need => `${need.name} (${need.why})`).join('; ')}.`,
      `Open ${invite} and choose that server again, or give its role these under “Server Settings › Roles”.`,
    ),
  );
}
