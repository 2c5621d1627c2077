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

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * On loopback, refuses requests that name another host: a page of some other site, whose name was made to lead here (DNS
 * rebinding), could read the wiki otherwise.
 * @param host where is listened.
 */
export function refusingStrangers(host: string): MiddlewareHandler {
  const isLoopback = isLoopbackHost(host);
  return async ({ req, text }, next) => {
    const named = hostnameOf(req.header('host') ?? '');
    if (!isLoopback || LOOPBACK.test(named)) return next();
    return text(
      'This page answers at localhost and 127.0.0.1 alone. Open it there, or set SECTERM_WEB.\n',
      403,
    );
  };
}

export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
}

function hostnameOf(header: string): string {
  return header.replace(/:\d*$/, '');
}
