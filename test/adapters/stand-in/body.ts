import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, readJson } from './json.ts';

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The arguments of a Web API call: a form or a JSON body (https://docs.slack.dev/apis/web-api), in which complex
 * fields may be JSON inside a string. A field that should be JSON and is not stays text.
 */
export function readArguments(contentType: string, body: string): JsonObject {
  const json = contentType.includes('application/json') ? readJson(body) : undefined;
  const fields = isObject(json) ? Object.entries(json) : [...new URLSearchParams(body)];
  return Object.fromEntries(fields.map(([key, value]) => [key, readField(key, value)]));
}

const JSON_FIELDS = ['blocks', 'attachments', 'view', 'metadata', 'manifest'];

function readField(key: string, value: unknown): unknown {
  if (!JSON_FIELDS.includes(key) || typeof value !== 'string') return value;
  return readJson(value) ?? value;
}
