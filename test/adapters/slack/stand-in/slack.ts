import type { JsonObject } from '../../stand-in/json.ts';
import type { SendOptions } from './deliver.ts';
import type { Place, Posted, Which } from './people.ts';
import type { ApiCall, Delivery, Message, ResponseUse } from './records.ts';

/** Slack and the people who use it, for a test that drives an app from outside. */
export interface Slack extends Faulty {
  readonly apiUrl: string;
  readonly tokens: {
    readonly bot: string;
    readonly app: string;
    readonly config: string;
    readonly signingSecret: string;
  };
  readonly calls: readonly ApiCall[];
  readonly responses: readonly ResponseUse[];
  /** In the order in which they were acknowledged or given up. */
  readonly deliveries: readonly Delivery[];
  readonly views: readonly unknown[];
  /** From now on payloads go to this address, signed, instead of over a socket. */
  connectHttp(url: string): void;
  /** How many sockets are open. */
  readonly sockets: number;
  /** Resolves when at least so many sockets are open (one, if not said); 0: when none is. */
  waitForSocket(count?: number): Promise<void>;

  command(text: string, options?: Place & { readonly command?: string }): Promise<Delivery>;
  post(
    text: string,
    options?: Place & { readonly thread?: string; readonly extra?: JsonObject },
  ): Promise<Posted>;
  event(event: JsonObject, options?: SendOptions & { readonly eventId?: string }): Promise<Delivery>;
  press(message: Message, which: Which, options?: Place): Promise<Delivery>;
  choose(message: Message, label: string, options?: Place): Promise<Delivery>;
  shortcut(callbackId: string, message: Message, options?: Place): Promise<Delivery>;
  /** Checks the request URL, as Slack does when it is saved: the app answers the challenge. */
  verifyUrl(options?: SendOptions): Promise<Delivery>;
  redeliver(delivery: Delivery, options?: SendOptions): Promise<Delivery>;

  /** All messages as they are now, deleted ones included. */
  readonly messages: readonly Message[];
  visibleTo(user: string, channel: string): readonly Message[];
  /** Resolves with the first message that fits, at once when there is one. */
  waitForMessage(fits: (message: Message) => boolean, what?: string): Promise<Message>;
  /** Resolves with the message once it was edited or deleted after the given state of it. */
  waitForUpdate(message: Message): Promise<Message>;
  waitForCall(fits: (call: ApiCall) => boolean, what?: string): Promise<ApiCall>;
  waitForResponse(fits: (use: ResponseUse) => boolean, what?: string): Promise<ResponseUse>;
  /** Resolves when the app has nothing left to do that Slack could see; idle.ts says what it cannot see. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Times {
  /** How many calls it happens to; one, if not said. */
  readonly times?: number;
}

interface Refusing extends Times {
  readonly when?: (args: JsonObject) => boolean;
  readonly status?: number;
}

/** What a test makes go wrong. `method` is a Web API method or 'response_url'. */
interface Faulty {
  /** `status` is the HTTP status of a refused response_url; 400, if not said. The Web API always says 200. */
  refuseNext(method: string, error: string, options?: Refusing): void;
  rateLimitNext(
    method: string,
    options: Times & { readonly retryAfter: number; readonly channel?: string },
  ): void;
  /** `accepted`: Slack does what was asked for, and only the answer is lost. */
  failNext(
    method: string,
    options: Times & { readonly status: 500 | 'reset'; readonly accepted?: boolean },
  ): void;
  /** Ends the lifetime of a response_url now, or of all of them. */
  expireResponseUrl(url?: string): void;
  /** Ends the time of every trigger_id. */
  expireTriggers(): void;
  /** Announces and makes the end of the connections, as Slack renews them; of so many, the oldest first. */
  refreshSockets(reason?: 'warning' | 'refresh_requested' | 'link_disabled', count?: number): Promise<void>;
  /** Cuts the TCP connections. */
  dropSockets(): void;
}
