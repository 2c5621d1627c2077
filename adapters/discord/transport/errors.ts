import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { GatewayCloseCodes, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { WHERE_TOKEN } from '../env.ts';

/** Discord's number for what went wrong, or the system's word: "50013", "http_502", "ECONNRESET". Never a text. */
export function codeOf(error: unknown): string {
  // What stands between Discord and the bot may answer without Discord's number.
  if (error instanceof DiscordAPIError) return String(error.code ?? `http_${error.status}`);
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

/** What a failure means that no further message can mend, for the log: what to do, if anything. Null for any other. */
export function explainLoss(error: unknown): string | null {
  if (!(error instanceof DiscordAPIError)) return null;
  return LOSSES[error.code] ?? null;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const LOSSES: Readonly<Record<number | string, string>> = {
  [RESTJSONErrorCodes.MissingAccess]:
    'It cannot see the channel. Give its role “View Channel” there, under “Edit Channel › Permissions”',
  [RESTJSONErrorCodes.MissingPermissions]:
    'It may not write in the channel. Give its role “Send Messages” there, and “Send Messages in Threads”',
  [RESTJSONErrorCodes.UnknownChannel]: 'The channel is gone',
  [RESTJSONErrorCodes.UnknownMessage]: 'The message is gone',
  [RESTJSONErrorCodes.UnknownInteraction]:
    'Discord had given up waiting: an answer has to begin within three seconds. Is the machine too busy?',
  [RESTJSONErrorCodes.UnknownWebhook]: 'Discord takes no further answers to this command',
  [RESTJSONErrorCodes.InvalidWebhookToken]:
    'Discord takes no further answers to a command after fifteen minutes',
};

export function asExplained(error: unknown): never {
  throw new Error(explainStart(error), { cause: error });
}

const NEW_INTENTS = 'This version asks for intents that Discord does not know. Upgrade secterm.';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export function explainClose(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return `DISCORD_TOKEN is refused. ${WHERE_TOKEN}`;
  if (code === GatewayCloseCodes.DisallowedIntents) return `Of the intents asked for, ${NOT_GRANTED}`;
  if (code === GatewayCloseCodes.InvalidIntents) return NEW_INTENTS;
  return 'It is opened again.';
}

export function isDisallowed(error: unknown): boolean {
  return says(error, /disallowed intents/i);
}

function explainStart(error: unknown): string {
  const code = codeOf(error);
  if (code === 'TokenInvalid' || code === '0' || code === 'http_401' || says(error, /^Authentication failed/))
    return `DISCORD_TOKEN is refused by Discord. ${WHERE_TOKEN}`;
  if (isDisallowed(error)) return NOT_GRANTED;
  if (says(error, /invalid intents/i)) return NEW_INTENTS;
  const resets = /Not enough sessions.*resets at (\S+)/.exec(error instanceof Error ? error.message : '');
  if (resets !== null)
    return `Discord allows no further connection before ${resets[1]}: the bot was started too often today. Look for what starts it over and over.`;
  if (error instanceof DiscordAPIError) return `Discord refuses it (${code}).`;
  return `Discord cannot be reached (${code}). Check the network and DISCORD_API_URL.`;
}

/** The gateway's own client throws errors without codes. */
function says(error: unknown, words: RegExp): boolean {
  return error instanceof Error && words.test(error.message);
}
