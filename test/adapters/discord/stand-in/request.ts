import type { IncomingMessage } from 'node:http';
import { readBody } from '../../stand-in/body.ts';
import { ApiError, invalidForm } from './api-error.ts';
import type { Gateway } from './gateway.ts';
import { isObject, type JsonObject, readJson } from './json.ts';
import type { World } from './world.ts';

/** What a route gets to know of a request. */
export interface RestRequest {
  readonly world: World;
  readonly gateway: Gateway;
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body, when it is an object; else an empty object. */
  readonly body: JsonObject;
  /** The body as it came. */
  readonly json: unknown;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });
export const noContent: RestAnswer = { status: 204 };

/**
 * Reads the body. "Clients using the HTTP API must provide a valid Content-Type header … Failing to do so will result
 * in a 50035" (https://docs.discord.com/developers/reference#http-api). The stand-in takes no uploaded files.
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request);
  if (text === '') return undefined;
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    const message = `Expected "Content-Type" header to be one of {'application/json'}.`;
    throw invalidForm({ _errors: [{ code: 'CONTENT_TYPE_INVALID', message }] });
  }
  const json = readJson(text);
  if (json === undefined) throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  return json;
}

export const objectIn = (json: unknown): JsonObject => (isObject(json) ? json : {});
