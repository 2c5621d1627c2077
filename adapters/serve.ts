import type { Adapter, Bot } from '../src/bot.ts';
import type { Folder } from '../src/sources/folder.ts';
import { within } from './chat/within.ts';
import { watched } from './connection.ts';
import { explainFailure } from './failure.ts';
import type { Host } from './host.ts';
import type { Serving } from './http/env.ts';
import type { HttpParts } from './http/index.ts';
import { inSlices } from './in-slices.ts';
import { type Loaded, loadBot } from './load.ts';
import { createLog, type Log } from './log.ts';
import { throttled } from './progress.ts';
import { readWikiBeside } from './read-wiki-beside.ts';
import { runAdapters } from './run.ts';
import { type Settings, SettingsError } from './settings.ts';
import { sizeOf } from './size.ts';
import type { Surface } from './surface.ts';
import { reportProblems } from './terminal/problems.ts';
import { warmUp } from './warm-up.ts';

export interface Running {
  readonly folders: readonly Folder[];
  readonly settings: Settings;
  readonly host: Host;
}

const NOTHING_TO_ANSWER =
  'SECTERM_DATA: no term was found there, so there is nothing to answer from. Correct the folder, or remove the line to use the glossary that comes with secterm.';
const ONLY_HEALTH = 'No chat platform is set up; PORT is set, so health is served and nothing else';

/**
 * Milliseconds after which platforms are connected to though the glossary is still being read: people are then told
 * that their questions were heard. Most glossaries are read sooner, and one that cannot be never gets that far: a
 * process manager that starts it over and over would use up the connections that a platform allows in a day.
 */
const HEAD_START = 2000;

/**
 * Runs each platform whose settings are right, and the HTTP server where PORT is set, until the process is told to
 * stop. What cannot be run is reported; when nothing is left to run, or to answer from, that is the end.
 */
export async function serve(surfaces: readonly Surface[], running: Running): Promise<number> {
  const { settings, host } = running;
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) host.once(signal, () => stop.abort());
  const log = await createLog(settings.logLevel ?? 'info');
  // A slip inside one platform's SDK must not end the others.
  host.on('unhandledRejection', reason =>
    log.error({ reason: reason instanceof Error ? reason.name : typeof reason }, 'A failure went unheard'),
  );
  log.info({ folders: running.folders.map(({ name }) => name) }, 'starting');
  let loaded: Loaded | null = null;
  let failure: unknown = null;
  const loading = load(running, log);
  loading.then(
    done => {
      loaded = done;
    },
    reason => {
      // Ctrl-C ends what is under way, too.
      if (!stop.signal.aborted) failure = reason;
      stop.abort();
    },
  );
  const bot = loading.then(done => done.bot);
  bot.catch(() => {});
  const parts = { env: host.env, bot, log, listening: settings.listening };
  const [serving, ...created] = await Promise.allSettled([
    (async () => (await import('./http/env.ts')).readServing(host.env))(),
    ...surfaces.map(surface => surface.create(parts)),
  ]);
  const adapters = created.flatMap(one => (one.status === 'fulfilled' ? [watched(one.value)] : []));
  const failures = [...created, serving].flatMap(one => (one.status === 'rejected' ? [one.reason] : []));
  if (adapters.length === 0 && failures.length > 0) throw failures[0];
  const http = serving.status === 'fulfilled' ? serving.value : null;
  if (http?.fault) failures.push(http.fault);
  const reports = failures.map(failure => explainFailure(failure, host.env));
  for (const report of new Set(reports)) host.stderr.write(`${report}\n`);
  if (adapters.length === 0 && http?.web === null) log.warn({}, ONLY_HEALTH);

  const health = { loaded: () => loaded, connections: () => adapters.map(one => one.connection()) };
  const mounts = adapters.flatMap(({ mount }) => (mount === undefined ? [] : [mount]));
  const server = http === null ? null : await createServer(http, { bot, health, mounts, log, running });
  const gotAhead = within(loading, HEAD_START);
  await runAdapters({ adapters, server, gotAhead }, log, stop.signal);
  if (failure !== null) throw failure;
  return host.exit(0);
}

interface ServerParts extends Pick<HttpParts, 'health' | 'mounts' | 'log'> {
  readonly bot: Promise<Bot>;
  readonly running: Running;
}

/** The one HTTP server, with the web page where that is asked for. */
async function createServer(
  { listening, web }: Serving,
  { bot, running, mounts, log, ...parts }: ServerParts,
): Promise<Adapter> {
  const { createHttp } = await import('./http/index.ts');
  if (web === null) return createHttp({ ...listening, ...parts, mounts, log });
  const { mountWeb, pageUrl } = await import('./web/index.ts');
  const page = mountWeb({ bot, host: web.host, folders: running.folders });
  const onListening = (port: number) => {
    if (port !== listening.port)
      log.warn(
        { wanted: listening.port, port },
        'SECTERM_WEB: the port is in use, so the next free one is taken',
      );
    log.info({ url: pageUrl(web.host, port) }, 'The web page is here');
  };
  // What the page does not know it answers itself, so it comes last.
  return createHttp({ ...listening, ...parts, mounts: [...mounts, page], log, onListening });
}

/** Milliseconds between what is logged of a wiki that takes long to read. */
const REPORT_EVERY = 2000;

/** @throws {SettingsError} when there is no term. */
async function load({ folders, settings: { words }, host }: Running, log: Log): Promise<Loaded> {
  const progress = throttled(REPORT_EVERY, (pages, of) => log.info({ pages, of }, 'reading the wiki'));
  const bot = await loadBot({ folders, words }, host.env, { read: readWikiBeside, run: inSlices, progress });
  const { glossary } = bot;
  const readAt = Date.now();
  reportProblems(glossary.problems, host.stderr);
  if (glossary.terms.length === 0) throw new SettingsError(NOTHING_TO_ANSWER);
  await inSlices(warmUp(bot));
  log.info(sizeOf(glossary), 'glossary loaded');
  return { bot, readAt };
}
