import { Deliverer } from './deliver.ts';
import { waitUntilIdle } from './idle.ts';
import { type SlackOptions, settingsOf } from './options.ts';
import { reportOwnMessages } from './own-events.ts';
import { People } from './people.ts';
import type { Message } from './records.ts';
import { startServer, stopServer } from './server.ts';
import type { Slack } from './slack.ts';
import { Sockets } from './sockets.ts';
import { World } from './world.ts';

/** Starts a stand-in of Slack on this machine; `stop` ends everything it started. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const settings = settingsOf(options);
  const world = new World(settings);
  const sockets = new Sockets(world);
  const server = await startServer(world, sockets);
  const deliverer = new Deliverer(world, sockets);
  const people = new People(world, deliverer);
  if (settings.ownEvents) reportOwnMessages(world, deliverer);
  return {
    apiUrl: `${world.origin}/api/`,
    tokens: {
      bot: settings.botToken,
      app: settings.appToken,
      config: settings.configToken,
      signingSecret: settings.signingSecret,
    },
    calls: world.calls,
    responses: world.responses,
    deliveries: world.deliveries,
    views: world.views,
    connectHttp: url => {
      deliverer.url = url;
    },
    command: (text, about) => people.command(text, about),
    post: (text, about) => people.post(text, about),
    event: (event, about) => people.event(event, about),
    press: async (message, which, about) => people.press(message, which, about),
    choose: async (message, label, about) => people.choose(message, label, about),
    shortcut: async (callbackId, message, about) => people.shortcut(callbackId, message, about),
    verifyUrl: about => people.verifyUrl(about),
    redeliver: (delivery, about) => people.redeliver(delivery, about),
    ...waiting(world, sockets),
    ...faulty(world, sockets),
    get sockets() {
      return sockets.count;
    },
    get messages() {
      return world.store.all;
    },
    visibleTo: (user, channel) =>
      world.store.all.filter(message => message.channel === channel && isVisible(message, user)),
    idle: () => waitUntilIdle(world, deliverer),
    stop: async () => {
      await sockets.stop();
      await stopServer(server);
    },
  };
}

const isVisible = ({ deleted, shown, ephemeral, user }: Message, viewer: string): boolean =>
  !deleted && shown && (!ephemeral || user === viewer);

type Waiting = Pick<
  Slack,
  'waitForSocket' | 'waitForMessage' | 'waitForUpdate' | 'waitForCall' | 'waitForResponse'
>;

function waiting({ changes, store, calls, responses }: World, sockets: Sockets): Waiting {
  const list = (found: readonly unknown[]): string => JSON.stringify(found).slice(0, 4000);
  return {
    waitForSocket: async (count = 1) => {
      const enough = (): boolean => (count === 0 ? sockets.count === 0 : sockets.count >= count);
      const probe = (): true | undefined => (enough() ? true : undefined);
      await changes.until(probe, `${count} open socket(s)`, () => `${sockets.count} open`);
    },
    waitForMessage: (fits, what = 'a message that fits') =>
      changes.until(
        () => store.all.find(fits),
        what,
        () => list(store.all),
      ),
    waitForUpdate: ({ channel, ts, edits, deleted }) =>
      changes.until(
        () => {
          const now = store.find(channel, ts);
          return now !== undefined && (now.edits > edits || now.deleted !== deleted) ? now : undefined;
        },
        `an update of ${ts}`,
        () => list([store.find(channel, ts)]),
      ),
    waitForCall: (fits, what = 'a call that fits') =>
      changes.until(
        () => calls.find(fits),
        what,
        () => list(calls),
      ),
    waitForResponse: (fits, what = 'a use of a response_url that fits') =>
      changes.until(
        () => responses.find(fits),
        what,
        () => list(responses),
      ),
  };
}

type Faulty = Pick<
  Slack,
  | 'refuseNext'
  | 'rateLimitNext'
  | 'failNext'
  | 'expireResponseUrl'
  | 'expireTriggers'
  | 'refreshSockets'
  | 'dropSockets'
>;

function faulty({ faults, responseUrls, triggers }: World, sockets: Sockets): Faulty {
  return {
    refuseNext: (method, error, { times, when, status } = {}) =>
      faults.plan(method, { kind: 'refuse', error, ...(status !== undefined && { status }) }, times, when),
    rateLimitNext: (method, { retryAfter, times, channel }) =>
      faults.plan(
        method,
        { kind: 'limit', retryAfter },
        times,
        args => channel === undefined || args['channel'] === channel,
      ),
    failNext: (method, { status, times, accepted = false }) =>
      faults.plan(method, { kind: 'fail', status, accepted }, times),
    expireResponseUrl: url => {
      for (const known of responseUrls.values())
        if (url === undefined || known.url === url) known.expiresAt = 0;
    },
    expireTriggers: () => {
      for (const id of triggers.keys()) triggers.set(id, { until: 0, used: false });
    },
    refreshSockets: (reason = 'refresh_requested', count = Number.POSITIVE_INFINITY) =>
      sockets.announce(reason, count),
    dropSockets: () => sockets.drop(),
  };
}
