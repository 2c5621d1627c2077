import { PermissionFlagsBits as May } from 'discord-api-types/v10';

/** What the bot needs in a server, as Discord's pages call it, and what does not work without it. */
interface Need {
  readonly name: string;
  readonly bit: bigint;
  readonly why: string;
}

const NEEDS: readonly Need[] = [
  { name: 'View Channels', bit: May.ViewChannel, why: 'it hears nobody there' },
  { name: 'Send Messages', bit: May.SendMessages, why: 'it cannot answer mentions' },
  {
    name: 'Send Messages in Threads',
    bit: May.SendMessagesInThreads,
    why: 'it cannot answer in threads and forum posts',
  },
  {
    name: 'Read Message History',
    bit: May.ReadMessageHistory,
    why: 'its answers cannot be replies to the message that asks',
  },
];

export const NEEDED = NEEDS.reduce((all, { bit }) => all | bit, 0n);

/** The needs that permissions do not cover. */
export function missingNeeds(permissions: bigint): readonly Need[] {
  return (permissions & May.Administrator) !== 0n
    ? []
    : NEEDS.filter(({ bit }) => (permissions & bit) === 0n);
}

/** What a channel changes for a role or a member. */
export interface Overwrite {
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

/**
 * The permissions of a member in one channel: those in the server, changed for everybody, then for the member's roles
 * together, then for the member. https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(
  inServer: bigint,
  overwrites: readonly Overwrite[],
  {
    server,
    roles,
    member,
  }: { readonly server: string; readonly roles: readonly string[]; readonly member: string },
): bigint {
  if ((inServer & May.Administrator) !== 0n) return inServer;
  const changed = (before: bigint, ids: readonly string[]) => {
    const own = overwrites.filter(({ id }) => ids.includes(id));
    const denied = own.reduce((all, { deny }) => all | deny, 0n);
    return own.reduce((all, { allow }) => all | allow, before & ~denied);
  };
  return changed(changed(changed(inServer, [server]), roles), [member]);
}
