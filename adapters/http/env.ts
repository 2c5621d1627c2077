import { readPort } from '../env.ts';
import { SettingsError } from '../settings.ts';
import type { Env } from '../surface.ts';
import { readWeb } from '../web/env.ts';
import type { Listening } from './server.ts';

/** Where the one HTTP server listens; null when nothing needs it. */
export interface Serving {
  readonly listening: Listening;
  /** Where the web page is; null when it is not asked for. */
  readonly web: { readonly host: string } | null;
}

/** @throws {SettingsError} when PORT or SECTERM_WEB is wrong, or they name two ports: there is one server. */
export function readServing(env: Env): Serving | null {
  const port = readPort(env);
  const web = readWeb(env);
  if (web === null) return port === null ? null : { listening: { port }, web };
  if (port !== null && port !== web.port)
    throw new SettingsError(
      `SECTERM_WEB: there is one HTTP server, and PORT says ${port}. Write the same port in both, or remove PORT.`,
    );
  // Whoever checks health or sends events at PORT would not find a port that moved.
  return { listening: { ...web, setting: 'SECTERM_WEB', mayMove: port === null }, web };
}
