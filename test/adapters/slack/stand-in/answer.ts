import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonObject } from '../../stand-in/json.ts';
import type { Fault } from './faults.ts';

/** An error by which Slack refuses a call: HTTP 200 with `{"ok": false, "error": …}`. */
export class Refusal extends Error {
  readonly code: string;
  readonly reasons: readonly string[];
  readonly extra: JsonObject;

  constructor(code: string, reasons: readonly string[] = [], extra: JsonObject = {}) {
    super(code);
    this.code = code;
    this.reasons = reasons;
    this.extra = extra;
  }

  /** The body as Slack sends it, with `errors` and `response_metadata.messages` when there are reasons. */
  get body(): JsonObject {
    const reasons = this.reasons.length === 0 ? {} : reasonsOf(this.reasons);
    return { ok: false, error: this.code, ...this.extra, ...reasons };
  }
}

const reasonsOf = (reasons: readonly string[]): JsonObject => ({
  errors: reasons,
  response_metadata: { messages: reasons.map(reason => `[ERROR] ${reason}`) },
});

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** Does what a planned fault asks for; the answer names it in the records. */
export function sendFault(
  fault: Exclude<Fault, { kind: 'refuse' }>,
  request: IncomingMessage,
  response: ServerResponse,
): string {
  if (fault.kind === 'limit') {
    sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfter) });
    return 'rate_limited';
  }
  if (fault.status === 'reset') {
    request.socket.resetAndDestroy();
    return 'reset';
  }
  response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Server Error</h1>');
  return 'http_500';
}
