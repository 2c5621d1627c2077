import { setTimeout as wait } from 'node:timers/promises';
import {
  ApplicationCommandType as CommandType,
  ComponentType,
  InteractionType as Type,
} from 'discord-api-types/v10';
import { apiMessage } from './api-objects.ts';
import { type Given, optionsOf, requireCommand } from './commands.ts';
import { componentsIn } from './component-tree.ts';
import { IDS } from './home.ts';
import { commandData, interactionPayload, messageCommandData, ownersOf } from './interaction-payloads.ts';
import { newInteraction, settled } from './interactions.ts';
import { type JsonObject, objectOf, objectsOf, textOf } from './json.ts';
import type { Channel } from './options.ts';
import { channelOf, type Place, seenMessage } from './places.ts';
import type { Delivery, DeliveryKind, Message } from './records.ts';
import type { World } from './world.ts';

/** Says which button: its label, or whether a component is it. */
export type Which = string | ((component: JsonObject) => boolean);

interface Acting {
  readonly kind: DeliveryKind;
  readonly type: number;
  readonly data: JsonObject;
  readonly owners: JsonObject;
  readonly message?: Message;
}

/** The people who use commands and components, and what Discord sends to the app when they do. */
export class Actors {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** A slash command: its name, with a subcommand after a blank or '/', and the values of its options. */
  slash(name: string, options: Given = {}, place: Place = {}): Promise<Delivery> {
    const { channel, user, command, owners } = this.#command(name, CommandType.ChatInput, place);
    const data = commandData(command, optionsOf(command, name, options));
    return this.#act(channel, user, { kind: 'command', type: Type.ApplicationCommand, data, owners });
  }

  /** What is offered while the last of these options is being typed; it may be unfinished, or ''. */
  autocomplete(name: string, options: Given, place: Place = {}): Promise<Delivery> {
    const { channel, user, command, owners } = this.#command(name, CommandType.ChatInput, place);
    const focused = Object.keys(options).at(-1);
    if (focused === undefined) throw new Error('Nothing is being typed: name the option.');
    const data = commandData(command, optionsOf(command, name, options, focused));
    const type = Type.ApplicationCommandAutocomplete;
    return this.#act(channel, user, { kind: 'autocomplete', type, data, owners });
  }

  messageCommand(name: string, message: Message, place: Place = {}): Promise<Delivery> {
    const at = { channel: message.channel, ...place };
    const { channel, user, command, owners } = this.#command(name, CommandType.Message, at);
    const now = seenMessage(this.#world, message, user);
    if (now.ephemeral) throw new Error('Discord offers no commands on ephemeral messages.');
    const data = messageCommandData(this.#world, command, now);
    return this.#act(channel, user, { kind: 'message_command', type: Type.ApplicationCommand, data, owners });
  }

  /** Presses a button of the message as it is now. Fails when the person does not see such a button. */
  press(message: Message, which: Which, place: Place = {}): Promise<Delivery> {
    const user = place.user ?? message.user ?? IDS.user;
    const now = seenMessage(this.#world, message, user);
    const isIt = typeof which === 'string' ? (one: JsonObject) => labelOf(one) === which : which;
    const buttons = this.#components(now, ComponentType.Button);
    const button = buttons.find(isIt);
    if (button === undefined)
      throw new Error(`No such button is visible; there are: ${buttons.map(labelOf).join(', ') || 'none'}`);
    if (button['url'] !== undefined)
      throw new Error(`The button "${labelOf(button)}" is a link: ${button['url']}`);
    return this.#use(now, user, button, {});
  }

  /** Chooses an option of a menu by its label. */
  choose(message: Message, label: string, place: Place = {}): Promise<Delivery> {
    const user = place.user ?? message.user ?? IDS.user;
    const now = seenMessage(this.#world, message, user);
    const offered = this.#components(now, ComponentType.StringSelect).flatMap(menu =>
      objectsOf(menu['options']).map(option => ({ menu, option })),
    );
    const chosen = offered.find(({ option }) => textOf(option, 'label') === label);
    if (chosen === undefined)
      throw new Error(
        `No such option is visible; there are: ${offered.map(({ option }) => textOf(option, 'label')).join(', ') || 'none'}`,
      );
    return this.#use(now, user, chosen.menu, { values: [textOf(chosen.option, 'value')] });
  }

  #components({ components }: Message, kind: ComponentType): readonly JsonObject[] {
    return componentsIn(components)
      .map(({ component }) => component)
      .filter(({ type }) => type === kind);
  }

  #use(message: Message, user: string, component: JsonObject, more: JsonObject): Promise<Delivery> {
    if (component['disabled'] === true) throw new Error(`"${labelOf(component)}" is disabled.`);
    const { custom_id, type: component_type, id } = component;
    const channel = channelOf(this.#world, { channel: message.channel, user });
    const asked = this.#world.interactionsById.get(message.interaction ?? '');
    const owners = asked?.owners ?? ownersOf(this.#world, channel, user);
    const data = { custom_id, component_type, id, ...more };
    return this.#act(channel, user, {
      kind: 'component',
      type: Type.MessageComponent,
      data,
      owners,
      message,
    });
  }

  #command(name: string, type: CommandType, place: Place) {
    const { user = IDS.user } = place;
    const channel = channelOf(this.#world, place);
    const command = requireCommand(this.#world, name, type);
    const owners = ownersOf(this.#world, channel, user, command);
    if (Object.keys(owners).length === 0)
      throw new Error(`The command "${command.name}" is not offered to ${user} in ${channel.id}.`);
    return { channel, user, command, owners };
  }

  async #act(
    channel: Channel,
    user: string,
    { kind, type, data, owners, message }: Acting,
  ): Promise<Delivery> {
    const world = this.#world;
    const { ackLimitMs, tokenLimitMs } = world.settings;
    const id = world.ids.next();
    const token = world.ids.secret();
    const about = { id, token, kind, user, channel, owners, source: message?.id };
    const interaction = newInteraction(about, tokenLimitMs);
    world.interactions.set(token, interaction);
    world.interactionsById.set(id, interaction);
    const payload: JsonObject = {
      ...interactionPayload(world, channel, user, { id, token, owners }),
      type,
      data,
      ...(message !== undefined && { message: apiMessage(world, message, true) }),
    };
    world.interactionsUnderWay += 1;
    world.dispatch({ name: 'INTERACTION_CREATE', guild: channel.guild, data: () => payload });
    const ended = new AbortController();
    const late = wait(ackLimitMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    await Promise.race([interaction.acked, late]);
    ended.abort();
    interaction.isLost = interaction.reply === undefined;
    const delivery = settled(interaction, payload);
    world.deliveries.push(delivery);
    world.interactionsUnderWay -= 1;
    world.changes.notify();
    return delivery;
  }
}

const labelOf = (component: JsonObject): string =>
  textOf(component, 'label') ||
  textOf(component, 'placeholder') ||
  textOf(objectOf(component, 'emoji'), 'name');
