import { isHeard, seesContent } from './intents.ts';
import type { GatewayEvent } from './records.ts';
import type { Happening } from './world.ts';

/** One that an event is sent to: an open connection. */
export interface Line {
  send(payload: object): void;
}

/** How many events are kept for a resume. */
const KEPT = 10_000;

/** A session of the gateway: it outlives its connection, and keeps what it should have sent meanwhile. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly #record: (event: GatewayEvent) => void;
  #events: GatewayEvent[] = [];
  sequence = 0;
  line: Line | undefined;
  /** When it lost its connection; undefined while it has one. */
  lostAt: number | undefined;
  resumes = 0;

  constructor(
    id: string,
    intents: number,
    shard: readonly [id: number, count: number],
    record: (event: GatewayEvent) => void,
  ) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.#record = record;
  }

  /** Sends an event if the session asked for it and its shard is the right one. */
  tell({ name, guild, data }: Happening): void {
    if (isHeard(name, guild, this.intents) && this.#isOurs(guild))
      this.push(name, data(seesContent(this.intents)));
  }

  /** Sends an event, or keeps it until the session is resumed. */
  push(name: string, data: unknown): void {
    this.sequence += 1;
    const event: GatewayEvent = { name, data, sequence: this.sequence, session: this.id };
    this.#events.push(event);
    if (this.#events.length > KEPT) this.#events = this.#events.slice(-KEPT / 2);
    this.#record(event);
    this.#send(event);
  }

  /** Sends again what came after the given event. */
  replay(after: number): void {
    for (const event of this.#events) if (event.sequence > after) this.#send(event);
  }

  #send({ name, data, sequence }: GatewayEvent): void {
    this.line?.send({ op: 0, t: name, s: sequence, d: data });
  }

  /** https://docs.discord.com/developers/events/gateway#sharding: direct messages go to the first shard. */
  #isOurs(guild: string | undefined): boolean {
    const [id, count] = this.shard;
    return guild === undefined ? id === 0 : Number((BigInt(guild) >> 22n) % BigInt(count)) === id;
  }
}
