import { type App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import type { SlackSettings, Transport } from '../env.ts';
import { acknowledgingApp, type Gate } from './acknowledge.ts';
import { type Network, REQUEST_TIMEOUT } from './network.ts';
import { sdkLog } from './sdk-log.ts';
import { createSockets } from './sockets.ts';

/** How requests from Slack arrive. */
export interface Receiving {
  start(): Promise<unknown>;
  /** Takes no more requests; answers to those taken may still be sent. */
  stop(): Promise<unknown>;
}

/** The path of the request URL for events, commands and interactivity alike. */
const PATH = '/slack/events';

/** Receives over sockets or HTTP and hands every request through the gate to the app. */
export function receive(
  app: App,
  gate: Gate,
  { transport, apiUrl }: SlackSettings,
  network: Network,
): Receiving {
  const gated = acknowledgingApp(app, gate);
  if (transport.kind === 'http') return overHttp(gated, transport, gate.log);
  return createSockets(() => {
    const receiver = new SocketModeReceiver({
      appToken: transport.appToken,
      autoReconnectEnabled: false,
      logger: sdkLog(gate.log, 'debug'),
      ...(network.dispatcher === null ? {} : { dispatcher: network.dispatcher }),
      installerOptions: {
        clientOptions: {
          slackApiUrl: apiUrl,
          fetch: network.fetch,
          retryConfig: { retries: 0 },
          timeout: REQUEST_TIMEOUT,
        },
      },
    });
    receiver.init(gated);
    return receiver;
  }, gate.log);
}

/** Requests are acknowledged at once; one that is still unfinished so many milliseconds later is cut. */
const FAREWELL = 1000;

function overHttp(app: App, { signingSecret, port }: Transport & { kind: 'http' }, log: Log): Receiving {
  const receiver = new HTTPReceiver({ signingSecret, port, endpoints: [PATH], logger: sdkLog(log, 'warn') });
  receiver.init(app);
  let cut = () => {};
  return {
    async start() {
      const server = await receiver.start(port);
      cut = () => server.closeAllConnections();
    },
    async stop() {
      const last = setTimeout(cut, FAREWELL);
      await receiver.stop();
      clearTimeout(last);
    },
  };
}
