import { type JsonObject, readJson, textOf } from '../../stand-in/json.ts';
import type { Delivery, DeliveryKind } from './records.ts';
import { type HttpAnswer, sendHttp } from './send-http.ts';
import type { Sockets } from './sockets.ts';
import type { World } from './world.ts';

/** How a payload is sent; what is left out is as Slack does it. */
export interface SendOptions {
  /** Signs with another secret: a forged request. */
  readonly signWith?: string;
  /** Claims another time, in seconds since 1970. */
  readonly at?: number;
  /** Marks a retry: https://docs.slack.dev/apis/events-api#retries */
  readonly retryNum?: number;
  readonly retryReason?: string;
}

type Outcome = Pick<Delivery, 'ackedAfterMs' | 'ackBody' | 'status'>;

/** Sends payloads to the app: to its request URL once there is one, else over an open socket. */
export class Deliverer {
  readonly #world: World;
  readonly #sockets: Sockets;
  url: string | undefined;

  constructor(world: World, sockets: Sockets) {
    this.#world = world;
    this.#sockets = sockets;
  }

  get hasRoute(): boolean {
    return this.url !== undefined || this.#sockets.count > 0;
  }

  /** Resolves when the app acknowledged, or with `ackedAfterMs: null` when the time to do so is over. */
  async send(
    kind: DeliveryKind,
    payload: JsonObject,
    options: SendOptions = {},
    hidden = false,
  ): Promise<Delivery> {
    const { url } = this;
    const id = this.#world.ids.uuid();
    this.#world.deliveriesUnderWay += 1;
    try {
      const outcome =
        url === undefined
          ? await this.#overSocket(id, kind, payload, options)
          : await this.#overHttp(url, kind, payload, options);
      const transport = url === undefined ? 'socket' : 'http';
      const notice = noticeOf(kind, outcome, transport);
      const attempts = (options.retryNum ?? 0) + 1;
      const delivery: Delivery = { id, kind, transport, payload, attempts, notice, ...outcome };
      if (!hidden) this.#world.deliveries.push(delivery);
      return delivery;
    } finally {
      this.#world.deliveriesUnderWay -= 1;
      this.#world.changes.notify();
    }
  }

  #overSocket(id: string, kind: DeliveryKind, payload: JsonObject, options: SendOptions): Promise<Outcome> {
    const sentAt = performance.now();
    return new Promise((resolve, reject) => {
      const end = (outcome: Outcome): void => {
        clearTimeout(timer);
        this.#sockets.forget(id);
        resolve(outcome);
      };
      const timer = setTimeout(() => end(NO_ACK), this.#world.settings.ackLimitMs);
      try {
        this.#sockets.send(envelopeOf(id, kind, payload, options), id, body =>
          end({ ackedAfterMs: performance.now() - sentAt, ackBody: body, status: null }),
        );
      } catch (error) {
        clearTimeout(timer);
        reject(error);
      }
    });
  }

  async #overHttp(
    url: string,
    kind: DeliveryKind,
    payload: JsonObject,
    options: SendOptions,
  ): Promise<Outcome> {
    const { signWith: secret = this.#world.settings.signingSecret, at = Math.floor(Date.now() / 1000) } =
      options;
    const [contentType, body] = encode(kind, payload);
    const sentAt = performance.now();
    try {
      const limit = this.#world.settings.ackLimitMs;
      const answer = await sendHttp(url, contentType, body, { secret, at }, retryHeaders(options), limit);
      const acked = answer.status >= 200 && answer.status < 300;
      const ackedAfterMs = acked ? performance.now() - sentAt : null;
      return { ackedAfterMs, ackBody: bodyOf(answer), status: answer.status };
    } catch {
      return NO_ACK;
    }
  }
}

const NO_ACK: Outcome = { ackedAfterMs: null, ackBody: undefined, status: null };

const bodyOf = ({ contentType, body }: HttpAnswer): unknown =>
  contentType.includes('json') ? (readJson(body) ?? body) : body;

const isEvent = (kind: DeliveryKind): boolean => kind === 'event' || kind === 'url_verification';

/** Events come as JSON, commands as a form, interactions as a form with one field `payload` that is JSON. */
function encode(kind: DeliveryKind, payload: JsonObject): [contentType: string, body: string] {
  if (isEvent(kind)) return ['application/json', JSON.stringify(payload)];
  const fields = kind === 'command' ? fieldsOf(payload) : { payload: JSON.stringify(payload) };
  return ['application/x-www-form-urlencoded', new URLSearchParams(fields).toString()];
}

const fieldsOf = (payload: JsonObject): Record<string, string> =>
  Object.fromEntries(Object.keys(payload).map(key => [key, textOf(payload, key)]));

/** Only commands and interactions accept a response: https://docs.slack.dev/apis/events-api/using-socket-mode */
function envelopeOf(id: string, kind: DeliveryKind, payload: JsonObject, options: SendOptions): object {
  const type = kind === 'command' ? 'slash_commands' : isEvent(kind) ? 'events_api' : 'interactive';
  return {
    envelope_id: id,
    type,
    payload,
    accepts_response_payload: type !== 'events_api',
    ...(type === 'events_api' && {
      retry_attempt: options.retryNum ?? 0,
      retry_reason: options.retryReason ?? '',
    }),
  };
}

function retryHeaders({ retryNum, retryReason = 'http_timeout' }: SendOptions): Record<string, string> {
  if (retryNum === undefined) return {};
  return { 'x-slack-retry-num': String(retryNum), 'x-slack-retry-reason': retryReason };
}

/**
 * What Slackbot tells the person: a command that was not acknowledged "failed with the error
 * "operation_timeout"", one that was answered with another status "dispatch_failed"; a button shows a warning sign.
 */
function noticeOf(
  kind: DeliveryKind,
  { ackedAfterMs, status }: Outcome,
  transport: 'http' | 'socket',
): string | null {
  if (ackedAfterMs !== null || isEvent(kind)) return null;
  return status === null && transport === 'http' ? 'operation_timeout' : 'dispatch_failed';
}
