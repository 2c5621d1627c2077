import { webApi } from '@slack/bolt';
import { WHERE } from '../env.ts';

/** Slack's name for what went wrong: "invalid_auth", "http_500", "network". Never a message's text. */
export function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof ResponseUrlError) return error.reason;
  if (error instanceof webApi.WebAPIRequestError) return causeOf(error.original) ?? 'network';
  return causeOf(error) ?? 'unexpected';
}

/** A system's code such as ECONNREFUSED, wherever in the chain of causes it stands. */
function causeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return causeOf(error.errors[0]);
  return causeOf(error.cause);
}

/** What a response_url answered instead of taking a message. */
export class ResponseUrlError extends Error {
  override readonly name = 'ResponseUrlError';
  readonly reason: string;
  readonly status: number;
  /** Seconds to wait, when the answer was 429. */
  readonly retryAfter: number | null;
  constructor(reason: string, status: number, retryAfter: number | null) {
    super(`The response address answered ${status} (${reason}).`);
    this.reason = reason;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** A connection that Slack closed, or never greeted. */
export class ConnectionEnded extends Error {
  override readonly name = 'ConnectionEnded';
}

/** Seconds that Slack asks to wait; null when the error is another. */
export function retryAfterOf(error: unknown): number | null {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter;
  return error instanceof ResponseUrlError ? error.retryAfter : null;
}

/** Errors that a plainer form of the same message can cure. https://docs.slack.dev/reference/methods/chat.postMessage */
const REFUSALS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'block_mismatch',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'invalid_arguments',
  'invalid_payload',
]);

/** Whether Slack refused what a message looks like, rather than where it goes. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof ResponseUrlError) return error.status === 400 || REFUSALS.has(error.reason);
  return error instanceof webApi.WebAPIPlatformError && REFUSALS.has(error.data.error);
}

/** Whether the bot may not write in a channel that it was asked to write in. */
export function isNotMember(error: unknown): boolean {
  return ['not_in_channel', 'channel_not_found', 'user_not_in_channel'].includes(codeOf(error));
}

/** Slack's own failures, after which a request may be tried again. */
const FAULTS = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];

/** Whether Slack took the request and said no to the place, as for an archived channel. */
export function isRefusedPlace(error: unknown): boolean {
  if (!(error instanceof webApi.WebAPIPlatformError)) return false;
  return ![...REFUSALS, ...FAULTS, ...TOKEN_CODES, 'missing_scope'].includes(error.data.error);
}

/** Whether nobody knows if Slack did what it was asked. */
export function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof webApi.WebAPIRequestError) return isTimeout(error.original);
  return error.name === 'TimeoutError' || error.name === 'AbortError' || isTimeout(error.cause);
}

/**
 * Whether a request is worth sending again: a connection that broke, most often one kept open too long and closed
 * before the request arrived, or a failure inside Slack. After a time-out the message may well stand there already.
 */
export function isPassing(error: unknown): boolean {
  if (isTimeout(error) || retryAfterOf(error) !== null) return false;
  if (error instanceof webApi.WebAPIPlatformError) return FAULTS.includes(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return error.statusCode >= 500;
  if (error instanceof ResponseUrlError) return error.status >= 500;
  return error instanceof webApi.WebAPIRequestError || error instanceof TypeError;
}

const TOKEN_CODES = [
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'user_removed_from_team',
  'team_disabled',
];

/** A sentence that says which setting is wrong and how to mend it; for anything else what happened. */
export function explainStart(error: unknown, token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'): string {
  const code = codeOf(error);
  if (TOKEN_CODES.includes(code)) return `${token} is refused by Slack (${code}). ${WHERE[token]}`;
  if (code === 'missing_scope')
    return `${token} lacks a scope (${neededScope(error)}). “secterm doctor” names what is missing and the fix.`;
  if (/^http_[45]/.test(code) || error instanceof webApi.WebAPIPlatformError)
    return `Slack answered with an error (${code}). Is SLACK_API_URL right? Slack’s own state is on slack-status.com.`;
  if (error instanceof ConnectionEnded)
    return `${error.message} If that goes on, see whether Socket Mode is on for the app.`;
  return `Slack cannot be reached with ${token} (${code}). Check the network, HTTPS_PROXY and SLACK_API_URL.`;
}

function neededScope(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError && 'needed' in error.data
    ? String(error.data['needed'])
    : 'unnamed';
}
