import type { Bot } from '../src/bot.ts';
import { watched } from './connection.ts';
import { readPort } from './env.ts';
import { explainFailure } from './failure.ts';
import type { Host } from './host.ts';
import { createLog } from './log.ts';
import { runAdapters } from './run.ts';
import { type Settings, SettingsError } from './settings.ts';
import { sizeOf } from './size.ts';
import type { Surface } from './surface.ts';
import { warmUp } from './warm-up.ts';

export interface Running {
  readonly bot: Bot;
  readonly settings: Settings;
  readonly host: Host;
  /** When the glossary was read, in milliseconds since 1970. */
  readonly readAt: number;
}

const NOTHING_TO_ANSWER =
  'SECTERM_DATA: no term was found there, so there is nothing to answer from. Correct the folder, or remove the line to use the glossary that comes with secterm.';
const ONLY_HEALTH = 'No chat platform is set up; PORT is set, so health is served and nothing else';

/**
 * Runs each platform whose settings are right, and the HTTP server where PORT is set, until the process is told to
 * stop. What cannot be run is reported; when nothing is left to run, that is the end.
 */
export async function serve(surfaces: readonly Surface[], running: Running): Promise<number> {
  const { bot, settings, host, readAt } = running;
  if (bot.glossary.terms.length === 0) throw new SettingsError(NOTHING_TO_ANSWER);
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) host.once(signal, () => stop.abort());
  const log = await createLog(settings.logLevel ?? 'info');
  // A slip inside one platform's SDK must not end the others.
  host.on('unhandledRejection', reason =>
    log.error({ reason: reason instanceof Error ? reason.name : typeof reason }, 'A failure went unheard'),
  );
  log.info(sizeOf(bot.glossary), 'starting');
  const parts = { env: host.env, bot, log, listening: settings.listening };
  const [port, ...created] = await Promise.allSettled([
    (async () => readPort(host.env))(),
    ...surfaces.map(surface => surface.create(parts)),
  ]);
  const adapters = created.flatMap(one => (one.status === 'fulfilled' ? [watched(one.value)] : []));
  const failures = [...created, port].flatMap(one => (one.status === 'rejected' ? [one.reason] : []));
  if (adapters.length === 0 && failures.length > 0) throw failures[0];
  const reports = failures.map(failure => explainFailure(failure, host.env));
  for (const report of new Set(reports)) host.stderr.write(`${report}\n`);
  if (adapters.length === 0) log.warn({}, ONLY_HEALTH);

  const health = { glossary: bot.glossary, readAt, connections: () => adapters.map(one => one.connection()) };
  const mounts = adapters.flatMap(({ mount }) => (mount === undefined ? [] : [mount]));
  const server =
    port.status === 'fulfilled' && port.value !== null
      ? (await import('./http/index.ts')).createHttp({ port: port.value, health, mounts, log })
      : null;
  warmUp(bot);
  await runAdapters({ adapters, server }, log, stop.signal);
  return host.exit(0);
}
