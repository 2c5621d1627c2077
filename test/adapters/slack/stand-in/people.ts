import { isObject, type JsonObject, objectOf, objectsOf, textOf } from '../../stand-in/json.ts';
import { checkContent } from './check-content.ts';
import type { Deliverer, SendOptions } from './deliver.ts';
import { MESSAGE_EVENTS, writtenEvent } from './message-events.ts';
import type { Channel } from './options.ts';
import { blockActionsPayload, commandPayload, eventPayload, messageActionPayload } from './payloads.ts';
import type { Delivery, Message } from './records.ts';
import { placeOf } from './response-url.ts';
import { elementsOf } from './shown-text.ts';
import type { World } from './world.ts';

export interface Place extends SendOptions {
  readonly channel?: string;
  readonly user?: string;
}

export interface Posted {
  readonly ts: string;
  readonly message: Message;
  readonly deliveries: readonly Delivery[];
}

/** Says which button: its label, or whether an element is it. */
export type Which = string | ((element: JsonObject) => boolean);

/** The people who use Slack, and what Slack sends to the app when they act. */
export class People {
  readonly #world: World;
  readonly #deliverer: Deliverer;

  constructor(world: World, deliverer: Deliverer) {
    this.#world = world;
    this.#deliverer = deliverer;
  }

  /**
   * A slash command. Slack shows what the acknowledgement holds, to its author unless it says otherwise:
   * https://docs.slack.dev/interactivity/implementing-slash-commands#responding_to_commands
   */
  async command(text: string, options: Place & { readonly command?: string } = {}): Promise<Delivery> {
    const { command = '/term', user = 'U1' } = options;
    const channel = this.#channel(options.channel, user);
    const payload = commandPayload(this.#world, channel, user, command, text);
    const delivery = await this.#deliverer.send('command', payload, options);
    if (delivery.ackedAfterMs === null) return delivery;
    const notice = this.#showAck(channel, user, delivery.ackBody);
    return notice === null ? delivery : this.#world.noted(delivery, notice);
  }

  #showAck(channel: Channel, user: string, ack: unknown): string | null {
    const body = typeof ack === 'string' ? { text: ack } : ack;
    if (!isObject(body) || (textOf(body, 'text') === '' && body['blocks'] === undefined)) return null;
    const { text, blocks, error } = checkContent(body);
    if (error !== undefined) return error;
    const place = placeOf(user, body);
    this.#world.store.add({ channel: channel.id, text, blocks, by: 'bot', ...place });
    return null;
  }

  /**
   * A person writes. `text` is as Slack reports it: `&`, `<` and `>` that people type arrive as `&amp;`, `&lt;`,
   * `&gt;`. The bot hears of it where it is a member, as far as it subscribed; a mention comes as a second event.
   */
  async post(
    text: string,
    options: Place & { readonly thread?: string; readonly extra?: JsonObject } = {},
  ): Promise<Posted> {
    const { user = 'U1', thread, extra = {} } = options;
    const channel = this.#channel(options.channel, user);
    const about = thread === undefined ? {} : { thread_ts: thread };
    const message = this.#world.store.add({ channel: channel.id, text, blocks: [], by: user, ...about });
    const events = this.#eventsOf(channel, message).map(event => ({ ...event, ...extra }));
    const deliveries = await Promise.all(
      events.map(event => this.#deliverer.send('event', eventPayload(this.#world, event), options)),
    );
    return { ts: message.ts, message, deliveries };
  }

  #eventsOf(channel: Channel, message: Message): readonly JsonObject[] {
    const { events, botUserId } = this.#world.settings;
    if (!channel.isMember) return [];
    const common = writtenEvent(this.#world, channel, message);
    const heard = events.includes(MESSAGE_EVENTS[channel.kind]);
    const mentioned = message.text.includes(`<@${botUserId}>`) && channel.kind !== 'im';
    return [
      ...(heard ? [{ ...common, type: 'message', channel_type: channel.kind }] : []),
      ...(mentioned && events.includes('app_mention') ? [{ ...common, type: 'app_mention' }] : []),
    ];
  }

  /** Any event, wrapped as Slack wraps it. */
  event(event: JsonObject, options: SendOptions & { readonly eventId?: string } = {}): Promise<Delivery> {
    return this.#deliverer.send('event', eventPayload(this.#world, event, options.eventId), options);
  }

  /** Presses a button of the message as it is now. Fails when the person does not see such a button. */
  press(message: Message, which: Which, options: Place = {}): Promise<Delivery> {
    const now = this.#seen(message, options.user ?? message.user ?? 'U1');
    const wanted = typeof which === 'string' ? (element: JsonObject) => labelOf(element) === which : which;
    const buttons = elementsOf(now.blocks).filter(element => element['type'] === 'button');
    const button = buttons.find(wanted);
    if (button === undefined)
      throw new Error(`No such button is visible; there are: ${buttons.map(labelOf).join(', ') || 'none'}`);
    const { type, action_id, block_id, text, value } = button;
    return this.#act(
      now,
      { type, action_id, block_id, text, ...(value !== undefined && { value }) },
      options,
    );
  }

  /** Chooses an option of a menu (static_select, overflow or radio buttons) by its label. */
  choose(message: Message, label: string, options: Place = {}): Promise<Delivery> {
    const now = this.#seen(message, options.user ?? message.user ?? 'U1');
    const offered = elementsOf(now.blocks).flatMap(element =>
      optionsOf(element).map(option => ({ element, option })),
    );
    const chosen = offered.find(({ option }) => labelOf(option) === label);
    if (chosen === undefined)
      throw new Error(
        `No such option is visible; there are: ${offered.map(({ option }) => labelOf(option)).join(', ') || 'none'}`,
      );
    const { type, action_id, block_id, placeholder } = chosen.element;
    const action = { type, action_id, block_id, selected_option: chosen.option };
    return this.#act(now, placeholder === undefined ? action : { ...action, placeholder }, options);
  }

  #act(message: Message, action: JsonObject, options: Place): Promise<Delivery> {
    const user = options.user ?? message.user ?? 'U1';
    const channel = this.#channel(message.channel, user);
    const payload = blockActionsPayload(this.#world, channel, user, message, action);
    return this.#deliverer.send('block_actions', payload, options);
  }

  /** A message shortcut: on any message but ephemeral ones, in threads too, and where the bot is no member. */
  shortcut(callbackId: string, message: Message, options: Place = {}): Promise<Delivery> {
    const { user = 'U1' } = options;
    const now = this.#seen(message, user);
    if (now.ephemeral) throw new Error('Slack offers no shortcuts on ephemeral messages.');
    const channel = this.#channel(now.channel, user);
    const payload = messageActionPayload(this.#world, channel, user, now, callbackId);
    return this.#deliverer.send('message_action', payload, options);
  }

  verifyUrl(options: SendOptions = {}): Promise<Delivery> {
    const challenge = this.#world.ids.uuid();
    return this.#deliverer.send(
      'url_verification',
      { token: '', challenge, type: 'url_verification' },
      options,
    );
  }

  /** Slack's retry: the same payload, with the same event_id. */
  redeliver({ kind, payload }: Delivery, options: SendOptions = {}): Promise<Delivery> {
    return this.#deliverer.send(kind, payload, { retryNum: 1, ...options });
  }

  #seen(message: Message, user: string): Message {
    const now = this.#world.store.find(message.channel, message.ts);
    if (now === undefined || now.deleted || !now.shown)
      throw new Error(`The message ${message.ts} is not visible.`);
    if (now.ephemeral && now.user !== user)
      throw new Error(`The message ${message.ts} is visible to ${now.user} only, not to ${user}.`);
    return now;
  }

  #channel(id = 'C1', user = 'U1'): Channel {
    const found = this.#world.channel(id);
    if (found === undefined) throw new Error(`There is no channel ${id}.`);
    if (!this.#world.isIn(found, user)) throw new Error(`${user} is not in ${id}.`);
    return found;
  }
}

const labelOf = (element: JsonObject): string => textOf(objectOf(element, 'text'), 'text');

const optionsOf = (element: JsonObject): readonly JsonObject[] => [
  ...objectsOf(element['options']),
  ...objectsOf(element['option_groups']).flatMap(group => objectsOf(group['options'])),
];
