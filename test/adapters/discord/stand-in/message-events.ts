import { PermissionFlagsBits as May } from 'discord-api-types/v10';
import { eventMessage } from './api-objects.ts';
import type { Change } from './message-store.ts';
import type { Message } from './records.ts';
import type { World } from './world.ts';

const NAMES: Readonly<Record<Change, string>> = {
  created: 'MESSAGE_CREATE',
  edited: 'MESSAGE_UPDATE',
  deleted: 'MESSAGE_DELETE',
};

/**
 * Tells the sessions of every message the bot can see, its own included. An ephemeral one comes as if it were a direct
 * message: without `guild_id`, and by the intent of direct messages (github.com/discord/discord-api-docs/issues/4557).
 */
export function reportMessages(world: World): void {
  world.store.onChange = (change, message) => {
    const channel = world.channels.get(message.channel);
    if (channel === undefined || !world.hasBot(channel)) return;
    if (channel.kind !== 'dm' && !world.botCan(channel, May.ViewChannel)) return;
    const guild = message.ephemeral ? undefined : channel.guild;
    world.dispatch({
      name: NAMES[change],
      guild,
      data: sees => (change === 'deleted' ? gone(message, guild) : eventMessage(world, message, sees)),
    });
  };
}

const gone = ({ id, channel }: Message, guild: string | undefined): object => ({
  id,
  channel_id: channel,
  ...(guild !== undefined && { guild_id: guild }),
});
