import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Adapter } from '../../src/bot.ts';
import { within } from '../chat/within.ts';
import type { Log } from '../log.ts';
import { SettingsError } from '../settings.ts';
import { createHttpApp, type Mount } from './app.ts';
import { readBody, refuseBody } from './body.ts';

/** In milliseconds. */
const LIMITS = {
  /** A whole request; Slack and health checks send theirs at once. */
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  /** In bytes: a question of 10,000 characters of any script, in an address. */
  maxHeaderSize: 128 * 1024,
  /** Longer than load balancers keep an idle connection, or they send into one that is just closing (AWS: 60 s). */
  keepAliveTimeout: 65_000,
} as const;
/** A request that is still unfinished so many milliseconds after the server was told to stop is cut. */
const FAREWELL = 1000;

/** Where is listened. */
export interface Listening {
  readonly port: number;
  /** Left out for every address of the machine. */
  readonly host?: string;
  /** The setting that says so. */
  readonly setting?: 'PORT' | 'SECTERM_WEB';
  /** Whether the next port that is free will do. */
  readonly mayMove?: boolean;
}

export interface HttpServerParts extends Listening {
  readonly mounts: readonly Mount[];
  readonly log: Log;
  /** Told the port that is listened on. */
  readonly onListening?: (port: number) => void;
}

/** The one HTTP server. Started and stopped as an adapter is, though it brings no texts itself. */
export function createHttpServer({ mounts, log, onListening, ...place }: HttpServerParts): Adapter {
  const { fetch } = createHttpApp(mounts, log);
  // The host name is for health checks over HTTP/1.0, which name none.
  const listener = getRequestListener(fetch, { hostname: 'localhost', overrideGlobalObjects: false });
  let server: Server | null = null;
  return {
    name: 'HTTP',
    async start() {
      const starting = createServer(LIMITS, (request, response) => {
        // Else a connection that is kept alive after its last answer holds up the end.
        response.once('close', () => server !== starting && starting.closeIdleConnections());
        void take(request, response, listener);
      });
      const port = await listen(starting, place);
      // Such as too many open files: this connection is lost, the server goes on.
      starting.on('error', error => log.warn({ reason: error.message }, 'HTTP: a connection was not taken'));
      server = starting;
      log.info({ port }, 'HTTP: listening');
      onListening?.(port);
    },
    async stop(patience) {
      const stopping = server;
      if (stopping === null) return;
      server = null;
      const closed = once(stopping, 'close');
      stopping.close();
      await within(closed, Math.min(FAREWELL, patience));
      stopping.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Reads the body for whoever handles the request: Hono and Bolt both take it from `rawBody`, byte by byte as it came,
 * which Slack's signature needs: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
async function take(
  request: IncomingMessage,
  response: ServerResponse,
  listener: RequestListener,
): Promise<void> {
  try {
    const rawBody = await readBody(request);
    if (rawBody === null) refuseBody(request, response);
    else await listener(Object.assign(request, { rawBody }), response);
  } catch {
    // The sender went away, or its request came to nothing in time.
    response.destroy();
  }
}

/** Ports that are tried, the first included. */
const MOST_TRIED = 20;

/** @returns the port. */
async function listen(server: Server, place: Listening): Promise<number> {
  const { host, port: first, mayMove = false } = place;
  const last = mayMove ? Math.min(first + MOST_TRIED - 1, 65_535) : first;
  for (let port = first; ; port += 1) {
    server.listen({ port, ...(host === undefined ? {} : { host }) });
    try {
      await once(server, 'listening');
      return port;
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || port >= last)
        throw new SettingsError(explain(codeOf(error), place), { cause: error });
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error;
}

function explain(code: unknown, { setting = 'PORT', host }: Listening): string {
  if (code === 'EADDRINUSE')
    return `${setting} is in use by another program. Choose another, or stop that program.`;
  if (code === 'EACCES') return `${setting} may not be used by this user. Choose one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `${setting} names "${host}", which is no address of this machine. Choose 127.0.0.1, 0.0.0.0 or another of its own.`;
  return `${setting} cannot be listened on (${code}). Choose another.`;
}
