import type { Connection } from '../connection.ts';
import type { Loaded } from '../load.ts';
import { sizeOf } from '../size.ts';
import type { Mount } from './app.ts';

export interface HealthParts {
  /** The glossary's bot; null while it is still being read. */
  loaded(): Loaded | null;
  /** One for each chat platform that is set up. */
  connections(): readonly Connection[];
}

/** Asked every few seconds by whoever watches the bot; no cache may answer in its place. */
const FRESH = { 'Cache-Control': 'no-store' } as const;

/**
 * `/healthz`: the process answers. `/readyz`: people are answered, else 503. The difference:
 * https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes
 */
export function health({ loaded, connections }: HealthParts): Mount {
  return app => {
    app.get('/healthz', ({ text }) => text('ok\n', 200, FRESH));
    app.get('/readyz', ({ json }) => {
      const current = connections();
      const glossary = glossaryOf(loaded());
      const ready = (glossary?.terms ?? 0) > 0 && current.every(({ state }) => state === 'connected');
      const body = {
        ready,
        connections: current.map(({ since, ...rest }) => ({ ...rest, since: new Date(since).toISOString() })),
        glossary,
      };
      return json(body, ready ? 200 : 503, FRESH);
    });
  };
}

function glossaryOf(loaded: Loaded | null) {
  if (loaded === null) return null;
  const ageSeconds = Math.floor((Date.now() - loaded.readAt) / 1000);
  return { ...sizeOf(loaded.bot.glossary), ageSeconds };
}
