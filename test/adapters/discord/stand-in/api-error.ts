import { isList, isObject, type JsonObject } from './json.ts';

/** An error by which Discord refuses a request: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  /** The tree of a form error: https://docs.discord.com/developers/reference#error-messages */
  readonly errors: JsonObject | undefined;

  constructor(status: number, code: number, message: string, errors?: JsonObject) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): JsonObject {
    const { message, code, errors } = this;
    return errors === undefined ? { message, code } : { message, code, errors };
  }

  /** The leaves of the tree, one line each, in the way discord.js writes them. */
  get reasons(): readonly string[] {
    return this.errors === undefined ? [`${this.code}: ${this.message}`] : linesOf(this.errors, '');
  }
}

function linesOf(tree: JsonObject, at: string): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key === '_errors' && isList(value)) {
      return value.filter(isObject).map(({ code, message }) => `${at}[${code}]: ${message}`);
    }
    const step = /^\d+$/.test(key) && at !== '' ? `[${key}]` : `${at === '' ? '' : '.'}${key}`;
    return isObject(value) ? linesOf(value, `${at}${step}`) : [];
  });
}

export const unauthorized = (): ApiError => new ApiError(401, 0, '401: Unauthorized');
export const notFound = (): ApiError => new ApiError(404, 0, '404: Not Found');
export const unknownChannel = (): ApiError => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = (): ApiError => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMessage = (): ApiError => new ApiError(404, 10008, 'Unknown Message');
export const unknownUser = (): ApiError => new ApiError(404, 10013, 'Unknown User');
export const unknownWebhook = (): ApiError => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = (): ApiError => new ApiError(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = (): ApiError =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = (): ApiError => new ApiError(403, 50001, 'Missing Access');
export const missingPermissions = (): ApiError => new ApiError(403, 50013, 'Missing Permissions');
export const emptyMessage = (): ApiError => new ApiError(400, 50006, 'Cannot send an empty message');
export const notTheAuthor = (): ApiError =>
  new ApiError(403, 50005, 'Cannot edit a message authored by another user');
export const invalidWebhookToken = (): ApiError => new ApiError(401, 50027, 'Invalid Webhook Token');
export const invalidForm = (errors: JsonObject): ApiError =>
  new ApiError(400, 50035, 'Invalid Form Body', errors);
