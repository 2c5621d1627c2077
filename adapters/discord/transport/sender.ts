import { type REST, Routes } from 'discord.js';
import { InteractionType, MessageFlags, InteractionResponseType as Response } from 'discord-api-types/v10';
import type { Log } from '../../log.ts';
import type { Message } from '../message/message.ts';
import { codeOf, isAnswered, isRefusal } from './errors.ts';

/** What an answer to an interaction needs: https://docs.discord.com/developers/interactions/receiving-and-responding */
export interface Answerable {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
}

/** The REST clients of the bot. */
export interface Clients {
  /** With the bot's token, for messages in channels. */
  readonly posting: REST;
  /** For answers to interactions. Tries again what got no answer: for what Discord takes once, however often it is sent. */
  readonly persistent: REST;
  /** Sends each request once. */
  readonly once: REST;
}

/** Sends messages, each form in turn until Discord takes one; rejects when none is taken. */
export interface Sender {
  /** Says that the interaction was heard, and that the answer takes a while; nothing is shown of it but that. */
  acknowledge(to: Answerable): Promise<void>;
  /** Answers an interaction with a message of its own. */
  reply(to: Answerable, forms: readonly Message[]): Promise<void>;
  /** Changes the message whose component was pressed. */
  update(to: Answerable, forms: readonly Message[]): Promise<void>;
  /** Takes away the message whose component was pressed. */
  removePressed(to: Answerable): Promise<void>;
  complete(to: Answerable, choices: readonly { name: string; value: string }[]): Promise<void>;
  /** A message in a channel, as a reply to one there. Resolves to its id. */
  post(channel: string, forms: readonly Message[], replyTo: string): Promise<string>;
}

/** What Discord has heard about an interaction: "heard" is a promise of a message to come. */
type State = 'heard' | 'answered';

/** Where the first answer to an interaction stands, or the message whose component was pressed. */
const ORIGINAL = '@original';

export function createSender({ posting, persistent, once }: Clients, application: string, log: Log): Sender {
  const states = new WeakMap<Answerable, State>();
  const callback = async (to: Answerable, type: Response, data?: object) => {
    const route = Routes.interactionCallback(to.id, to.token);
    await persistent.post(route, { body: { type, data }, auth: false }).catch(error => {
      if (!isAnswered(error)) throw error;
    });
    const isPromised = type === Response.DeferredChannelMessageWithSource;
    states.set(to, isPromised ? 'heard' : 'answered');
  };
  const edit = async (to: Answerable, form: Message) => {
    const route = Routes.webhookMessage(application, to.token, ORIGINAL);
    // Who sees a message is settled when it is promised.
    const flags = form.flags & ~MessageFlags.Ephemeral;
    await persistent.patch(route, { body: { ...form, flags }, auth: false });
    states.set(to, 'answered');
  };
  const replyWith = async (to: Answerable, form: Message): Promise<void> => {
    const state = states.get(to);
    if (state === undefined) return callback(to, Response.ChannelMessageWithSource, form);
    if (state === 'heard') return edit(to, form);
    await once.post(Routes.webhook(application, to.token), { body: form, auth: false });
  };
  const plainer = <T>(forms: readonly Message[], send: (form: Message) => Promise<T>) =>
    sendFirstTaken(forms, send, code =>
      log.warn({ code }, 'Discord refused a message; it is sent in a plainer form'),
    );
  const acknowledge = async (to: Answerable) => {
    if (to.type === InteractionType.MessageComponent) return callback(to, Response.DeferredMessageUpdate);
    await callback(to, Response.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral });
  };
  return {
    acknowledge,
    async reply(to, forms) {
      await plainer(forms, form => replyWith(to, form));
    },
    async update(to, forms) {
      await plainer(forms, form => {
        // A message of components cannot be changed to plain content: that stands beside it, for who pressed.
        if (form.components === undefined)
          return replyWith(to, { ...form, flags: form.flags | MessageFlags.Ephemeral });
        return states.has(to) ? edit(to, form) : callback(to, Response.UpdateMessage, form);
      });
    },
    async removePressed(to) {
      await acknowledge(to);
      await persistent.delete(Routes.webhookMessage(application, to.token, ORIGINAL), { auth: false });
    },
    async complete(to, choices) {
      await callback(to, Response.ApplicationCommandAutocompleteResult, { choices });
    },
    async post(channel, forms, replyTo) {
      const reference = { message_id: replyTo, fail_if_not_exists: false };
      // With a nonce Discord takes a message once, however often it is sent.
      const nonce = { nonce: replyTo, enforce_nonce: true, message_reference: reference };
      const sent = await plainer(forms, form =>
        posting.post(Routes.channelMessages(channel), { body: { ...form, ...nonce } }),
      );
      return typeof sent === 'object' && sent !== null && 'id' in sent ? String(sent.id) : '';
    },
  };
}

async function sendFirstTaken<T>(
  forms: readonly Message[],
  send: (form: Message) => Promise<T>,
  onRefusal: (code: string) => void,
): Promise<T> {
  const [form, ...others] = forms;
  if (form === undefined) throw new Error('There is nothing to send.');
  try {
    return await send(form);
  } catch (error) {
    if (others.length === 0 || !isRefusal(error)) throw error;
    onRefusal(codeOf(error));
    return sendFirstTaken(others, send, onRefusal);
  }
}
