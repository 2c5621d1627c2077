import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, readJson, textOf } from '../../stand-in/json.ts';
import type { World } from './world.ts';

const CLOSE_LIMIT_MS = 500;

const closed = (socket: WebSocket): Promise<void> =>
  new Promise(resolve => {
    socket.once('close', () => resolve());
    if (socket.readyState === socket.CLOSED) resolve();
  });

/**
 * The Slack side of Socket Mode (https://docs.slack.dev/apis/events-api/using-socket-mode): `hello` when a
 * connection opens, envelopes, acknowledgements, and the `disconnect` message before a connection is renewed.
 */
export class Sockets {
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #open = new Set<WebSocket>();
  readonly #acks = new Map<string, (body: unknown) => void>();
  #turn = 0;

  constructor(world: World) {
    this.#world = world;
  }

  get count(): number {
    return this.#open.size;
  }

  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', this.#world.origin).searchParams.get('ticket') ?? '';
    if (!this.#world.tickets.delete(ticket)) return void stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    this.#server.handleUpgrade(request, stream, head, socket => this.#welcome(socket));
  }

  /** Sends an envelope over one of the open connections; "payloads may be sent to any of them". */
  send(envelope: object, id: string, onAck: (body: unknown) => void): void {
    const sockets = [...this.#open];
    this.#turn += 1;
    const socket = sockets[this.#turn % sockets.length];
    if (socket === undefined)
      throw new Error('There is neither an open socket nor a request URL: connect the app first.');
    this.#acks.set(id, onAck);
    socket.send(JSON.stringify(envelope));
  }

  forget(id: string): void {
    this.#acks.delete(id);
  }

  /**
   * Announces the end of so many connections, the oldest first: 'warning' about ten seconds before, then 'refresh_requested', after
   * which Slack closes it. Resolves when the connections are closed; after a warning at once.
   */
  async announce(reason: 'warning' | 'refresh_requested' | 'link_disabled', count: number): Promise<void> {
    const sockets = [...this.#open].slice(0, count);
    for (const socket of sockets) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }));
    }
    if (reason === 'warning') return;
    // From now on nothing is sent over them: Slack uses the other connections.
    for (const socket of sockets) this.#open.delete(socket);
    this.#world.changes.notify();
    for (const socket of sockets) socket.close(1000);
    await Promise.all(sockets.map(closed));
  }

  /** Cuts the connections without a word. */
  drop(): void {
    this.#open.clear();
    for (const socket of this.#server.clients) socket.terminate();
    this.#world.changes.notify();
  }

  /** Closes the connections with a handshake; cuts those whose other end does not answer. */
  async stop(): Promise<void> {
    const limit = setTimeout(() => this.drop(), CLOSE_LIMIT_MS);
    for (const socket of this.#server.clients) socket.close(1000);
    await Promise.all([...this.#server.clients].map(closed));
    clearTimeout(limit);
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    this.#open.add(socket);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#open.delete(socket);
      this.#world.changes.notify();
    });
    socket.on('message', data => this.#hear(String(data)));
    socket.send(JSON.stringify(this.#hello()), () => this.#world.changes.notify());
  }

  #hello(): object {
    return {
      type: 'hello',
      num_connections: this.#open.size,
      debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#world.settings.appId },
    };
  }

  #hear(text: string): void {
    const message = readJson(text);
    if (!isObject(message)) return;
    this.#acks.get(textOf(message, 'envelope_id'))?.(message['payload']);
  }
}
