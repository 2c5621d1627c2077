import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

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
