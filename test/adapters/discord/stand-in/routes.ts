import { CHANNEL_ROUTES } from './channel-routes.ts';
import { COMMAND_ROUTES } from './command-routes.ts';
import { INFO_ROUTES } from './info-routes.ts';
import { answerCallback } from './interaction-routes.ts';
import type { RestAnswer, RestRequest } from './request.ts';
import { WEBHOOK_ROUTES } from './webhook-routes.ts';

export interface Route {
  /** Whether the bot token has to be in the header. */
  readonly needsToken: boolean;
  readonly answer: (request: RestRequest) => RestAnswer;
}

type Answers = Readonly<Record<string, (request: RestRequest) => RestAnswer>>;

const routes = (answers: Answers, needsToken: boolean): readonly [string, Route][] =>
  Object.entries(answers).map(([name, answer]) => [name, { needsToken, answer }]);

/** Every route the stand-in knows, as 'METHOD /path/:part'. */
const ROUTES: ReadonlyMap<string, Route> = new Map([
  ...routes(INFO_ROUTES, true),
  ...routes(CHANNEL_ROUTES, true),
  ...routes(COMMAND_ROUTES, true),
  ...routes(WEBHOOK_ROUTES, false),
  ...routes({ 'POST /interactions/:interaction/:token/callback': answerCallback }, false),
]);

/** The route of a request, with the named parts of its path. */
export interface Found {
  readonly name: string;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  /** What a rate limit is counted for: a channel, a server, or a webhook with its token. */
  readonly resource: string;
}

export function findRoute(method: string, path: string): Found | undefined {
  for (const [name, route] of ROUTES) {
    const params = match(name, `${method} ${path}`);
    if (params === undefined) continue;
    const { channel = '', guild = '', application = '', token = '' } = params;
    return { name, route, params, resource: `${channel}${guild}${application}${token}` };
  }
  return undefined;
}

function match(name: string, request: string): Record<string, string> | undefined {
  const expected = name.split('/');
  const given = request.split('/');
  if (expected.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}
