import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { isObject, type JsonObject, readJson } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Connection } from './records.ts';
import type { Session } from './session.ts';

/** What a connection does with the payloads that start or resume a session. */
export interface Handshakes {
  identify(line: GatewayLine, data: JsonObject): void;
  resume(line: GatewayLine, data: JsonObject): void;
  changed(): void;
  closed(line: GatewayLine, code: number, reason: string): void;
}

const KNOWN: readonly unknown[] = [Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestGuildMembers, 31, 43];

/** One connection of the gateway: https://docs.discord.com/developers/events/gateway#connections */
export class GatewayLine {
  readonly #socket: WebSocket;
  readonly #handshakes: Handshakes;
  readonly #heartbeatMs: number;
  readonly #sentAt: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  session: Session | undefined;
  heartbeats = 0;
  #confirmed: number | null = null;
  /** False: heartbeats are not acknowledged, as on a connection that is dead on one side. */
  answersHeartbeats = true;
  /** The code with which Discord closed it. */
  closing: { readonly code: number; readonly reason: string } | undefined;

  constructor(socket: WebSocket, handshakes: Handshakes, heartbeatMs: number) {
    this.#socket = socket;
    this.#handshakes = handshakes;
    this.#heartbeatMs = heartbeatMs;
    socket.on('error', () => socket.terminate());
    socket.on('close', (code, reason) => {
      clearTimeout(this.#timer);
      handshakes.closed(this, code, String(reason));
    });
    socket.on('message', data => this.#hear(data));
    this.#expectHeartbeat();
    this.send({ op: Op.Hello, t: null, s: null, d: { heartbeat_interval: heartbeatMs } });
  }

  get snapshot(): Connection {
    const { session, heartbeats } = this;
    const confirmed = this.#confirmed;
    const { shard = [0, 1], intents = 0, resumes = 0 } = session ?? {};
    return { session: session?.id, shard, intents, heartbeats, confirmed, resumes };
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN && this.closing === undefined;
  }

  send(payload: object): void {
    if (this.isOpen) this.#socket.send(JSON.stringify(payload));
  }

  /** Takes the last payload from the count of payloads: the stand-in itself asked for it. */
  forgive(): void {
    this.#sentAt.pop();
  }

  /** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.closing = { code, reason };
    this.#socket.close(code, reason);
  }

  cut(): void {
    this.closing ??= { code: 1006, reason: 'cut' };
    this.#socket.terminate();
  }

  /** "If your app fails to send a heartbeat event in time, your connection will be closed"; the code is not said. */
  #expectHeartbeat(): void {
    clearTimeout(this.#timer);
    const late = (): void => this.close(Close.SessionTimedOut, 'No heartbeat in time.');
    this.#timer = setTimeout(late, this.#heartbeatMs * 1.5 + 1000).unref();
  }

  #hear(data: RawData): void {
    const text = String(data);
    if (Buffer.byteLength(text) > LIMITS.gatewayPayload)
      return this.close(Close.DecodeError, 'Payload too big.');
    const payload = readJson(text);
    if (!isObject(payload)) return this.close(Close.DecodeError, 'Error while decoding payload.');
    if (this.#isTooFast()) return this.close(Close.RateLimited, 'You are being rate limited.');
    this.#obey(payload);
    this.#handshakes.changed();
  }

  #obey({ op, d }: JsonObject): void {
    if (op === Op.Heartbeat) return this.#heartbeat(d);
    const data = isObject(d) ? d : {};
    if (op === Op.Identify || op === Op.Resume) {
      if (this.session !== undefined) return this.close(Close.AlreadyAuthenticated, 'Already authenticated.');
      return op === Op.Identify ? this.#handshakes.identify(this, data) : this.#handshakes.resume(this, data);
    }
    if (!KNOWN.includes(op)) return this.close(Close.UnknownOpcode, 'Unknown opcode.');
    if (this.session === undefined) this.close(Close.NotAuthenticated, 'Not authenticated.');
  }

  #heartbeat(sequence: unknown): void {
    this.heartbeats += 1;
    this.#confirmed = typeof sequence === 'number' ? sequence : null;
    this.#expectHeartbeat();
    if (this.answersHeartbeats) this.send({ op: Op.HeartbeatAck, t: null, s: null, d: null });
  }

  /** "Apps can send 120 gateway events per connection every 60 seconds" */
  #isTooFast(): boolean {
    const now = Date.now();
    while ((this.#sentAt[0] ?? now) < now - 60_000) this.#sentAt.shift();
    this.#sentAt.push(now);
    return this.#sentAt.length > LIMITS.gatewaySends;
  }
}
