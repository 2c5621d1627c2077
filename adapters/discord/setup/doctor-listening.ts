import type { REST } from 'discord.js';
import { bad, type Finding, good, unknown } from '../../finding.ts';
import type { Listening } from '../../settings.ts';
import { codeOf } from '../transport/errors.ts';
import { missingNeeds, permissionsIn } from './permissions.ts';
import { type Application, grantsContent, readChannel, readRoles, type Server } from './portal.ts';

interface Parts {
  readonly rest: REST;
  /** The bot's own id. */
  readonly bot: string;
  readonly application: Application;
  readonly servers: readonly Server[];
  /** DISCORD_LISTEN. */
  readonly listens: boolean;
  readonly listening: Listening;
}

/** An id of Discord's; Slack's, which SECTERM_LISTEN holds as well, have letters. */
const SNOWFLAKE = /^\d{15,20}$/;

/** The intent for messages that do not mention the bot, and each channel in which they are to be answered. */
export async function examineListening(parts: Parts): Promise<Finding[]> {
  const { application, listens, listening } = parts;
  const channels = listening === 'everywhere' ? [] : listening.filter(id => SNOWFLAKE.test(id));
  const isGranted = grantsContent(application);
  if (!listens) {
    if (channels.length === 0)
      return [good('It hears what mentions it, and direct messages; no more is asked for.')];
    const text =
      'SECTERM_LISTEN names channels of Discord, but DISCORD_LISTEN is not true: they are not listened to.';
    return [bad(text, 'Set DISCORD_LISTEN=true, or take the channels out of SECTERM_LISTEN.')];
  }
  const intent = isGranted
    ? good('The intent Message Content is asked for and granted.')
    : bad(
        'DISCORD_LISTEN asks for the intent Message Content, which is not granted: the bot runs without it.',
        'Switch on “Message Content Intent” under “Bot › Privileged Gateway Intents” on the application’s page.',
      );
  if (listening !== 'everywhere' && channels.length === 0)
    return [
      intent,
      unknown('It listens in no channel.', 'Name channels by id in SECTERM_LISTEN, or all with *.'),
    ];
  return [intent, ...(await Promise.all(channels.map(id => examineChannel(parts, id)))).flat()];
}

async function examineChannel({ rest, bot, servers }: Parts, id: string): Promise<Finding[]> {
  try {
    const { name, guild_id: server = '', permission_overwrites: overwrites } = await readChannel(rest, id);
    const home = servers.find(one => one.id === server);
    const title = `#${name ?? id}${home === undefined ? '' : ` of “${home.name}”`}`;
    if (home === undefined) return [good(`It listens in ${title}.`)];
    const roles = await readRoles(rest, server, bot);
    const missing = missingNeeds(permissionsIn(home.permissions, overwrites, { server, roles, member: bot }));
    if (missing.length === 0) return [good(`It listens in ${title}.`)];
    return [
      bad(
        `In ${title} it lacks ${missing.map(need => `${need.name} (${need.why})`).join('; ')}.`,
        'Give its role these under “Edit Channel › Permissions”.',
      ),
    ];
  } catch (error) {
    return [unreadable(id, codeOf(error))];
  }
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
function unreadable(id: string, code: string): Finding {
  if (code === '10003')
    return bad(`SECTERM_LISTEN names ${id}, but there is no such channel.`, 'Take it out.');
  if (code === '50001')
    return bad(
      `SECTERM_LISTEN names the channel ${id}, which the bot cannot see.`,
      'Give its role “View Channel” there, under “Edit Channel › Permissions”.',
    );
  return unknown(`The channel ${id} could not be looked at (${code}).`, null);
}
