import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../../stand-in/body.ts';
import { isObject, type JsonObject, readJson, textOf } from '../../stand-in/json.ts';
import { sendFault, sendJson } from './answer.ts';
import { checkContent } from './check-content.ts';
import type { Message } from './records.ts';
import type { ResponseUrl, World } from './world.ts';

const MOST_USES = 5;
const LIFETIME_MS = 30 * 60 * 1000;

/**
 * "up to 5 times within 30 minutes of receiving the payload":
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export function newResponseUrl(
  world: World,
  kind: 'commands' | 'actions' | 'app',
  about: Pick<ResponseUrl, 'channel' | 'user' | 'source'>,
): string {
  const url = `${world.origin}/${kind}/${world.settings.teamId}/${world.ids.next('')}/${world.ids.uuid()}`;
  world.responseUrls.set(url, { url, ...about, expiresAt: Date.now() + LIFETIME_MS, uses: 0 });
  return url;
}

/**
 * Slack answers `ok` (commands) or `{"ok":true}`. What it answers to a used or expired address and to wrong blocks
 * is in no documentation; reported are HTTP 404 with the errors `used_url` and `expired_url`, and from the same
 * service (incoming webhooks) HTTP 400 with `invalid_blocks`. Bolt's `respond` throws for every status but 2xx.
 */
interface Answer {
  readonly status: number;
  readonly result: string;
  readonly reasons?: readonly string[];
}

/** Answers a POST to a response_url. A refused body counts as a use, as the address was used. */
export async function answerResponseUrl(
  world: World,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = Date.now();
  const json = readJson(await readBody(request));
  const body = isObject(json) ? json : {};
  const record = (result: string, reasons: readonly string[] = []): void => {
    world.responses.push({ url, body, result, reasons, at });
  };
  const fault = world.faults.take('response_url', body);
  if (fault?.kind === 'limit' || (fault?.kind === 'fail' && !fault.accepted)) {
    return record(sendFault(fault, request, response));
  }
  if (fault?.kind === 'refuse') {
    record(fault.error);
    return sendJson(response, fault.status ?? 400, { ok: false, error: fault.error });
  }
  const { status, result, reasons } = isObject(json)
    ? use(world, url, body)
    : { status: 400, result: 'invalid_payload' };
  if (fault?.kind === 'fail') return record(sendFault(fault, request, response));
  record(result, reasons);
  if (status === 200) return void response.writeHead(200, { 'content-type': 'text/html' }).end('ok');
  sendJson(response, status, { ok: false, error: result });
}

const OK: Answer = { status: 200, result: 'ok' };

function use(world: World, url: string, body: JsonObject): Answer {
  const known = world.responseUrls.get(url);
  if (known === undefined) return { status: 404, result: 'no_service' };
  if (Date.now() >= known.expiresAt) return { status: 404, result: 'expired_url' };
  if (known.uses >= MOST_USES) return { status: 404, result: 'used_url' };
  known.uses += 1;
  return act(world, known, body);
}

function original(world: World, { source }: ResponseUrl): Message | undefined {
  const message = source && world.store.find(source.channel, source.ts);
  return message?.by === 'bot' && !message.deleted ? message : undefined;
}

/**
 * "If you include a new message payload and `delete_original`, the source message will be deleted, and your new
 * message published." The docs write `true` as a boolean and as a word.
 */
function act(world: World, url: ResponseUrl, body: JsonObject): Answer {
  if (!says(body, 'delete_original', 'true')) return write(world, url, body);
  const message = original(world, url);
  if (message === undefined) return { status: 404, result: 'message_not_found' };
  const answer =
    body['text'] === undefined && body['blocks'] === undefined ? OK : write(world, url, body, true);
  if (answer === OK) world.store.delete(message);
  return answer;
}

function write(world: World, url: ResponseUrl, body: JsonObject, afresh = false): Answer {
  const { text, blocks, error, reasons } = checkContent(body);
  if (error !== undefined) return { status: 400, result: error, reasons };
  const replaced = !afresh && replaces(body) ? original(world, url) : undefined;
  if (replaced !== undefined) world.store.edit(replaced, text, blocks);
  else world.store.add({ channel: url.channel, text, blocks, by: 'bot', ...placeOf(url.user, body) });
  return OK;
}

const says = (body: JsonObject, key: string, word: 'true' | 'false'): boolean => String(body[key]) === word;

const isPublic = (body: JsonObject): boolean => body['response_type'] === 'in_channel';

/**
 * Whether a response replaces the message that was acted on. For a public one the docs warn: "be sure to set
 * `replace_original` to `false` or you'll overwrite the message you're wanting to respond to!"
 */
const replaces = (body: JsonObject): boolean =>
  says(body, 'replace_original', 'true') || (isPublic(body) && !says(body, 'replace_original', 'false'));

/**
 * Where a response appears. "By default, a message published via `response_url` will be sent as an ephemeral
 * message"; a thread is documented for public ones only, so that an ephemeral one appears in the channel itself.
 */
export function placeOf(user: string, body: JsonObject): { user?: string; thread_ts?: string } {
  const thread = textOf(body, 'thread_ts');
  if (!isPublic(body)) return { user };
  return thread === '' ? {} : { thread_ts: thread };
}
