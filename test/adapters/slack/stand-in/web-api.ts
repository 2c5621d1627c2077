import type { IncomingMessage, ServerResponse } from 'node:http';
import { readArguments, readBody } from '../../stand-in/body.ts';
import { type JsonObject, textOf } from '../../stand-in/json.ts';
import { Refusal, sendFault, sendJson } from './answer.ts';
import { METHODS } from './methods.ts';
import { ACCESS, HISTORY_SCOPES } from './scopes.ts';
import type { World } from './world.ts';

/** Answers `POST /api/<method>`. Slack answers HTTP 200 to nearly everything; `ok` says whether it was accepted. */
export async function answerWebApi(
  world: World,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = Date.now();
  const args = readArguments(request.headers['content-type'] ?? '', await readBody(request));
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = header ?? textOf(args, 'token');
  const record = (result: string, reasons: readonly string[] = []): void => {
    world.calls.push({ method, token, args, result, reasons, at });
  };
  const fault = world.faults.take(method, args);
  if (fault?.kind === 'limit' || (fault?.kind === 'fail' && !fault.accepted)) {
    return record(sendFault(fault, request, response));
  }
  try {
    checkAccess(world, method, args, token, header !== undefined);
    if (fault?.kind === 'refuse') throw new Refusal(fault.error);
    const body = METHODS[method]?.(world, args) ?? {};
    if (fault?.kind === 'fail') return record(sendFault(fault, request, response));
    record('ok');
    sendJson(response, 200, { ok: true, ...body }, headersFor(world, method));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    record(error.code, error.reasons);
    sendJson(response, 200, error.body, headersFor(world, method));
  }
}

/** Slack names the scopes the token has and those the method takes: https://docs.slack.dev/authentication/tokens */
function headersFor({ settings }: World, method: string): Record<string, string> {
  const kind = ACCESS[method]?.token;
  const scopes = kind === 'app' ? ['connections:write'] : settings.scopes;
  return { 'x-oauth-scopes': scopes.join(','), 'x-accepted-oauth-scopes': ACCESS[method]?.scope ?? '' };
}

/** The refusals before a method runs, in the order in which Slack gives them. */
function checkAccess(world: World, method: string, args: JsonObject, token: string, inHeader: boolean): void {
  const access = ACCESS[method];
  if (access === undefined) throw new Refusal('unknown_method', [], { req_method: method });
  if (token === '') throw new Refusal('not_authed');
  const kind = kindOfToken(world, token);
  if (kind === undefined) throw new Refusal('invalid_auth');
  if (kind !== access.token && method !== 'auth.test') throw new Refusal('not_allowed_token_type');
  // "passing it as a POST parameter will result in an error" (docs of apps.connections.open)
  if (kind === 'app' && !inHeader) throw new Refusal('not_authed');
  checkScope(world, access.scope, args);
}

function kindOfToken({ settings }: World, token: string): 'bot' | 'app' | 'config' | undefined {
  if (token === settings.botToken) return 'bot';
  if (token === settings.appToken) return 'app';
  return token === settings.configToken ? 'config' : undefined;
}

function checkScope(world: World, scope: string | undefined, args: JsonObject): void {
  if (scope === undefined) return;
  const kind = world.channel(textOf(args, 'channel'))?.kind ?? 'channel';
  const needed = scope === 'history' ? HISTORY_SCOPES[kind] : scope;
  if (world.settings.scopes.includes(needed)) return;
  throw new Refusal('missing_scope', [], { needed, provided: world.settings.scopes.join(',') });
}
