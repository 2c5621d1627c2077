import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Mount } from '../../../adapters/http/app.ts';
import { createHttpServer } from '../../../adapters/http/server.ts';
import type { Log } from '../../../adapters/log.ts';
import { freePort } from '../slack/program.ts';

export interface Served {
  readonly port: number;
  /** Begins with http:// and ends without a slash. */
  readonly address: string;
  /** Messages that were logged. */
  readonly lines: readonly string[];
  stop(patience: number): Promise<void>;
}

/** A server with these paths on a free port, stopped after the test. */
export async function serve(...mounts: readonly Mount[]): Promise<Served> {
  const port = await freePort();
  const lines: string[] = [];
  const keep = (_: object, message: string) => void lines.push(message);
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
  const server = createHttpServer({ port, mounts, log });
  onTestFinished(() => server.stop(0));
  await server.start();
  return { port, address: `http://127.0.0.1:${port}`, lines, stop: patience => server.stop(patience) };
}

/** What comes back on a connection of its own, from these bytes as they are, until the server closes it. */
export async function exchange(port: number, ...written: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let answer = '';
  socket.on('data', chunk => {
    answer += chunk.toString();
  });
  socket.on('error', () => {});
  for (const bytes of written) socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
