import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerResponseUrl } from './response-url.ts';
import type { Sockets } from './sockets.ts';
import { answerWebApi } from './web-api.ts';
import type { World } from './world.ts';

/** Listens on a free port of this machine for the Web API, the response_urls and the socket connections. */
export async function startServer(world: World, sockets: Sockets): Promise<Server> {
  const server = createServer((request, response) => {
    world.requestsUnderWay += 1;
    answer(world, request, response)
      .catch(error => response.destroy(error instanceof Error ? error : undefined))
      .finally(() => {
        world.requestsUnderWay -= 1;
        world.changes.notify();
      });
  });
  server.on('upgrade', (request, stream, head) => sockets.accept(request, stream, head));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${portOf(server.address())}`;
  return server;
}

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = '/' } = request;
  const method = /^\/api\/([\w.]+)/.exec(url)?.[1];
  if (method !== undefined) return answerWebApi(world, method, request, response);
  return answerResponseUrl(world, `${world.origin}${url}`, request, response);
}

export function stopServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
