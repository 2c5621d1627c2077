import { type REST, Routes } from 'discord.js';
import { ApplicationFlags } from 'discord-api-types/v10';
import { z } from 'zod';

const Permissions = z.string().regex(/^\d+$/).transform(BigInt);

const Application = z.object({
  id: z.string(),
  name: z.string(),
  flags: z.number().default(0),
  bot_require_code_grant: z.boolean().default(false),
  interactions_endpoint_url: z.string().nullish(),
  integration_types_config: z.record(z.string(), z.unknown()).default({}),
});
export type Application = z.infer<typeof Application>;

const Server = z.object({ id: z.string(), name: z.string(), permissions: Permissions });
export type Server = z.infer<typeof Server>;

const Channel = z.object({
  id: z.string(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), allow: Permissions, deny: Permissions }))
    .default([]),
});
export type Channel = z.infer<typeof Channel>;

/** Servers in one answer: https://docs.discord.com/developers/resources/user#get-current-user-guilds */
const MOST_SERVERS = 200;

/** What Discord tells a bot about itself. Each rejects as the REST client does. */
export async function readApplication(rest: REST): Promise<Application> {
  return Application.parse(await rest.get(Routes.currentApplication()));
}

export async function readBotUser(rest: REST): Promise<{ readonly id: string; readonly username: string }> {
  return z.object({ id: z.string(), username: z.string() }).parse(await rest.get(Routes.user('@me')));
}

/** The servers that the bot is in, with what it may do there before channels change it. */
export async function readServers(rest: REST, after = '0'): Promise<Server[]> {
  const query = new URLSearchParams({ limit: String(MOST_SERVERS), after });
  const servers = z.array(Server).parse(await rest.get(Routes.userGuilds(), { query }));
  const last = servers.at(-1);
  if (last === undefined || servers.length < MOST_SERVERS) return servers;
  return [...servers, ...(await readServers(rest, last.id))];
}

export async function readChannel(rest: REST, channel: string): Promise<Channel> {
  return Channel.parse(await rest.get(Routes.channel(channel)));
}

/** The ids of a member's roles in a server. */
export async function readRoles(rest: REST, server: string, member: string): Promise<readonly string[]> {
  return z.object({ roles: z.array(z.string()) }).parse(await rest.get(Routes.guildMember(server, member)))
    .roles;
}

/** Whether the portal gives the bot the text of all messages; the second flag is for bots in few servers. */
export function grantsContent({ flags }: Application): boolean {
  const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlags;
  return (flags & (GatewayMessageContent | GatewayMessageContentLimited)) !== 0;
}
