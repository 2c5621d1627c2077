import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { readBody } from '../../stand-in/body.ts';

export interface Signing {
  /** The secret to sign with; another one than the app's makes a forged request. */
  readonly secret: string;
  /** The time to claim, in seconds since 1970; more than five minutes ago is stale. */
  readonly at: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Slack's signature, version 0: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const signatureOf = ({ secret, at }: Signing, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;

/** Sends one signed request; rejects when no answer comes in time or the connection breaks. */
export function sendHttp(
  url: string,
  contentType: string,
  body: string,
  signing: Signing,
  headers: Record<string, string>,
  limitMs: number,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      // No kept connection: it would keep the process alive.
      agent: false,
      signal: AbortSignal.timeout(limitMs),
      headers: {
        'content-type': contentType,
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(signing.at),
        'x-slack-signature': signatureOf(signing, body),
        ...headers,
      },
    });
    sent.on('error', reject);
    sent.on('response', answer => {
      const { statusCode = 0, headers: got } = answer;
      readBody(answer).then(
        text => resolve({ status: statusCode, contentType: got['content-type'] ?? '', body: text }),
        reject,
      );
    });
    sent.end(body);
  });
}
