import { setTimeout as wait } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Outage } from '../../../src/bot.ts';
import { within } from '../../chat/within.ts';
import type { Log } from '../../log.ts';
import { ConnectionEnded, explainStart } from './errors.ts';

export interface Sockets {
  /** Resolves when the first connection is open; rejects when it cannot be opened. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Since when no connection has been open, and why none can be opened; null while one is. */
  outage(): Outage | null;
}

/** An open connection. */
interface Connection {
  readonly receiver: SocketModeReceiver;
  readonly closed: Promise<void>;
  /** When it was opened, in milliseconds. */
  readonly since: number;
}

/**
 * Slack closes each connection every few hours and sends a request over any that is open
 * (https://docs.slack.dev/apis/events-api/using-socket-mode). With two, one is always open; a command that finds none
 * is lost.
 */
const CONNECTIONS = 2;
/** Between the openings, in milliseconds, so that Slack does not close both at once. */
const APART = 10_000;
/** Slack greets a new connection at once; one that is silent this long, in milliseconds, is given up. */
const GREETING = 15_000;
/** Slack answers a close frame at once; this long, in milliseconds, it is waited for when the bot stops. */
const FAREWELL = 500;
/** A connection that held this long, in milliseconds, was a good one: its end is a refresh, not a failure. */
const GOOD = 30_000;
/** Pauses between failures, in milliseconds: from the first, doubled each time, up to the last. */
const FIRST_PAUSE = 1000;
const LAST_PAUSE = 60_000;

/**
 * Keeps connections open until stopped: a new one at once after Slack closes one, with growing pauses while they fail
 * or do not hold. (The SDK's own reconnection waits five seconds first, and a failure in it ends the process.)
 * @param open makes a receiver that does not reconnect by itself.
 */
export function createSockets(open: () => SocketModeReceiver, log: Log): Sockets {
  const stopping = new AbortController();
  const { signal } = stopping;
  const current = new Set<Connection>();
  let outage: Outage | null = null;

  const openOne = async (): Promise<Connection> => {
    const connection = await connect(open, signal);
    current.add(connection);
    outage = null;
    return connection;
  };
  const keepOpen = async (first: Connection | null) => {
    let connection = first;
    for (let failures = 0; !signal.aborted; ) {
      try {
        connection ??= await openOne();
        await connection.closed;
        current.delete(connection);
        if (current.size === 0) outage = { since: Date.now(), reason: null };
        if (Date.now() - connection.since >= GOOD) failures = 0;
        else if (!signal.aborted) throw new ConnectionEnded('Slack closed it soon after it was opened.');
      } catch (error) {
        failures += 1;
        if (outage !== null) outage = { ...outage, reason: explainStart(error, 'SLACK_APP_TOKEN') };
        await pause(failures, error, { log, signal });
      }
      connection = null;
    }
  };
  const inBackground = (work: Promise<void>) =>
    void work.catch(error => {
      if (!signal.aborted) log.error({ reason: String(error) }, 'Slack: a connection was given up');
    });

  return {
    async start() {
      inBackground(keepOpen(await openOne()));
      for (let number = 1; number < CONNECTIONS; number += 1) {
        inBackground(wait(number * APART, undefined, { signal }).then(() => keepOpen(null)));
      }
    },
    async stop() {
      stopping.abort(new Error('stopped'));
      const farewells = [...current].map(({ receiver }) => receiver.client.disconnect());
      await within(Promise.all(farewells), FAREWELL);
    },
    outage: () => outage,
  };
}

/** The first connection that does not hold is opened again at once: most often that was a refresh. */
async function pause(
  failures: number,
  error: unknown,
  { log, signal }: { readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  if (signal.aborted) return;
  const longest = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LAST_PAUSE);
  const milliseconds = failures === 1 ? 0 : longest * (0.5 + Math.random() / 2);
  log[failures === 1 ? 'info' : 'warn'](
    { retryInSeconds: Math.ceil(milliseconds / 1000) },
    `Slack: connecting again. ${explainStart(error, 'SLACK_APP_TOKEN')}`,
  );
  await wait(milliseconds, undefined, { signal }).catch(() => {});
}

async function connect(open: () => SocketModeReceiver, stopping: AbortSignal): Promise<Connection> {
  const receiver = open();
  const closed = new Promise<void>(resolve => receiver.client.once('disconnected', () => resolve()));
  const over = new AbortController();
  const starting = receiver.start();
  try {
    await Promise.race([
      starting,
      wait(GREETING, undefined, { signal: AbortSignal.any([over.signal, stopping]) }).then(() => {
        throw new ConnectionEnded('Slack did not greet it.');
      }),
    ]);
  } catch (error) {
    // Should it open after all, nobody would listen.
    const close = () => void receiver.client.disconnect().catch(() => {});
    close();
    starting.then(close, () => {});
    // The SDK rejects with nothing when a connection closes before its greeting.
    throw error instanceof Error ? error : new ConnectionEnded('It was closed before Slack greeted it.');
  } finally {
    over.abort();
  }
  return { receiver, closed, since: Date.now() };
}
