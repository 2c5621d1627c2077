import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RestCall } from './stand-in/records.ts';

const FILE = new URL('../../../../shared/specs/discord-openapi.json', import.meta.url);
const REFERENCE = '#/components/schemas/';

/** Whether Discord's own description of its REST API is at hand: https://github.com/discord/discord-api-spec */
export const isSpecThere = existsSync(FILE);

/** The schema of each request with a body that the bot may send; of callbacks by their type. */
const SCHEMAS: Readonly<Record<string, string>> = {
  'POST /channels/:channel/messages': 'MessageCreateRequest',
  'POST /webhooks/:application/:token': 'IncomingWebhookRequestPartial',
  'PATCH /webhooks/:application/:token/messages/:message': 'IncomingWebhookUpdateRequestPartial',
  'PUT /applications/:application/commands': 'ApplicationCommandUpdateRequest',
};
const CALLBACK = 'POST /interactions/:interaction/:token/callback';
const CALLBACKS: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
};

type Judge = (call: Pick<RestCall, 'route' | 'body'>) => string[];

/** Tells why Discord's description refuses a request's body; it knows no limits over several fields. */
export function createJudge(): Judge {
  const spec = JSON.parse(readFileSync(FILE, 'utf8').replaceAll(`"${REFERENCE}`, '"#/$defs/'));
  const read = new Map<string, z.ZodType>();
  const schemaOf = (name: string): z.ZodType => {
    const schema =
      read.get(name) ?? z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: spec.components.schemas });
    read.set(name, schema);
    return schema;
  };
  return ({ route, body }) => {
    const list = body?.['list'];
    const bodies: readonly unknown[] = Array.isArray(list) ? list : [body];
    const name = route === CALLBACK ? CALLBACKS[Number(body?.['type'])] : SCHEMAS[route];
    if (name === undefined) return body === undefined ? [] : [`No schema is known for ${route}.`];
    return bodies.flatMap(one => {
      const { error } = schemaOf(name).safeParse(one);
      return error === undefined ? [] : [`${route}: ${z.prettifyError(error)}`];
    });
  };
}
