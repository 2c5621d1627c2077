import type { webApi } from '@slack/bolt';
import pRetry from 'p-retry';
import type { Log } from '../../log.ts';
import type { Message } from '../blocks/message.ts';
import { codeOf, isPassing, isRefusal, ResponseUrlError } from './errors.ts';
import { type Network, REQUEST_TIMEOUT } from './network.ts';
import { createQueues } from './queues.ts';
import { postContent, type ResponseManner, responseBody } from './request-body.ts';

/** Where a message goes. */
export interface Destination {
  readonly channel: string;
  /** The message whose thread it joins; null for the channel itself. */
  readonly thread: string | null;
}

/** Sends messages, each form in turn until Slack takes one. Rejects when none is taken or Slack cannot be reached. */
export interface Outbox {
  post(to: Destination, forms: readonly Message[]): Promise<void>;
  postEphemeral(to: Destination & { readonly user: string }, forms: readonly Message[]): Promise<void>;
  respond(url: string, forms: readonly Message[], manner: ResponseManner): Promise<void>;
  /** Takes away the message whose button gave the address. */
  remove(url: string): Promise<void>;
}

/** A short failure is waited out: about two seconds in all, what a person would wait for. */
const RETRIES = { retries: 2, factor: 2, minTimeout: 500, maxTimeout: 2000 } as const;

export function createOutbox(client: webApi.WebClient, { fetch }: Network, log: Log): Outbox {
  const queues = createQueues((queue, seconds) =>
    log.warn({ queue: queue.split(' ')[0], seconds }, 'Slack asks to wait'),
  );
  const plainer = (send: (form: Message) => Promise<unknown>, forms: readonly Message[]) =>
    sendFirstTaken(send, forms, code =>
      log.warn({ code }, 'Slack refused a message; it is sent in a plainer form'),
    );
  return {
    post: (to, forms) =>
      queues.run(`chat.postMessage ${to.channel}`, () =>
        plainer(form => client.chat.postMessage(postBody(to, form)), forms),
      ),
    postEphemeral: (to, forms) =>
      queues.run(`chat.postEphemeral ${to.channel}`, () =>
        plainer(form => client.chat.postEphemeral({ ...postBody(to, form), user: to.user }), forms),
      ),
    respond: (url, forms, manner) =>
      queues.run(`response_url ${url}`, () =>
        plainer(form => sendTo(url, responseBody(form, manner), fetch), forms),
      ),
    remove: url => queues.run(`response_url ${url}`, () => sendTo(url, { delete_original: true }, fetch)),
  };
}

function postBody({ channel, thread }: Destination, form: Message) {
  return { channel, ...(thread === null ? {} : { thread_ts: thread }), ...postContent(form) };
}

async function sendFirstTaken(
  send: (form: Message) => Promise<unknown>,
  forms: readonly Message[],
  onRefusal: (code: string) => void,
): Promise<void> {
  for (const [index, form] of forms.entries()) {
    try {
      await pRetry(() => send(form), { ...RETRIES, shouldRetry: ({ error }) => isPassing(error) });
      return;
    } catch (error) {
      if (!isRefusal(error) || index === forms.length - 1) throw error;
      onRefusal(codeOf(error));
    }
  }
}

async function sendTo(url: string, body: object, fetch: webApi.FetchFunction): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT),
  });
  const reason = reasonOf(await response.text());
  if (response.ok && reason === null) return;
  const seconds = response.status === 429 ? Number(response.headers.get('retry-after') ?? 1) : null;
  throw new ResponseUrlError(
    reason ?? `http_${response.status}`,
    response.status,
    seconds === null || Number.isFinite(seconds) ? seconds : 1,
  );
}

/** Slack answers "ok", a bare code such as "invalid_blocks", or JSON with `ok` and `error`; null when it took it. */
function reasonOf(answer: string): string | null {
  const text = answer.trim();
  if (text === '' || text === 'ok') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('ok' in parsed) || parsed.ok === true) return null;
    return 'error' in parsed ? String(parsed.error) : 'refused';
  } catch {
    return /^[a-z_]{3,60}$/.test(text) ? text : null;
  }
}
