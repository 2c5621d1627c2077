import { PermissionFlagsBits as May } from 'discord-api-types/v10';
import { apiChannel, apiMember, apiUser } from './api-objects.ts';
import { IDS } from './home.ts';
import type { JsonObject } from './json.ts';
import { pingsOf } from './mentions.ts';
import type { Channel } from './options.ts';
import { channelOf, type Place, seenMessage } from './places.ts';
import type { Message } from './records.ts';
import type { World } from './world.ts';

export interface Writing extends Place {
  readonly replyTo?: Message;
  /** Whether a reply tells the author of the other message; in Discord's clients it does, unless switched off. */
  readonly pingsReplied?: boolean;
  /** Who is told beside those the text mentions. */
  readonly mentions?: readonly string[];
  readonly embeds?: readonly JsonObject[];
}

export interface Opening extends Place {
  readonly parent: string;
  readonly name: string;
  /** The first message of a forum's post. */
  readonly text?: string;
}

/** The people who write in Discord. What the bot hears of it, the gateway decides. */
export class People {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** A person (or another bot) writes. Mentions are as Discord stores them: `<@1>`, `<@&2>`. */
  write(text: string, writing: Writing = {}): Message {
    const { user = IDS.user, replyTo, pingsReplied = true, mentions = [], embeds = [] } = writing;
    const channel = channelOf(this.#world, writing);
    if (channel.kind === 'forum') throw new Error('A forum has posts, no messages: open a post.');
    const answered = replyTo === undefined ? undefined : seenMessage(this.#world, replyTo, user);
    if (answered?.ephemeral) throw new Error('Discord offers no reply to an ephemeral message.');
    const pings = this.#pings(channel, user, text, pingsReplied ? answered?.by : undefined);
    return this.#world.store.add({
      channel: channel.id,
      by: user,
      content: text,
      embeds,
      pings: { ...pings, users: [...new Set([...pings.users, ...mentions])] },
      ...(answered !== undefined && { replyTo: answered.id }),
    });
  }

  /** The author changes what the message says. */
  edit(message: Message, text: string): Message {
    const now = seenMessage(this.#world, message, message.by);
    const channel = channelOf(this.#world, { channel: now.channel, user: now.by });
    return this.#world.store.edit(now, {
      content: text,
      pings: this.#pings(channel, now.by, text, undefined),
    });
  }

  /** A person deletes a message: their own, or another's if they may manage messages; an ephemeral one is dismissed. */
  remove(message: Message, user: string = message.user ?? message.by): Message {
    const now = seenMessage(this.#world, message, user);
    const mayRemove = now.by === user || now.user === user || this.#may(user, May.ManageMessages);
    if (!mayRemove) throw new Error(`${user} may not delete the message ${now.id}.`);
    return this.#world.store.delete(now);
  }

  /** https://docs.discord.com/developers/events/gateway-events#typing-start */
  typing(place: Place = {}): void {
    const channel = channelOf(this.#world, place);
    const { user = IDS.user } = place;
    if (!this.#world.hasBot(channel)) return;
    this.#world.dispatch({
      name: 'TYPING_START',
      guild: channel.guild,
      data: () => ({
        channel_id: channel.id,
        ...(channel.guild !== undefined && {
          guild_id: channel.guild,
          member: { user: apiUser(this.#world, user), ...apiMember(this.#world, user) },
        }),
        user_id: user,
        timestamp: Math.floor(Date.now() / 1000),
      }),
    });
  }

  /** A person opens a thread, or a post in a forum; the post's first message has the post's own identifier. */
  openThread({ parent, name, text, user = IDS.user }: Opening): {
    channel: string;
    message: Message | undefined;
  } {
    const above = channelOf(this.#world, { channel: parent, user });
    const isPost = above.kind === 'forum';
    const { guild, users } = above;
    const channel: Channel = {
      id: this.#world.ids.next(),
      kind: isPost ? 'post' : 'thread',
      name,
      parent,
      ...(guild !== undefined && { guild }),
      ...(users !== undefined && { users }),
    };
    this.#world.channels.set(channel.id, channel);
    if (this.#world.botCan(channel, May.ViewChannel))
      this.#world.dispatch({
        name: 'THREAD_CREATE',
        guild,
        data: () => ({ ...apiChannel(this.#world, channel), newly_created: true }),
      });
    if (text === undefined) return { channel: channel.id, message: undefined };
    const id = isPost ? { id: channel.id } : {};
    const pings = this.#pings(channel, user, text, undefined);
    const message = this.#world.store.add({ ...id, channel: channel.id, by: user, content: text, pings });
    return { channel: channel.id, message };
  }

  /** A channel is deleted, with its threads. */
  deleteChannel(id: string): void {
    const channel = this.#world.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel ${id}.`);
    for (const { id: thread, parent } of [...this.#world.channels.values()])
      if (parent === id) this.deleteChannel(thread);
    this.#world.channels.delete(id);
    const name = channel.parent === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
    if (this.#world.hasBot(channel))
      this.#world.dispatch({ name, guild: channel.guild, data: () => apiChannel(this.#world, channel) });
  }

  #may(user: string, permission: bigint): boolean {
    return (this.#world.userPermissions(user) & permission) !== 0n;
  }

  /** People's mentions all count; `@everyone` from those who may. A reply tells the one it answers. */
  #pings(channel: Channel, user: string, text: string, repliedTo: string | undefined): Message['pings'] {
    const roles = this.#world.guild(channel.guild)?.roles ?? [];
    return pingsOf({
      texts: [text],
      allowed: undefined,
      byDefault: ['users', 'roles', 'everyone'],
      mentionsEveryone: this.#may(user, May.MentionEveryone),
      mentionable: roles.filter(({ mentionable }) => mentionable).map(({ id }) => id),
      repliedTo,
    });
  }
}
