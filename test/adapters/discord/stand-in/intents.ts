import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { PrivilegedIntent } from './options.ts';

/** Every intent there is: https://docs.discord.com/developers/events/gateway#list-of-intents */
const ALL = Object.values(Intent)
  .filter(bit => typeof bit === 'number')
  .reduce((sum, bit) => sum | bit, 0);

const PRIVILEGED: Readonly<Record<PrivilegedIntent, number>> = {
  GuildMembers: Intent.GuildMembers,
  GuildPresences: Intent.GuildPresences,
  MessageContent: Intent.MessageContent,
};

export const isKnown = (intents: unknown): intents is number =>
  typeof intents === 'number' && Number.isInteger(intents) && intents >= 0 && (intents & ~ALL) === 0;

/** Whether all privileged intents among these were granted in the portal. */
export const isGranted = (intents: number, granted: readonly PrivilegedIntent[]): boolean =>
  Object.entries(PRIVILEGED).every(
    ([name, bit]) => (intents & bit) === 0 || granted.some(one => one === name),
  );

export const seesContent = (intents: number): boolean => (intents & Intent.MessageContent) !== 0;

/** Which intent an event needs, in a server or in a direct message; events that are not listed need none. */
const NEEDED: readonly (readonly [pattern: RegExp, guild: number, direct: number])[] = [
  [/^MESSAGE_REACTION_/, Intent.GuildMessageReactions, Intent.DirectMessageReactions],
  [/^MESSAGE_POLL_/, Intent.GuildMessagePolls, Intent.DirectMessagePolls],
  [/^MESSAGE_/, Intent.GuildMessages, Intent.DirectMessages],
  [/^TYPING_START$/, Intent.GuildMessageTyping, Intent.DirectMessageTyping],
  [/^CHANNEL_PINS_UPDATE$/, Intent.Guilds, Intent.DirectMessages],
  [/^GUILD_MEMBER_(?:ADD|REMOVE)$/, Intent.GuildMembers, Intent.GuildMembers],
  [/^PRESENCE_UPDATE$/, Intent.GuildPresences, Intent.GuildPresences],
  [/^(?:GUILD_(?:CREATE|UPDATE|DELETE)|GUILD_ROLE_|CHANNEL_|THREAD_)/, Intent.Guilds, Intent.Guilds],
];

export function isHeard(name: string, guild: string | undefined, intents: number): boolean {
  const found = NEEDED.find(([pattern]) => pattern.test(name));
  if (found === undefined) return true;
  const [, inGuild, direct] = found;
  return (intents & (guild === undefined ? direct : inGuild)) !== 0;
}
