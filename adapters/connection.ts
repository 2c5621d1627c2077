import type { SurfaceAdapter } from './surface.ts';

/** How one chat platform is connected, for whoever runs the bot. */
export interface Connection {
  readonly name: string;
  readonly state: 'connected' | 'connecting';
  /** When that began, in milliseconds since 1970. */
  readonly since: number;
  /** What last went wrong while connecting, a sentence; null when nothing did. */
  readonly lastError: string | null;
}

/** An adapter whose connection can be asked after. */
export interface Watched extends SurfaceAdapter {
  connection(): Connection;
}

/** The same adapter, remembering how its starts went. */
export function watched(adapter: SurfaceAdapter): Watched {
  const { name } = adapter;
  let last: Connection = { name, state: 'connecting', since: Date.now(), lastError: null };
  return {
    ...adapter,
    async start() {
      try {
        await adapter.start();
      } catch (error) {
        last = { ...last, lastError: error instanceof Error ? error.message : String(error) };
        throw error;
      }
      last = { name, state: 'connected', since: Date.now(), lastError: null };
    },
    connection() {
      if (last.state === 'connecting') return last;
      const outage = adapter.outage?.() ?? null;
      if (outage === null) return last;
      return { name, state: 'connecting', since: outage.since, lastError: outage.reason };
    },
  };
}
