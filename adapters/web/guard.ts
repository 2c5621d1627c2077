import { lookup } from 'node:dns/promises';
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

/**
 * On loopback, refuses requests that name another host: a page of some other site, whose name was made to lead here (DNS
 * rebinding), could read the wiki otherwise.
 * @param host where is listened.
 */
export function refusingStrangers(host: string): MiddlewareHandler {
  const isLocal = leadsToLoopback(host);
  return async ({ req, text }, next) => {
    if (!(await isLocal) || isLoopbackHost(req.header('host') ?? '')) return next();
    return text(
      'This page answers at localhost and 127.0.0.1 alone. Open it there, or set SECTERM_WEB.\n',
      403,
    );
  };
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

/** A name may lead to loopback, too: the machine's own does on Debian. One that leads nowhere is not listened on. */
async function leadsToLoopback(host: string): Promise<boolean> {
  if (isLoopbackHost(host)) return true;
  try {
    const { address } = await lookup(host);
    return isLoopbackHost(address);
  } catch {
    return true;
  }
}
