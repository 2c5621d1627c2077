import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { isGranted, isKnown } from './intents.ts';
import { isList, type JsonObject, numberOf, textOf } from './json.ts';
import { GatewayLine, type Handshakes } from './line.ts';
import { guildCreate, ready } from './ready.ts';
import { Session } from './session.ts';
import type { World } from './world.ts';

/** The Discord side of the gateway: https://docs.discord.com/developers/events/gateway */
export class Gateway implements Handshakes {
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly lines = new Set<GatewayLine>();
  readonly sessions = new Map<string, Session>();
  #identifiedAt: number[] = [];
  sessionStarts: number;

  constructor(world: World) {
    this.#world = world;
    this.sessionStarts = world.settings.sessionStarts;
    world.dispatch = happening => {
      for (const session of this.sessions.values()) session.tell(happening);
      world.changes.notify();
    };
  }

  /** How many connections have a session. */
  get ready(): number {
    return [...this.lines].filter(line => line.session !== undefined && line.isOpen).length;
  }

  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const query = new URL(request.url ?? '/', this.#world.origin).searchParams;
    this.#server.handleUpgrade(request, stream, head, socket => {
      const line = new GatewayLine(socket, this, this.#world.settings.heartbeatMs);
      this.lines.add(line);
      if (query.get('v') !== '10') line.close(Close.InvalidAPIVersion, 'The stand-in speaks version 10.');
      if ((query.get('encoding') ?? 'json') !== 'json')
        line.close(Close.DecodeError, 'The stand-in speaks JSON.');
      if (query.has('compress')) line.close(Close.DecodeError, 'The stand-in does not compress.');
      this.changed();
    });
  }

  changed(): void {
    this.#world.changes.notify();
  }

  /** https://docs.discord.com/developers/events/gateway#identifying */
  identify(line: GatewayLine, data: JsonObject): void {
    const { token, privilegedIntents } = this.#world;
    const { intents } = data;
    if (textOf(data, 'token') !== token)
      return line.close(Close.AuthenticationFailed, 'Authentication failed.');
    if (!isKnown(intents)) return line.close(Close.InvalidIntents, 'Invalid intent(s).');
    if (!isGranted(intents, privilegedIntents))
      return line.close(Close.DisallowedIntents, 'Disallowed intent(s).');
    const shard = shardOf(data['shard']);
    if (shard === undefined) return line.close(Close.InvalidShard, 'Invalid shard.');
    if (!this.#mayIdentify()) return this.#refuse(line, false);
    const record = (event: World['events'][number]): void => void this.#world.events.push(event);
    const session = new Session(this.#world.ids.secret(), intents, shard, record);
    this.sessions.set(session.id, session);
    this.#connect(session, line);
    session.push('READY', ready(this.#world, session, `${this.#world.origin.replace('http', 'ws')}/resume`));
    for (const guild of this.#world.botGuilds) session.tell(guildCreate(this.#world, guild));
    this.sessionStarts -= 1;
  }

  /** https://docs.discord.com/developers/events/gateway#resuming */
  resume(line: GatewayLine, data: JsonObject): void {
    if (textOf(data, 'token') !== this.#world.token)
      return line.close(Close.AuthenticationFailed, 'Authentication failed.');
    const session = this.sessions.get(textOf(data, 'session_id'));
    const { sessionLimitMs } = this.#world.settings;
    if (session === undefined || Date.now() - (session.lostAt ?? Date.now()) > sessionLimitMs)
      return this.#refuse(line, false);
    const sequence = numberOf(data, 'seq');
    if (sequence > session.sequence) return line.close(Close.InvalidSeq, 'Invalid seq.');
    this.#connect(session, line);
    session.resumes += 1;
    session.replay(sequence);
    session.push('RESUMED', {});
  }

  closed(line: GatewayLine, code: number, reason: string): void {
    this.lines.delete(line);
    const { session, closing } = line;
    if (session?.line === line) {
      session.line = undefined;
      session.lostAt = Date.now();
      // "When you close the connection with close code 1000 or 1001, your session will be invalidated"
      if (closing === undefined && (code === 1000 || code === 1001)) this.sessions.delete(session.id);
    }
    this.#world.closed.push(
      closing === undefined ? { code, reason, by: 'app' } : { ...closing, by: 'discord' },
    );
    this.changed();
  }

  /** Ends sessions and says so: https://docs.discord.com/developers/events/gateway-events#invalid-session */
  invalidate(isResumable: boolean): void {
    for (const line of this.lines) {
      if (line.session !== undefined && !isResumable) this.sessions.delete(line.session.id);
      this.#refuse(line, isResumable);
    }
  }

  async stop(): Promise<void> {
    const ends = [...this.#server.clients].map(
      socket => new Promise<void>(resolve => socket.once('close', () => resolve())),
    );
    for (const line of this.lines) line.cut();
    for (const socket of this.#server.clients) socket.terminate();
    await Promise.all(ends);
    this.#server.close();
  }

  #connect(session: Session, line: GatewayLine): void {
    session.line = line;
    session.lostAt = undefined;
    line.session = session;
  }

  /** After a resumable one the app sends a resume over the same connection, which has to be free of a session. */
  #refuse(line: GatewayLine, isResumable: boolean): void {
    if (line.session?.line === line) line.session.line = undefined;
    line.session = undefined;
    line.send({ op: Op.InvalidSession, t: null, s: null, d: isResumable });
  }

  /** "a limit for concurrent Identify requests allowed per 5 seconds" */
  #mayIdentify(): boolean {
    const { identifyWindowMs, maxConcurrency } = this.#world.settings;
    const now = Date.now();
    this.#identifiedAt = [...this.#identifiedAt.filter(at => at > now - identifyWindowMs), now];
    return this.#identifiedAt.length <= maxConcurrency;
  }
}

function shardOf(given: unknown): readonly [id: number, count: number] | undefined {
  if (given === undefined || given === null) return [0, 1];
  const [id, count] = isList(given) ? given : [];
  if (typeof id !== 'number' || typeof count !== 'number') return undefined;
  return id >= 0 && id < count ? [id, count] : undefined;
}
