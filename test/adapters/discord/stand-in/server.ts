import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gateway } from './gateway.ts';
import { answerRest } from './rest.ts';
import type { World } from './world.ts';

/** Listens on a free port of this machine for REST and for the gateway. */
export async function startServer(world: World, gateway: Gateway): Promise<Server> {
  const server = createServer((request, response) => {
    world.requestsUnderWay += 1;
    answerRest(world, gateway, request, response)
      .catch(error => response.destroy(error instanceof Error ? error : undefined))
      .finally(() => {
        world.requestsUnderWay -= 1;
        world.changes.notify();
      });
  });
  server.on('upgrade', (request, stream, head) => gateway.accept(request, stream, head));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${portOf(server.address())}`;
  return server;
}

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

export function stopServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
