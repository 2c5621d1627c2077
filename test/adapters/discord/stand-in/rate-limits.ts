import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Settings } from './options.ts';

interface Window {
  used: number;
  endsAt: number;
}

/** What a route allows that has no limit of its own here: never reached in a test. */
const WIDE = { limit: 10_000, windowMs: 1000 };

export interface Exceeded {
  readonly retryAfter: number;
  readonly scope: 'user' | 'shared' | 'global';
}

/** Counts requests by route and top-level resource: https://docs.discord.com/developers/topics/rate-limits */
export class RateLimits {
  readonly #windows = new Map<string, Window>();

  /** Counts a request over all routes; says when there were too many in this second. */
  takeGlobal({ globalPerSecond }: Settings): Exceeded | undefined {
    const window = this.#window('global', 1000);
    window.used += 1;
    if (window.used <= globalPerSecond) return undefined;
    return { retryAfter: leftOf(window), scope: 'global' };
  }

  /** Counts a request of a route, and sets the headers that say how many are left. */
  take(
    { buckets }: Settings,
    route: string,
    resource: string,
    response: ServerResponse,
  ): Exceeded | undefined {
    const { limit, windowMs } = buckets[route] ?? WIDE;
    const window = this.#window(`${route} ${resource}`, windowMs);
    window.used += 1;
    const left = leftOf(window);
    const headers = {
      'x-ratelimit-limit': limit,
      'x-ratelimit-remaining': Math.max(0, limit - window.used),
      'x-ratelimit-reset': (window.endsAt / 1000).toFixed(3),
      'x-ratelimit-reset-after': left.toFixed(3),
      'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
    };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
    return window.used > limit ? { retryAfter: left, scope: 'user' } : undefined;
  }

  #window(key: string, windowMs: number): Window {
    const found = this.#windows.get(key);
    if (found !== undefined && found.endsAt > Date.now()) return found;
    const opened = { used: 0, endsAt: Date.now() + windowMs };
    this.#windows.set(key, opened);
    return opened;
  }
}

const leftOf = ({ endsAt }: Window): number => Math.max(0, endsAt - Date.now()) / 1000;

/**
 * Answers 429 as https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit shows it. `where`: a test
 * may leave out the body's or the header's word.
 */
export function sendLimit(
  response: ServerResponse,
  { retryAfter, scope }: Exceeded,
  where: 'both' | 'header' | 'body' = 'both',
): void {
  const global = scope === 'global';
  const message = scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.';
  response.setHeader('x-ratelimit-scope', scope);
  if (global) response.setHeader('x-ratelimit-global', 'true');
  if (where !== 'body') response.setHeader('retry-after', String(Math.ceil(retryAfter)));
  if (where !== 'header') response.setHeader('x-ratelimit-reset-after', retryAfter.toFixed(3));
  response.writeHead(429, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(where === 'header' ? { message } : { message, retry_after: retryAfter, global }),
  );
}
