import { setTimeout as wait } from 'node:timers/promises';
import { retryAfterOf } from './errors.ts';

/** Runs what is sent to one place in order, and waits as long as Slack asks for. */
export interface Lanes {
  /** `lane` names what Slack limits together: a method and a channel. Other lanes go on meanwhile. */
  run<T>(lane: string, send: () => Promise<T>): Promise<T>;
}

/**
 * Slack limits a method per channel (https://docs.slack.dev/apis/web-api/rate-limits) and says with 429 how long to
 * wait. The SDK's client would stop everything else for that time, and gives up on what it cannot send.
 */
export function createLanes(onWait: (lane: string, seconds: number) => void): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(lane, send) {
      const before = last.get(lane) ?? Promise.resolve();
      const sent = before.then(() => sendPatiently(send, seconds => onWait(lane, seconds)));
      const settled = sent.then(
        () => {},
        () => {},
      );
      last.set(lane, settled);
      void settled.then(() => {
        if (last.get(lane) === settled) last.delete(lane);
      });
      return sent;
    },
  };
}

async function sendPatiently<T>(send: () => Promise<T>, onWait: (seconds: number) => void): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const seconds = retryAfterOf(error);
      if (seconds === null) throw error;
      onWait(seconds);
      await wait(Math.max(seconds, 1) * 1000);
    }
  }
}
