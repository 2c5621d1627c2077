import { readPort } from '../env.ts';
import { SettingsError } from '../settings.ts';
import type { Env } from '../surface.ts';
import { readWeb } from '../web/env.ts';
import type { Listening } from './server.ts';

/** Where the one HTTP server listens. */
export interface Serving {
  readonly listening: Listening;
  /** Where the web page is to be reached; null when it is not asked for, or not rightly. */
  readonly web: { readonly host: string } | null;
  /** What is wrong with the page's setting, where the rest can be served all the same. */
  readonly fault: SettingsError | null;
}

/**
 * Null when nothing needs a server. Whoever checks health or sends events at PORT finds them there whatever is said of the
 * page: on every address, and on no other port.
 * @throws {SettingsError} when PORT is wrong, or SECTERM_WEB without PORT.
 */
export function readServing(env: Env): Serving | null {
  const port = readPort(env);
  if (port === null) {
    const web = readWeb(env);
    return web && { listening: { ...web, setting: 'SECTERM_WEB', mayMove: true }, web, fault: null };
  }
  const alone = { listening: { port }, web: null, fault: null };
  try {
    const web = readWeb(env);
    if (web === null) return alone;
    if (web.port === port) return { ...alone, web };
    return { ...alone, fault: new SettingsError(twoPorts(port)) };
  } catch (error) {
    if (error instanceof SettingsError) return { ...alone, fault: error };
    throw error;
  }
}

function twoPorts(port: number): string {
  return `SECTERM_WEB: there is one HTTP server, and PORT says ${port}. Write the same port in both, or remove PORT.`;
}
