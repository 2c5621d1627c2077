import type { Which } from './act.ts';
import type { Given } from './commands.ts';
import type { JsonObject } from './json.ts';
import type { PrivilegedIntent } from './options.ts';
import type { Opening, Writing } from './people.ts';
import type { Place } from './places.ts';
import type { ClosedConnection, Connection, Delivery, GatewayEvent, Message, RestCall } from './records.ts';

/** Discord and the people who use it, for a test that drives a bot from outside. */
export interface Discord extends Acts, Seen, Faulty {
  /** For `rest: { api }` of a client, which adds the version: http://127.0.0.1:PORT/api */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  /** The global commands as they are registered. */
  readonly commands: readonly JsonObject[];
  stop(): Promise<void>;
}

/** What people do. */
interface Acts {
  slash(name: string, options?: Given, place?: Place): Promise<Delivery>;
  autocomplete(name: string, options: Given, place?: Place): Promise<Delivery>;
  messageCommand(name: string, message: Message, place?: Place): Promise<Delivery>;
  press(message: Message, which: Which, place?: Place): Promise<Delivery>;
  choose(message: Message, label: string, place?: Place): Promise<Delivery>;
  write(text: string, writing?: Writing): Message;
  edit(message: Message, text: string): Message;
  /** Deletes it; by its author, if not said. An ephemeral one is dismissed by its viewer. */
  remove(message: Message, user?: string): Message;
  typing(place?: Place): void;
  openThread(opening: Opening): { channel: string; message: Message | undefined };
  deleteChannel(id: string): void;
  /** Any event, to every session that asked for such events; `guild`: where it happened. */
  rawEvent(name: string, data: JsonObject, guild?: string): void;
}

/** What Discord and people have seen. */
interface Seen {
  readonly calls: readonly RestCall[];
  /** In the order in which they were answered or given up. */
  readonly deliveries: readonly Delivery[];
  readonly events: readonly GatewayEvent[];
  readonly connections: readonly Connection[];
  readonly closed: readonly ClosedConnection[];
  /** All messages as they are now, deleted ones included. */
  readonly messages: readonly Message[];
  visibleTo(user: string, channel: string): readonly Message[];
  /** The message as it is now. */
  now(message: Message): Message;
  /** Resolves when at least so many connections have a session (one, if not said); 0: when none is open. */
  waitForConnection(count?: number): Promise<void>;
  waitForClose(fits?: (closed: ClosedConnection) => boolean, what?: string): Promise<ClosedConnection>;
  /** Resolves with the first message that fits, at once when there is one. */
  waitForMessage(fits: (message: Message) => boolean, what?: string): Promise<Message>;
  /** Resolves with the message once it was edited or deleted after the given state of it. */
  waitForUpdate(message: Message): Promise<Message>;
  waitForCall(fits: (call: RestCall) => boolean, what?: string): Promise<RestCall>;
  waitForDelivery(fits: (delivery: Delivery) => boolean, what?: string): Promise<Delivery>;
  waitForEvent(fits: (event: GatewayEvent) => boolean, what?: string): Promise<GatewayEvent>;
  /** Resolves when the bot has nothing left to do that Discord could see; idle.ts says what it cannot see. */
  idle(): Promise<void>;
}

interface Times {
  /** How many requests it happens to; one, if not said. */
  readonly times?: number;
}

interface Refusing extends Times {
  readonly status: number;
  readonly code: number;
  readonly message?: string;
  readonly errors?: JsonObject;
  readonly when?: (body: JsonObject) => boolean;
}

interface Limiting extends Times {
  /** Seconds, with decimals. */
  readonly retryAfter: number;
  readonly scope?: 'user' | 'shared' | 'global';
  /** Where it is said how long to wait; in both, if not said. */
  readonly where?: 'both' | 'header' | 'body';
}

/** What a test makes go wrong. A route is named like 'POST /channels/:channel/messages'; '*' is any. */
interface Faulty {
  refuseNext(route: string, refusing: Refusing): void;
  rateLimitNext(route: string, limiting: Limiting): void;
  /** `accepted`: Discord does what was asked for, and only the answer is lost. */
  failNext(
    route: string,
    options: Times & { readonly status: 500 | 502 | 503 | 504 | 'reset'; readonly accepted?: boolean },
  ): void;
  slowNext(route: string, options: Times & { readonly ms: number }): void;
  /**
   * Ends the 15 minutes of an interaction's token now, or of all of them. Discord then answers 401 with 50027, Invalid
   * Webhook Token; 10015: it answers 404, Unknown Webhook, as it does of a token it never knew.
   */
  expireTokens(delivery?: Delivery, code?: 50027 | 10015): void;
  /** Cuts the connections without a word, or closes them with a code. */
  dropConnections(code?: number): void;
  /** Op 7: asks the bot to connect again and to resume. */
  askToReconnect(): void;
  /** Op 9. */
  invalidateSessions(isResumable?: boolean): void;
  /** From now on open connections get no acknowledgement of heartbeats. */
  muteHeartbeats(): void;
  /** Op 1: asks for a heartbeat. */
  askForHeartbeat(): void;
  /** The token is worth nothing any more: REST answers 401, the gateway closes with 4004. */
  resetToken(): void;
  /** What the portal grants from now on. */
  grantIntents(...intents: readonly PrivilegedIntent[]): void;
  /** What the bot may do in a channel from now on. */
  setBotPermissions(channel: string, permissions: bigint): void;
}
