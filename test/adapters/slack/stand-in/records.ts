import type { JsonObject } from '../../stand-in/json.ts';

/** One call of a Web API method, accepted or refused. */
export interface ApiCall {
  readonly method: string;
  readonly token: string;
  /** The fields; those that are JSON inside a form (blocks, view, …) are parsed. */
  readonly args: JsonObject;
  /** 'ok', 'rate_limited', 'http_500', 'reset', or Slack's error code. */
  readonly result: string;
  /** The reasons of a refusal, as in response_metadata.messages. */
  readonly reasons: readonly string[];
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
}

/** One POST to a response_url. */
export interface ResponseUse {
  readonly url: string;
  readonly body: JsonObject;
  readonly result: string;
  readonly reasons: readonly string[];
  readonly at: number;
}

export type DeliveryKind = 'command' | 'event' | 'block_actions' | 'message_action' | 'url_verification';

/** One payload that was sent to the app, and what the app answered. */
export interface Delivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly transport: 'http' | 'socket';
  readonly payload: JsonObject;
  /** The time from sending to the acknowledgement; null when none came in time. */
  readonly ackedAfterMs: number | null;
  readonly ackBody: unknown;
  /** The HTTP status; null over a socket, or when no answer came. */
  readonly status: number | null;
  /** How often this payload was sent: 1, or more for a redelivery. */
  readonly attempts: number;
  /** What Slack would tell the person who acted, if the app failed them; e.g. 'dispatch_failed'. */
  readonly notice: string | null;
}

/** A message as it is now. Not a live object: every edit makes a new one, so that edits can be waited for. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** The only person who sees it, if it is ephemeral. */
  readonly user?: string;
  readonly ephemeral: boolean;
  readonly deleted: boolean;
  readonly edits: number;
  /** 'bot', or the person who wrote it. */
  readonly by: string;
  /** False for an ephemeral message in a thread without replies: Slack accepts it and shows it to nobody. */
  readonly shown: boolean;
}
