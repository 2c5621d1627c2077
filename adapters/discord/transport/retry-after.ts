import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

const TOO_MANY = 429;
const HEADER = 'Retry-After';
/** Seconds to wait where Discord says "too many" and not for how long. */
const UNSAID = 1;

/**
 * The same requests, with how long to wait in the header also where only the body says so: the SDK reads the header
 * alone, and without it asks again at once, over and over.
 * https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit
 */
export function withRetryAfter(makeRequest: MakeRequest): MakeRequest {
  return async (url, init) => {
    const response = await makeRequest(url, init);
    if (response.status !== TOO_MANY || response.headers.has(HEADER)) return response;
    const text = await response.text();
    const headers = new Headers([...response.headers]);
    headers.set(HEADER, String(secondsIn(text)));
    return new Response(text, { status: response.status, headers });
  };
}

function secondsIn(text: string): number {
  try {
    const body: unknown = JSON.parse(text);
    const seconds =
      typeof body === 'object' && body !== null ? Number(Reflect.get(body, 'retry_after')) : NaN;
    return seconds > 0 ? seconds : UNSAID;
  } catch {
    return UNSAID;
  }
}
