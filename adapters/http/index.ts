import type { Adapter } from '../../src/bot.ts';
import { type HealthParts, health } from './health.ts';
import { createHttpServer, type HttpServerParts } from './server.ts';

export interface HttpParts extends HttpServerParts {
  readonly health: HealthParts;
}

/** The one HTTP server: health, and what the chat platforms mount. */
export function createHttp({ health: parts, mounts, ...server }: HttpParts): Adapter {
  return createHttpServer({ ...server, mounts: [health(parts), ...mounts] });
}
