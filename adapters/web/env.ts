import { z } from 'zod';
import { Port } from '../env.ts';
import type { Listening } from '../http/server.ts';
import { SettingsError } from '../settings.ts';
import type { Env } from '../surface.ts';
import { isWebOff, isWebSet, WEB } from './setting.ts';

/** Where the page is when nothing is set: for this machine alone. */
const USUAL = { host: '127.0.0.1', port: 3210 } as const;

const FORM = 'is neither "off" nor HOST:PORT. Write it as in localhost:3210; 0.0.0.0:3210 lets others in.';
const Address = z
  .string()
  .trim()
  .transform((text, { addIssue }) => {
    const [, host = '', port = ''] = /^(?:(\[[\da-f:.]+\]|[\w.-]*):)?(\d+)$/i.exec(text) ?? [];
    const read = Port.safeParse(port);
    if (read.success && !host.startsWith('.'))
      return { host: host === '' ? USUAL.host : host.replace(/^\[|\]$/g, ''), port: read.data };
    addIssue({ code: 'custom', message: FORM });
    return z.NEVER;
  });

/** Where the page is to be served beside a prompt; null when it is switched off. @throws {SettingsError} */
export function readWebHere(env: Env): (Listening & { readonly host: string }) | null {
  if (isWebOff(env)) return null;
  return { ...(isWebSet(env) ? readAddress(env) : USUAL), setting: WEB, mayMove: true };
}

/** Where the page is to be served beside the chat platforms; null unless it is asked for. @throws {SettingsError} */
export function readWeb(env: Env): { readonly host: string; readonly port: number } | null {
  return isWebSet(env) && !isWebOff(env) ? readAddress(env) : null;
}

function readAddress({ SECTERM_WEB: value = '' }: Env) {
  const result = Address.safeParse(value);
  if (result.success) return result.data;
  throw new SettingsError(result.error.issues.map(({ message }) => `${WEB}: ${message}`).join('\n'));
}
