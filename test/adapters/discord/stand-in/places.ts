import { IDS } from './home.ts';
import type { Channel } from './options.ts';
import type { Message } from './records.ts';
import type { World } from './world.ts';

/** Where a person acts, and who it is; the first person in the first channel, if not said. */
export interface Place {
  readonly user?: string;
  readonly channel?: string;
}

/** The channel a person is in. Fails when the person cannot see it. */
export function channelOf(world: World, { channel, user = IDS.user }: Place): Channel {
  const id = channel ?? IDS.general;
  const found = world.channels.get(id);
  if (found === undefined) throw new Error(`There is no channel ${id}.`);
  if (world.user(user) === undefined) throw new Error(`There is no person ${user}.`);
  if (!world.isIn(found, user)) throw new Error(`${user} does not see the channel ${id}.`);
  return found;
}

export const isVisible = ({ deleted, ephemeral, user }: Message, viewer: string): boolean =>
  !deleted && (!ephemeral || user === viewer);

/** The message as it is now. Fails when the person does not see it. */
export function seenMessage(world: World, { id }: Message, user: string): Message {
  const now = world.store.find(id);
  if (now === undefined || now.deleted) throw new Error(`The message ${id} is not visible.`);
  if (!isVisible(now, user))
    throw new Error(`The message ${id} is visible to ${now.user} only, not to ${user}.`);
  channelOf(world, { user, channel: now.channel });
  return now;
}
