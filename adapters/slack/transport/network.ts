import type { webApi } from '@slack/bolt';
import { type Dispatcher, EnvHttpProxyAgent, fetch as proxiedFetch } from 'undici';
import type { Env } from '../../surface.ts';

/** How requests and sockets reach Slack. */
export interface Network {
  readonly fetch: webApi.FetchFunction;
  /** Null when there is no proxy: the SDK's own connector can then cut a stalled socket, which it cannot with ours. */
  readonly dispatcher: Dispatcher | null;
}

/** Through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, in either case; else directly. */
export function networkOf(env: Env): Network {
  const read = (name: string) => env[name.toLowerCase()] || env[name] || undefined;
  const [httpProxy, httpsProxy, noProxy] = [read('HTTP_PROXY'), read('HTTPS_PROXY'), read('NO_PROXY')];
  if (httpProxy === undefined && httpsProxy === undefined)
    return { fetch: (url, init) => fetch(url, init), dispatcher: null };
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(noProxy === undefined ? {} : { noProxy }),
    // A WebSocket needs HTTP/1.1, as the SDK's own connector asks for.
    allowH2: false,
  });
  // The two kinds of fetch differ in their types for forms, which nothing here sends.
  const send = proxiedFetch as unknown as (
    url: string | URL,
    init: object,
  ) => ReturnType<webApi.FetchFunction>;
  return { fetch: (url, init) => send(url, { ...init, dispatcher }), dispatcher };
}
