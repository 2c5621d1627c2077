import type { Outage } from '../../../src/bot.ts';

/** How requests from Slack arrive. */
export interface Receiving {
  start(): Promise<unknown>;
  /** Takes no more requests; answers to those taken may still be sent. */
  stop(): Promise<unknown>;
  /** Since when none has arrived, and why; null while they do. */
  outage(): Outage | null;
}
