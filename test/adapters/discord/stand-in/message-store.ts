import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Changes } from '../../stand-in/changes.ts';
import { componentsIn } from './component-tree.ts';
import type { Ids } from './ids.ts';
import { isList, isObject, type JsonObject, objectsOf } from './json.ts';
import type { Message, Pings } from './records.ts';

const NO_PINGS: Pings = { users: [], roles: [], everyone: false };

/** What a new message is made of. */
export type NewMessage = Pick<Message, 'channel' | 'by'> &
  Partial<
    Pick<
      Message,
      | 'id'
      | 'content'
      | 'embeds'
      | 'components'
      | 'flags'
      | 'type'
      | 'user'
      | 'pings'
      | 'replyTo'
      | 'interaction'
      | 'nonce'
    >
  >;

/** What an edit may change. */
export type Edit = Partial<Pick<Message, 'content' | 'embeds' | 'components' | 'flags' | 'pings'>>;

export type Change = 'created' | 'edited' | 'deleted';

/** All messages, in the order in which they were written. */
export class MessageStore {
  readonly #changes: Changes;
  readonly #ids: Ids;
  readonly #messages = new Map<string, Message>();
  /** Hears of every message when it is created, edited or deleted. */
  onChange: (change: Change, message: Message) => void = () => {};

  constructor(changes: Changes, ids: Ids) {
    this.#changes = changes;
    this.#ids = ids;
  }

  get all(): readonly Message[] {
    return [...this.#messages.values()];
  }

  /** The message as it is now, deleted or not. */
  find(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  add(message: NewMessage): Message {
    const flags = message.flags ?? 0;
    return this.#put('created', {
      id: this.#ids.next(),
      content: '',
      embeds: [],
      type: message.replyTo === undefined ? MessageType.Default : MessageType.Reply,
      pings: NO_PINGS,
      deleted: false,
      edits: 0,
      ...message,
      flags,
      components: withIds(message.components ?? []),
      ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      loading: (flags & MessageFlags.Loading) !== 0,
    });
  }

  edit(message: Message, edit: Edit): Message {
    const flags = edit.flags ?? message.flags;
    return this.#put('edited', {
      ...message,
      ...edit,
      flags,
      components: edit.components === undefined ? message.components : withIds(edit.components),
      loading: (flags & MessageFlags.Loading) !== 0,
      edits: message.edits + 1,
    });
  }

  delete(message: Message): Message {
    return this.#put('deleted', { ...message, deleted: true });
  }

  #put(change: Change, message: Message): Message {
    this.#messages.set(message.id, message);
    this.onChange(change, message);
    this.#changes.notify();
    return message;
  }
}

/**
 * Gives an `id` to every component that has none: "generated sequentially if left empty", and none that is used
 * already (https://docs.discord.com/developers/components/reference#anatomy-of-a-component).
 */
function withIds(components: readonly JsonObject[]): readonly JsonObject[] {
  const used = new Set(componentsIn(components).map(({ component }) => component['id']));
  let last = 0;
  const next = (): number => {
    do last += 1;
    while (used.has(last));
    return last;
  };
  const named = (component: JsonObject): JsonObject => {
    const { id, components: inside, accessory } = component;
    return {
      ...component,
      id: id === undefined || id === null || id === 0 ? next() : id,
      ...(isList(inside) && { components: objectsOf(inside).map(named) }),
      ...(isObject(accessory) && { accessory: named(accessory) }),
    };
  };
  return components.map(named);
}
