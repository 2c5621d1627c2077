import type { webApi } from '@slack/bolt';

/** A client with one of the tokens. */
export type ClientFor = (token: string) => webApi.WebClient;

/** How scopes and events are added: the same for both. */
export function howToAdd(listens: boolean): string {
  const file = listens ? 'manifest-listening.json' : 'manifest.json';
  return `Paste adapters/slack/${file} under “App Manifest” on the app’s page, save, then press “Reinstall” under “Install App”. The token stays the same.`;
}
