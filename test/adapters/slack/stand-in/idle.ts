import { setImmediate } from 'node:timers/promises';
import type { Deliverer } from './deliver.ts';
import { eventPayload } from './payloads.ts';
import type { World } from './world.ts';

/** How many times in a row nothing may have happened. */
const QUIET_ROUNDS = 5;

/**
 * Resolves when the app has nothing left to do that Slack could see: no request of it is under way, every
 * delivery is acknowledged or given up, this process reads no file and looks up no name, and that stays so while
 * a further event goes to the app and back several times. Each such round trip passes through the app's event
 * loop, after everything that was ready there; the event has a type of its own (`stand_in_idle`), which no
 * listener hears.
 *
 * What it cannot see: an app that waits for a timer, a thread or another process and then posts; and of an app
 * in another process, that it reads a file. A test of such an app makes a person do a second thing, waits for the
 * answer to that, and then finds no other.
 */
export async function waitUntilIdle(world: World, deliverer: Deliverer): Promise<void> {
  const until = Date.now() + world.settings.waitLimitMs;
  for (let quiet = 0; quiet < QUIET_ROUNDS; ) {
    const before = workOf(world);
    await settled(world);
    if (deliverer.hasRoute) await deliverer.send('event', idleEvent(world), {}, true);
    await setImmediate();
    quiet = workOf(world) === before && readsOfProcess().length === 0 ? quiet + 1 : 0;
    if (Date.now() > until)
      throw new Error(`The app did not become idle. Under way: ${workOf(world)}, ${readsOfProcess()}`);
  }
}

const settled = (world: World): Promise<true> =>
  world.changes.until(
    () => (world.requestsUnderWay === 0 && world.deliveriesUnderWay === 0 ? true : undefined),
    'the app to be idle',
    () => `${world.requestsUnderWay} requests and ${world.deliveriesUnderWay} deliveries under way`,
  );

const idleEvent = (world: World): ReturnType<typeof eventPayload> =>
  eventPayload(world, { type: 'stand_in_idle', event_ts: world.ids.ts() });

const workOf = ({ calls, responses, deliveries, requestsUnderWay, deliveriesUnderWay }: World): string =>
  [
    `${calls.length} calls, ${responses.length} responses, ${deliveries.length} deliveries`,
    `${requestsUnderWay} requests and ${deliveriesUnderWay} deliveries under way`,
  ].join('; ');

/** What this process asked of the operating system and has no answer to: files, names, connections, writes. */
const readsOfProcess = (): readonly string[] =>
  process.getActiveResourcesInfo().filter(name => /Req|ConnectWrap|WriteWrap|ShutdownWrap/.test(name));
