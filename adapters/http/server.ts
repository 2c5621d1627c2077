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
import { createHttpApp, type Mount } from './app.ts';
import { readBody, refuseBody } from './body.ts';

/** In milliseconds. */
const LIMITS = {
  /** A whole request; Slack and health checks send theirs at once. */
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  /** Longer than load balancers keep an idle connection, or they send into one that is just closing (AWS: 60 s). */
  keepAliveTimeout: 65_000,
} as const;
/** A request that is still unfinished so many milliseconds after the server was told to stop is cut. */
const FAREWELL = 1000;

export interface HttpServerParts {
  readonly port: number;
  readonly mounts: readonly Mount[];
  readonly log: Log;
}

/** The one HTTP server. Started and stopped as an adapter is, though it brings no texts itself. */
export function createHttpServer({ port, mounts, log }: HttpServerParts): Adapter {
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
      await listen(starting, port);
      // Such as too many open files: this connection is lost, the server goes on.
      starting.on('error', error => log.warn({ reason: error.message }, 'HTTP: a connection was not taken'));
      server = starting;
      log.info({ port }, 'HTTP: listening');
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

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : error;
  if (code === 'EADDRINUSE')
    return 'PORT is in use by another program. Choose another, or stop that program.';
  if (code === 'EACCES') return 'PORT may not be used by this user. Choose one above 1023.';
  return `PORT cannot be listened on (${code}). Choose another.`;
}
