import type { webApi } from '@slack/bolt';
import type { Finding } from '../../surface.ts';

/** A client with one of the tokens. */
export type ClientFor = (token: string) => webApi.WebClient;

/** How scopes and events are added: the same for both. */
export function howToAdd(listens: boolean): string {
  const file = listens ? 'manifest-listening.json' : 'manifest.json';
  return `Paste adapters/slack/${file} under “App Manifest” on the app’s page, save, then press “Reinstall” under “Install App”. The token stays the same.`;
}

export function good(text: string): Finding {
  return { state: 'good', text, fix: null };
}

export function bad(text: string, fix: string | null): Finding {
  return { state: 'bad', text, fix };
}
