import { type App, SocketModeReceiver } from '@slack/bolt';
import type { SlackSettings } from '../env.ts';
import { acknowledgingApp, type Gate } from './acknowledge.ts';
import type { Endpoint } from './endpoint.ts';
import { type Network, REQUEST_TIMEOUT } from './network.ts';
import type { Receiving } from './receiving.ts';
import { sdkLog } from './sdk-log.ts';
import { createSockets } from './sockets.ts';

export interface Ways {
  readonly settings: SlackSettings;
  readonly network: Network;
  readonly endpoint: Endpoint;
}

/** Receives over sockets or HTTP and hands every request through the gate to the app. */
export function receive(app: App, gate: Gate, { settings, network, endpoint }: Ways): Receiving {
  const { transport, apiUrl } = settings;
  const gated = acknowledgingApp(app, gate);
  if (transport.kind === 'http') return endpoint.receive(gated, transport.signingSecret);
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
