import { setImmediate } from 'node:timers/promises';
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { Gateway } from './gateway.ts';
import type { GatewayLine } from './line.ts';
import type { World } from './world.ts';

/** How many times in a row nothing may have happened. */
const QUIET_ROUNDS = 5;

/**
 * Resolves when the app has nothing left to do that Discord could see: no request of it is under way, every
 * interaction has a first answer or none in time, this process reads no file and looks up no name, and that stays
 * so while Discord asks for a heartbeat and gets it several times: each such round trip passes through the app's
 * event loop, after everything that was ready there.
 *
 * What it cannot see: an app that waits for a timer (a rate limit, a connection to be opened again), a thread or
 * another process and then posts. A test of such an app makes a person do a second thing, waits for the answer to
 * that, and then finds no other.
 */
export async function waitUntilIdle(world: World, gateway: Gateway): Promise<void> {
  const until = Date.now() + world.settings.waitLimitMs;
  for (let quiet = 0; quiet < QUIET_ROUNDS; ) {
    const before = workOf(world);
    await settled(world);
    await Promise.all([...gateway.lines].map(line => roundTrip(world, line)));
    await setImmediate();
    quiet = workOf(world) === before && readsOfProcess().length === 0 ? quiet + 1 : 0;
    if (Date.now() > until)
      throw new Error(`The app did not become idle. Under way: ${workOf(world)}, ${readsOfProcess()}`);
  }
}

const settled = (world: World): Promise<true> =>
  world.changes.until(
    () => (world.requestsUnderWay === 0 && world.interactionsUnderWay === 0 ? true : undefined),
    'the app to be idle',
    () => workOf(world),
  );

/** https://docs.discord.com/developers/events/gateway#heartbeat-requests: the app answers at once. */
async function roundTrip(world: World, line: GatewayLine): Promise<void> {
  if (line.session === undefined || !line.isOpen) return;
  const { heartbeats } = line;
  line.send({ op: Op.Heartbeat, t: null, s: null, d: null });
  await world.changes.until(
    () => (line.heartbeats > heartbeats || !line.isOpen ? true : undefined),
    'the heartbeat that was asked for',
    () => 'none',
  );
  line.forgive();
}

const workOf = (world: World): string =>
  [
    `${world.calls.length} calls, ${world.deliveries.length} deliveries`,
    `${world.events.length} events, ${world.closed.length} connections closed`,
    `${world.requestsUnderWay} requests and ${world.interactionsUnderWay} interactions under way`,
  ].join('; ');

/** What this process asked of the operating system and has no answer to: files, names, connections, writes. */
const readsOfProcess = (): readonly string[] =>
  process.getActiveResourcesInfo().filter(name => /Req|ConnectWrap|WriteWrap|ShutdownWrap/.test(name));
