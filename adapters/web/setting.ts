import type { Env } from '../surface.ts';

export const WEB = 'SECTERM_WEB';

/** Whether anything is said of the page. */
export function isWebSet({ SECTERM_WEB: value = '' }: Env): boolean {
  return value.trim() !== '';
}

export function isWebOff({ SECTERM_WEB: value = '' }: Env): boolean {
  return /^(?:off|false|no|0)$/i.test(value.trim());
}
