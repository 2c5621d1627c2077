import type { Discord } from './discord.ts';
import type { Gateway } from './gateway.ts';
import type { World } from './world.ts';

type Waiting = Pick<
  Discord,
  | 'waitForConnection'
  | 'waitForClose'
  | 'waitForMessage'
  | 'waitForUpdate'
  | 'waitForCall'
  | 'waitForDelivery'
  | 'waitForEvent'
>;

const listOf = (found: readonly unknown[]): string =>
  JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? String(value) : value)).slice(0, 4000);

/** Waits that end with an event or with the time limit; whatever changes a state of the world calls `notify`. */
export function waiting(
  { changes, store, calls, deliveries, events, closed }: World,
  gateway: Gateway,
): Waiting {
  const first =
    <T>(list: () => readonly T[], common: string) =>
    (fits: (one: T) => boolean = () => true, what = common): Promise<T> =>
      changes.until(
        () => list().find(fits),
        what,
        () => listOf(list()),
      );
  return {
    waitForConnection: async (count = 1) => {
      const isEnough = (): boolean => (count === 0 ? gateway.lines.size === 0 : gateway.ready >= count);
      await changes.until(
        () => (isEnough() ? true : undefined),
        `${count} connection(s) with a session`,
        () => listOf([...gateway.lines].map(line => line.snapshot)),
      );
    },
    waitForClose: first(() => closed, 'a closed connection'),
    waitForMessage: first(() => store.all, 'a message that fits'),
    waitForUpdate: ({ id, edits, deleted }) =>
      changes.until(
        () => {
          const now = store.find(id);
          return now !== undefined && (now.edits > edits || now.deleted !== deleted) ? now : undefined;
        },
        `an update of ${id}`,
        () => listOf([store.find(id)]),
      ),
    waitForCall: first(() => calls, 'a call that fits'),
    waitForDelivery: first(() => deliveries, 'an interaction that fits'),
    waitForEvent: first(() => events, 'an event that fits'),
  };
}
