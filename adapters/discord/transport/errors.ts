import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { WHERE_TOKEN } from '../env.ts';

/** Discord's number for what went wrong, or the system's word: "50013", "http_502", "ECONNRESET". Never a text. */
export function codeOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code);
  if (error instanceof HTTPError) return `http_${error.status}`;
  if (error instanceof RateLimitError) return 'rate_limited';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : 'unexpected';
}

/** An answer to an interaction whose receipt was lost, and that was sent again. */
export function isAnswered(error: unknown): boolean {
  const { InteractionHasAlreadyBeenAcknowledged } = RESTJSONErrorCodes;
  return error instanceof DiscordAPIError && error.code === InteractionHasAlreadyBeenAcknowledged;
}

/** Whether Discord said no, rather than nothing: what was sent is not there. */
export function isUntaken(error: unknown): boolean {
  return error instanceof DiscordAPIError;
}

/** What a message looks like is refused, rather than where it goes. */
export function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 400;
}

export const NOT_GRANTED =
  'the portal has not granted Message Content, so nothing is answered unasked. Switch it on under “Bot › Privileged Gateway Intents”, or remove DISCORD_LISTEN.';

export function asExplained(error: unknown): never {
  throw new Error(explainStart(error), { cause: error });
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export function explainClose(code: number): string {
  if (code === 4004) return `DISCORD_TOKEN is refused. ${WHERE_TOKEN}`;
  if (code === 4014) return NOT_GRANTED;
  if (code === 4013) return 'This version asks for intents that Discord does not know. Upgrade secterm.';
  return 'It is opened again.';
}

export function isDisallowed(error: unknown): boolean {
  return error instanceof Error && /disallowed intents/i.test(error.message);
}

function explainStart(error: unknown): string {
  const code = codeOf(error);
  if (code === 'TokenInvalid' || code === '0' || code === 'http_401')
    return `DISCORD_TOKEN is refused by Discord. ${WHERE_TOKEN}`;
  if (isDisallowed(error)) return NOT_GRANTED;
  return `Discord cannot be reached (${code}). Check the network and DISCORD_API_URL.`;
}
