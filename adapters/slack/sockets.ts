import { setTimeout as wait } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import pRetry from 'p-retry';
import type { Log } from '../log.ts';
import { explainStart } from './errors.ts';

export interface Sockets {
  /** Resolves when the first connection is open; rejects when it cannot be opened. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** An open connection, and when it closes. */
interface Connection {
  readonly receiver: SocketModeReceiver;
  readonly closed: Promise<void>;
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
const FAREWELL = 1000;
const PAUSES = {
  retries: Number.POSITIVE_INFINITY,
  factor: 2,
  minTimeout: 1000,
  maxTimeout: 60_000,
  randomize: true,
} as const;

/**
 * Keeps connections open until stopped: a new one at once after Slack closes one, with growing pauses while that
 * fails. (The SDK's own reconnection waits five seconds first, and a failure in it ends the process.)
 * @param open makes a receiver that does not reconnect by itself.
 */
export function createSockets(open: () => SocketModeReceiver, log: Log): Sockets {
  const stopping = new AbortController();
  const { signal } = stopping;
  const current = new Set<Connection>();

  const keepOpen = async (first: Connection | null) => {
    let connection = first;
    for (;;) {
      connection ??= await pRetry(() => connect(open, signal), {
        ...PAUSES,
        signal,
        onFailedAttempt: ({ error, retryDelay }) =>
          log.warn(
            { retryInSeconds: Math.ceil(retryDelay / 1000) },
            `Slack: a connection failed. ${explainStart(error, 'SLACK_APP_TOKEN')}`,
          ),
      });
      current.add(connection);
      await connection.closed;
      current.delete(connection);
      if (signal.aborted) return;
      log.debug({}, 'Slack closed a connection; another is opened');
      connection = null;
    }
  };
  const inBackground = (work: Promise<void>) =>
    void work.catch(error => {
      if (!signal.aborted) log.error({ reason: String(error) }, 'Slack: a connection was given up');
    });

  return {
    async start() {
      inBackground(keepOpen(await connect(open, signal)));
      for (let number = 1; number < CONNECTIONS; number += 1) {
        inBackground(wait(number * APART, undefined, { signal }).then(() => keepOpen(null)));
      }
    },
    async stop() {
      stopping.abort(new Error('stopped'));
      const farewells = [...current].map(({ receiver }) => receiver.client.disconnect());
      await Promise.race([Promise.all(farewells), wait(FAREWELL)]);
    },
  };
}

async function connect(open: () => SocketModeReceiver, stopping: AbortSignal): Promise<Connection> {
  const receiver = open();
  const closed = new Promise<void>(resolve => receiver.client.once('disconnected', () => resolve()));
  const over = new AbortController();
  try {
    await Promise.race([
      receiver.start(),
      wait(GREETING, undefined, { signal: AbortSignal.any([over.signal, stopping]) }).then(() => {
        throw new Error('no greeting');
      }),
    ]);
  } catch (error) {
    receiver.client.disconnect().catch(() => {});
    throw error;
  } finally {
    over.abort();
  }
  return { receiver, closed };
}
