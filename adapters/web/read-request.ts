import { type ParsedUrlQuery, parse } from 'node:querystring';
import type { HonoRequest } from 'hono';
import { z } from 'zod';
import { WAYS } from './preview/client.ts';
import { type Asked, LONGEST_ASKED } from './views/ask.ts';

/** Bytes of what a form sends. */
export const LONGEST_FORM = 128 * 1024;
/** Fields that are read; a press has three, a question some more. */
const MOST_FIELDS = 10;

/** The fields of a form that was posted. */
async function fieldsOf(req: HonoRequest): Promise<ParsedUrlQuery> {
  return parse(await req.text(), '&', '=', { maxKeys: MOST_FIELDS });
}

/** Earlier questions of a thread that are taken. */
const MOST_AFTER = 5;

/** What is asked: "/secterm containers" is typed in Slack, "@secterm …" is a mention, whatever was chosen. */
export async function readAsked(req: HonoRequest): Promise<Asked> {
  const posted = req.method === 'POST' ? await fieldsOf(req) : null;
  const all = (name: string) => (posted === null ? (req.queries(name) ?? []) : [posted[name] ?? []].flat());
  const typed = (all('q')[0] ?? '').slice(0, 2 * LONGEST_ASKED).trim();
  const [, sign, rest] = /^([/@])secterm\b\s*([\s\S]*)$/i.exec(typed) ?? [];
  const chosen = WAYS.find(way => way === all('as')[0]) ?? 'command';
  const way = sign === '/' ? 'command' : sign === '@' ? 'mention' : chosen;
  const text = sign === undefined ? typed : rest || 'help';
  return { text, way, after: all('after').slice(-MOST_AFTER) };
}

const Json = z.string().transform((text, { addIssue }) => {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    addIssue({ code: 'custom', message: 'is no JSON object' });
    return z.NEVER;
  }
});
const Press = z.object({ surface: z.string(), message: Json, pressed: Json });

/** A press on a preview, as its form sends it; null for anything else. */
export async function readPress(req: HonoRequest): Promise<z.infer<typeof Press> | null> {
  const { success, data } = Press.safeParse(await fieldsOf(req));
  return success ? data : null;
}

/** A path as pages write it; null for one that no page has. */
export function addressOf(path: string): string | null {
  try {
    const whole = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    return whole.split('/').map(decodeURIComponent).map(encodeURIComponent).join('/');
  } catch {
    return null;
  }
}

/** The words of a path: those of "/t/load-balancers" are "load balancers". */
export function soughtIn(path: string): string {
  const last = path.split('/').findLast(segment => segment !== '') ?? '';
  try {
    return decodeURIComponent(last)
      .replace(/\.\w+$/, '')
      .replaceAll(/[-_]+/g, ' ')
      .trim();
  } catch {
    return '';
  }
}
