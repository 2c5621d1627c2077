import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { ApiError, notFound, unauthorized } from './api-error.ts';
import type { Fault } from './faults.ts';
import type { Gateway } from './gateway.ts';
import { isObject } from './json.ts';
import { RateLimits, sendLimit } from './rate-limits.ts';
import { objectIn, type RestAnswer, readJsonBody } from './request.ts';
import { type Found, findRoute } from './routes.ts';
import type { World } from './world.ts';

const limits = new WeakMap<World, RateLimits>();

/** Answers a request to /api/v10: https://docs.discord.com/developers/reference#http-api */
export async function answerRest(
  world: World,
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = Date.now();
  const url = new URL(request.url ?? '/', world.origin);
  const query = Object.fromEntries(url.searchParams);
  const path = url.pathname.replace(/^\/api(?:\/v10)?/, '');
  const found = findRoute(request.method ?? 'GET', path);
  let json: unknown;
  const record = (status: number, error?: ApiError): void => {
    const body = isObject(json) || json === undefined ? json : { list: json };
    world.calls.push({
      route: found?.name ?? 'unknown',
      path,
      query,
      body,
      status,
      code: error?.code ?? null,
      reasons: error?.reasons ?? [],
      at,
    });
  };
  try {
    json = await readJsonBody(request);
    if (found === undefined) throw notFound();
    const fault = world.faults.take(found.name, objectIn(json));
    if (fault?.kind === 'slow') await setTimeout(fault.ms);
    if (fault?.kind === 'limit') {
      sendLimit(response, fault, fault.where);
      return record(429);
    }
    if (fault?.kind === 'fail' && !fault.accepted) return record(fail(fault, request, response));
    if (!isAuthorized(world, found, request)) throw unauthorized();
    const exceeded = takeLimits(world, found, response);
    if (exceeded) return record(429);
    if (fault?.kind === 'refuse') throw new ApiError(fault.status, fault.code, fault.message, fault.errors);
    const { params, route } = found;
    const answer = route.answer({ world, gateway, params, query, json, body: objectIn(json) });
    if (fault?.kind === 'fail') return record(fail(fault, request, response));
    record(answer.status);
    send(response, answer);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    record(error.status, error);
    send(response, { status: error.status, body: error.body });
  }
}

/** Routes with an interaction's token need no other: their path is the secret. */
function isAuthorized({ token }: World, { route }: Found, { headers }: IncomingMessage): boolean {
  return !route.needsToken || headers.authorization === `Bot ${token}`;
}

/** "Interaction endpoints are not bound to the bot's Global Rate Limit." */
function takeLimits(world: World, { route, name, resource }: Found, response: ServerResponse): boolean {
  const counted = limits.get(world) ?? new RateLimits();
  limits.set(world, counted);
  const exceeded =
    (route.needsToken ? counted.takeGlobal(world.settings) : undefined) ??
    counted.take(world.settings, name, resource, response);
  if (exceeded === undefined) return false;
  sendLimit(response, exceeded);
  return true;
}

function send(response: ServerResponse, { status, body }: RestAnswer): void {
  if (body === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function fail(
  { status }: Extract<Fault, { kind: 'fail' }>,
  request: IncomingMessage,
  response: ServerResponse,
): number {
  if (status === 'reset') {
    request.socket.resetAndDestroy();
    return 0;
  }
  response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>upstream error</h1>');
  return status;
}
