import { DiscordAPIError, HTTPError, RateLimitError, type REST, Routes } from 'discord.js';
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Log } from '../log.ts';
import type { Message } from './message.ts';

/** What an answer to an interaction needs: https://docs.discord.com/developers/interactions/receiving-and-responding */
export interface Answerable {
  readonly id: string;
  readonly token: string;
}

/** Sends messages, each form in turn until Discord takes one; rejects when none is taken. */
export interface Sender {
  /** The first answer to an interaction. */
  reply(to: Answerable, forms: readonly Message[]): Promise<void>;
  /** Changes the message whose component was pressed. */
  update(to: Answerable, forms: readonly Message[]): Promise<void>;
  /** A further answer to an interaction. */
  followUp(to: Answerable, forms: readonly Message[]): Promise<void>;
  complete(to: Answerable, choices: readonly { name: string; value: string }[]): Promise<void>;
  /** A message in a channel, as a reply to one there. Resolves to its id. */
  post(channel: string, forms: readonly Message[], replyTo: string): Promise<string>;
  remove(channel: string, message: string): Promise<void>;
}

/** "Interaction has already been acknowledged": an answer whose receipt was lost, and that was sent again. */
const ALREADY_ANSWERED = 40_060;

function ignoreAnswered(error: unknown): void {
  if (!(error instanceof DiscordAPIError) || error.code !== ALREADY_ANSWERED) throw error;
}

/** "Invalid Form Body": what a message looks like is refused, rather than where it goes. */
const INVALID_FORM = 50_035;

export function createSender(rest: REST, application: string, log: Log): Sender {
  const callback = async (to: Answerable, type: InteractionResponseType, data: object) => {
    const route = Routes.interactionCallback(to.id, to.token);
    await rest.post(route, { body: { type, data }, auth: false }).catch(ignoreAnswered);
  };
  const plainer = <T>(forms: readonly Message[], send: (form: Message) => Promise<T>) =>
    sendFirstTaken(forms, send, code =>
      log.warn({ code }, 'Discord refused a message; it is sent in a plainer form'),
    );
  return {
    async reply(to, forms) {
      await plainer(forms, form => callback(to, InteractionResponseType.ChannelMessageWithSource, form));
    },
    async update(to, forms) {
      const { UpdateMessage, ChannelMessageWithSource } = InteractionResponseType;
      // A message of components cannot be changed to one of plain content: that stands beside it, for who pressed.
      await plainer(forms, form =>
        form.components === undefined
          ? callback(to, ChannelMessageWithSource, { ...form, flags: form.flags | MessageFlags.Ephemeral })
          : callback(to, UpdateMessage, form),
      );
    },
    async followUp(to, forms) {
      await plainer(forms, form =>
        rest.post(Routes.webhook(application, to.token), { body: form, auth: false }),
      );
    },
    async complete(to, choices) {
      await callback(to, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices });
    },
    async post(channel, forms, replyTo) {
      const reference = { message_id: replyTo, fail_if_not_exists: false };
      // The SDK sends again what got no answer; with a nonce Discord takes it once all the same.
      const once = { nonce: replyTo, enforce_nonce: true, message_reference: reference };
      const sent = await plainer(forms, form =>
        rest.post(Routes.channelMessages(channel), { body: { ...form, ...once } }),
      );
      return typeof sent === 'object' && sent !== null && 'id' in sent ? String(sent.id) : '';
    },
    async remove(channel, message) {
      await rest.delete(Routes.channelMessage(channel, message));
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

function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.code === INVALID_FORM || error.status === 400);
}

/** Discord's number for what went wrong, or the system's word: "50013", "http_502", "ECONNRESET". Never a text. */
export function codeOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code);
  if (error instanceof HTTPError) return `http_${error.status}`;
  if (error instanceof RateLimitError) return 'rate_limited';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : 'unexpected';
}
