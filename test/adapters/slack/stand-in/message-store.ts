import type { Changes } from '../../stand-in/changes.ts';
import { type JsonObject, objectsOf } from '../../stand-in/json.ts';
import type { Ids } from './ids.ts';
import type { Message } from './records.ts';

/** What a new message is made of. */
export interface NewMessage {
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly by: string;
  readonly thread_ts?: string;
  /** For an ephemeral message: the only viewer. */
  readonly user?: string;
}

export type Change = 'posted' | 'edited' | 'deleted';

/** All messages of the workspace, in the order in which they were posted. */
export class MessageStore {
  readonly #changes: Changes;
  readonly #ids: Ids;
  readonly #messages: Message[] = [];
  /** Hears of every message that everybody can see, when it is posted, edited or deleted. */
  onChange: (change: Change, message: Message, before?: Message) => void = () => {};

  constructor(changes: Changes, ids: Ids) {
    this.#changes = changes;
    this.#ids = ids;
  }

  get all(): readonly Message[] {
    return [...this.#messages];
  }

  /** The message as it is now, deleted or not. */
  find(channel: string, ts: string): Message | undefined {
    return this.#messages.find(message => message.channel === channel && message.ts === ts);
  }

  add(message: NewMessage): Message {
    const added: Message = {
      ...message,
      ts: this.#ids.ts(),
      blocks: this.#withIds(message.blocks),
      ephemeral: message.user !== undefined,
      deleted: false,
      edits: 0,
      shown: message.user === undefined || this.#isActiveThread(message),
    };
    this.#messages.push(added);
    if (!added.ephemeral) this.onChange('posted', added);
    this.#changes.notify();
    return added;
  }

  edit(message: Message, text: string, blocks: readonly JsonObject[]): Message {
    return this.#put('edited', message, {
      ...message,
      text,
      blocks: this.#withIds(blocks),
      edits: message.edits + 1,
    });
  }

  delete(message: Message): Message {
    return this.#put('deleted', message, { ...message, deleted: true });
  }

  #put(change: Change, before: Message, message: Message): Message {
    const at = this.#messages.findIndex(old => old.channel === message.channel && old.ts === message.ts);
    this.#messages[at] = message;
    if (!message.ephemeral) this.onChange(change, message, before);
    this.#changes.notify();
    return message;
  }

  /**
   * "Ephemeral messages in threads are only shown if there is already an active thread"
   * (https://docs.slack.dev/reference/methods/chat.postEphemeral, argument thread_ts).
   */
  #isActiveThread({ channel, thread_ts }: NewMessage): boolean {
    if (thread_ts === undefined) return true;
    return this.#messages.some(
      reply =>
        reply.channel === channel && reply.thread_ts === thread_ts && !reply.ephemeral && !reply.deleted,
    );
  }

  /** Slack names blocks and elements that have no name ("If not specified, a `block_id` will be generated"). */
  #withIds(blocks: readonly JsonObject[]): readonly JsonObject[] {
    return blocks.map(block => ({
      ...block,
      block_id: block['block_id'] ?? this.#ids.next('b'),
      ...(block['type'] === 'actions' && { elements: objectsOf(block['elements']).map(this.#withActionId) }),
      ...(block['accessory'] !== undefined && {
        accessory: objectsOf([block['accessory']]).map(this.#withActionId)[0],
      }),
    }));
  }

  readonly #withActionId = (element: JsonObject): JsonObject =>
    element['type'] === 'image'
      ? element
      : { ...element, action_id: element['action_id'] ?? this.#ids.next('a') };
}
