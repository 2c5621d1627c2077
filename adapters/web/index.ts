import { isForAll } from './guard.ts';

export { mountWeb } from './app.ts';

/** What is opened in a browser. @param host where is listened. */
export function pageUrl(host: string, port: number): string {
  const isCalledSo = host === '127.0.0.1' || isForAll(host);
  const shown = isCalledSo ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

export { isForAll };
