import { ApplicationIntegrationType as Integration, OAuth2Scopes } from 'discord-api-types/v10';
import { NEEDED } from './permissions.ts';

const AUTHORIZE = 'https://discord.com/oauth2/authorize';

/**
 * The address that adds the bot to a server, with exactly the permissions that it needs.
 * https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteLink(application: string): string {
  return linkTo({
    client_id: application,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(NEEDED),
    integration_type: String(Integration.GuildInstall),
  });
}

/** The address that gives a person the commands, wherever that person is. */
export function personalLink(application: string): string {
  return linkTo({
    client_id: application,
    scope: OAuth2Scopes.ApplicationsCommands,
    integration_type: String(Integration.UserInstall),
  });
}

function linkTo(query: Readonly<Record<string, string>>): string {
  return `${AUTHORIZE}?${new URLSearchParams(query)}`;
}
