import { lookup } from 'node:dns/promises';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { POLICY } from './layout.ts';

/** Nothing is loaded from elsewhere, and no other site frames, reads or is told of these pages. */
export const withSafeHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: { ...POLICY, frameAncestors: ["'none'"] },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  strictTransportSecurity: false,
});

/** As `URL` writes hosts: "127.1" is "127.0.0.1", "::ffff:127.0.0.1" is "[::ffff:7f00:1]". */
const LOOPBACK = /^(?:localhost\.?|127(?:\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/;

type Guard = MiddlewareHandler<{ Bindings: HttpBindings }>;

/**
 * Refuses requests that come by another address of the machine than the page's: the server may listen on all of them for
 * the sake of others. On loopback, refuses those that name another host, too: a page of some other site, whose name was
 * made to lead here (DNS rebinding), could read the wiki otherwise.
 * @param host where the page is to be reached.
 */
export function refusingStrangers(host: string): Guard {
  const own = addressOf(host);
  return async ({ req, env, text }, next) => {
    const address = await own;
    const reached = env.incoming.socket.localAddress ?? '';
    if (isLoopbackHost(address)) {
      if (isLoopbackHost(reached) && isLoopbackHost(req.header('host') ?? '')) return next();
      return text(
        'This page answers at localhost and 127.0.0.1 alone. Open it there, or set SECTERM_WEB.\n',
        403,
      );
    }
    const isHere = isForAll(address) || reached.replace(/^::ffff:/, '') === address;
    return isHere ? next() : text('The page is at another address of this machine.\n', 403);
  };
}

/** Whether a host stands for every address of the machine. */
export function isForAll(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/**
 * Refuses what other sites send through a visitor's browser, but for a link that is followed: they could not read the
 * answers, but have work done and measure how long it takes. https://web.dev/articles/fetch-metadata
 */
export const refusingOtherSites: MiddlewareHandler = async ({ req, text }, next) => {
  const site = req.header('sec-fetch-site') ?? 'none';
  const isOwn = site === 'none' || site === 'same-origin';
  const isFollowed =
    req.method === 'GET' &&
    req.header('sec-fetch-mode') === 'navigate' &&
    req.header('sec-fetch-dest') === 'document';
  if (isOwn || isFollowed) return next();
  return text('Only this page itself may ask for that.\n', 403);
};

/** Whether a host, perhaps with a port, is one of loopback's names. */
export function isLoopbackHost(host: string): boolean {
  // An address of version 6 stands in brackets where a port may follow.
  const bare = (host.match(/:/g)?.length ?? 0) > 1 && !host.startsWith('[') ? `[${host}]` : host;
  return LOOPBACK.test(URL.parse(`http://${bare}`)?.hostname ?? '');
}

/** A name may lead to loopback, too: the machine's own does on Debian. One that leads nowhere cannot be listened on. */
async function addressOf(host: string): Promise<string> {
  if (isLoopbackHost(host)) return LOOPBACK_ADDRESS;
  try {
    return (await lookup(host)).address;
  } catch {
    return LOOPBACK_ADDRESS;
  }
}

const LOOPBACK_ADDRESS = '127.0.0.1';
