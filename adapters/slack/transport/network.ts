import type { webApi } from '@slack/bolt';
import { type Dispatcher, EnvHttpProxyAgent, fetch as proxiedFetch } from 'undici';
import { SettingsError } from '../../settings.ts';
import type { Env } from '../../surface.ts';

/** Of one request to Slack, in milliseconds: as long as a person waits. */
export const REQUEST_TIMEOUT = 10_000;

/** How requests and sockets reach Slack. */
export interface Network {
  readonly fetch: webApi.FetchFunction;
  /** Null when there is no proxy: the SDK's own connector can then cut a stalled socket, which it cannot with ours. */
  readonly dispatcher: Dispatcher | null;
}

/**
 * Through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, in either case; else directly.
 * @throws {SettingsError} when a proxy's address is none.
 */
export function networkOf(env: Env): Network {
  const read = (name: string) => env[name.toLowerCase()] || env[name] || undefined;
  const [httpProxy, httpsProxy, noProxy] = [read('HTTP_PROXY'), read('HTTPS_PROXY'), read('NO_PROXY')];
  if (httpProxy === undefined && httpsProxy === undefined)
    return { fetch: (url, init) => fetch(url, init), dispatcher: null };
  for (const [name, address] of Object.entries({ HTTP_PROXY: httpProxy, HTTPS_PROXY: httpsProxy }))
    if (address !== undefined && !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
      throw new SettingsError(`${name}: is no address. Write it as http://host:port, or remove it.`);
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
