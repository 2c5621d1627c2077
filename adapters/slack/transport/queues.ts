import { setTimeout as wait } from 'node:timers/promises';
import { retryAfterOf } from './errors.ts';

/** Runs what is sent to one place in order, and waits as long as Slack asks for. */
export interface Queues {
  /** `queue` names what Slack limits together: a method and a channel. Other queues go on meanwhile. */
  run<T>(queue: string, send: () => Promise<T>): Promise<T>;
}

/**
 * Slack limits a method per channel (https://docs.slack.dev/apis/web-api/rate-limits) and says with 429 how long to
 * wait. The SDK's client would stop everything else for that time, and gives up on what it cannot send.
 */
export function createQueues(onWait: (queue: string, seconds: number) => void): Queues {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(queue, send) {
      const before = last.get(queue) ?? Promise.resolve();
      const sent = before.then(() => sendPatiently(send, seconds => onWait(queue, seconds)));
      const settled = sent.then(
        () => {},
        () => {},
      );
      last.set(queue, settled);
      void settled.then(() => {
        if (last.get(queue) === settled) last.delete(queue);
      });
      return sent;
    },
  };
}

/** Seconds that one message waits in all: after ten minutes nobody looks for its answer any more. */
const MOST_WAITED = 600;

async function sendPatiently<T>(send: () => Promise<T>, onWait: (seconds: number) => void): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return await send();
    } catch (error) {
      const seconds = retryAfterOf(error);
      if (seconds === null || waited + seconds > MOST_WAITED) throw error;
      onWait(seconds);
      waited += Math.max(seconds, 1);
      await wait(Math.max(seconds, 1) * 1000);
    }
  }
}
