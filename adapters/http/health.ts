import type { Glossary } from '../../src/glossary/glossary.ts';
import type { Connection } from '../connection.ts';
import { sizeOf } from '../size.ts';
import type { Mount } from './app.ts';

export interface HealthParts {
  readonly glossary: Glossary;
  /** When the glossary was read, in milliseconds since 1970. */
  readonly readAt: number;
  /** One for each chat platform that is set up. */
  connections(): readonly Connection[];
}

/** Asked every few seconds by whoever watches the bot; no cache may answer in its place. */
const FRESH = { 'Cache-Control': 'no-store' } as const;

/**
 * `/healthz`: the process answers. `/readyz`: people are answered, else 503. The difference:
 * https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes
 */
export function health({ glossary, readAt, connections }: HealthParts): Mount {
  return app => {
    app.get('/healthz', ({ text }) => text('ok\n', 200, FRESH));
    app.get('/readyz', ({ json }) => {
      const current = connections();
      const ready = glossary.terms.length > 0 && current.every(({ state }) => state === 'connected');
      const ageSeconds = Math.floor((Date.now() - readAt) / 1000);
      const body = {
        ready,
        connections: current.map(({ since, ...rest }) => ({ ...rest, since: new Date(since).toISOString() })),
        glossary: { ...sizeOf(glossary), ageSeconds },
      };
      return json(body, ready ? 200 : 503, FRESH);
    });
  };
}
