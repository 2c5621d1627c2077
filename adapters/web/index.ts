import { isLoopbackHost } from './guard.ts';

export { mountWeb } from './app.ts';

/** What is opened in a browser. @param host where is listened. */
export function webAddress(host: string, port: number): string {
  const isAnywhere = host === '0.0.0.0' || host === '::';
  const shown = isLoopbackHost(host) || isAnywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}
