import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type App, HTTPReceiver } from '@slack/bolt';
import type { Mount } from '../../http/app.ts';
import type { Log } from '../../log.ts';
import type { Receiving } from './receiving.ts';
import { sdkLog } from './sdk-log.ts';

/** Where Slack's requests come in over HTTP. */
export interface Endpoint {
  readonly mount: Mount;
  /** Hands every request to the app from `start` to `stop`. */
  receive(app: App, signingSecret: string): Receiving;
}

/** The path of the request URL for events, commands and interactivity alike. */
const PATH = '/slack/events';
/** Slack sends an event again after any 5xx: https://docs.slack.dev/apis/events-api/#retries */
const NOT_NOW = 'Not now: the bot is starting or stopping.\n';

/** Bolt's receiver on the HTTP server that all share. Bolt reads the request and answers it by itself. */
export function createEndpoint(log: Log): Endpoint {
  let current: HTTPReceiver | null = null;
  return {
    mount(http) {
      http.post(PATH, ({ env, text }) => {
        if (current === null) return text(NOT_NOW, 503);
        current.requestListener(env.incoming, env.outgoing);
        return RESPONSE_ALREADY_SENT;
      });
    },
    receive(app, signingSecret) {
      const receiver = new HTTPReceiver({ signingSecret, endpoints: [PATH], logger: sdkLog(log, 'warn') });
      receiver.init(app);
      return {
        async start() {
          current = receiver;
        },
        async stop() {
          current = null;
        },
        outage: () => null,
      };
    },
  };
}
