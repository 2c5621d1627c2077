import type { JsonObject } from './json.ts';

/** One REST request, accepted or refused. */
export interface RestCall {
  /** As in Discord's documentation: 'POST /channels/:channel/messages'; 'unknown' for a path that is none. */
  readonly route: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: JsonObject | undefined;
  /** The HTTP status; 0 when the connection was reset. */
  readonly status: number;
  /** Discord's own error code, e.g. 50035; null when it was accepted. */
  readonly code: number | null;
  /** The reasons of a refusal, one line each: `components[0].custom_id[BASE_TYPE_BAD_LENGTH]: …`. */
  readonly reasons: readonly string[];
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
}

/** An event that was dispatched to a session, at once or when the session was resumed. */
export interface GatewayEvent {
  readonly name: string;
  readonly data: unknown;
  readonly sequence: number;
  readonly session: string;
}

/** A connection that ended, and who ended it. */
export interface ClosedConnection {
  readonly code: number;
  readonly reason: string;
  readonly by: 'discord' | 'app';
}

/** An open connection of the gateway. */
export interface Connection {
  /** Undefined before it identified or resumed. */
  readonly session: string | undefined;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  readonly heartbeats: number;
  /** The sequence number that the last heartbeat confirmed. */
  readonly confirmed: number | null;
  /** How often its session was resumed. */
  readonly resumes: number;
}

export type DeliveryKind = 'command' | 'autocomplete' | 'message_command' | 'component';

/** The types of a callback: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export type Reply = 'message' | 'defer' | 'defer_update' | 'update' | 'autocomplete';

/** One interaction that was sent to the app, and how the app first answered. */
export interface Delivery {
  readonly id: string;
  readonly token: string;
  readonly kind: DeliveryKind;
  readonly payload: JsonObject;
  /** The time from sending to the first answer; null when none came in time. */
  readonly ackedAfterMs: number | null;
  readonly reply: Reply | null;
  /** Whether the first answer was for the person alone. */
  readonly ephemeral: boolean;
  /** The message that the first answer made or changed, as it was then. */
  readonly message: Message | undefined;
  /** What the app offered for autocompletion. */
  readonly choices: readonly Choice[];
  /** What Discord tells the person when the app failed them. */
  readonly notice: string | null;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** Who is told of a message: identifiers of people and roles, and whether it is everybody. */
export interface Pings {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** A message as it is now. Not a live object: every edit makes a new one, so that edits can be waited for. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly content: string;
  readonly embeds: readonly JsonObject[];
  /** As Discord stores them: every one has an `id`. */
  readonly components: readonly JsonObject[];
  /** https://docs.discord.com/developers/resources/message#message-object-message-flags */
  readonly flags: number;
  readonly type: number;
  /** The identifier of the person or bot who wrote it. */
  readonly by: string;
  /** The only person who sees it, if it is ephemeral. */
  readonly user?: string;
  readonly ephemeral: boolean;
  /** True while the bot is "thinking…": it deferred its answer. */
  readonly loading: boolean;
  readonly deleted: boolean;
  readonly edits: number;
  readonly pings: Pings;
  /** The message it is a reply to. */
  readonly replyTo?: string;
  /** The interaction it answers. */
  readonly interaction?: string;
  readonly nonce?: string | number;
}
