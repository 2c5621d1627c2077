import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Finish } from './program.ts';

/** A way to Slack that a test can block. */
export interface Gateway {
  readonly apiUrl: string;
  /** Holds back requests to these methods until `release`. */
  hold(...methods: readonly string[]): void;
  release(): void;
  /** How many requests are held back. */
  readonly held: number;
  /** Cuts the next WebSockets before they are greeted. */
  cutSockets(times: number): void;
  /** How many WebSockets were cut. */
  readonly cut: number;
}

/** Stands between the adapter and the stand-in's API and sockets. Ends with the test. */
export async function startGateway(apiUrl: string, onTestFinished: Finish): Promise<Gateway> {
  const target = new URL(apiUrl);
  const holding = new Set<string>();
  const waiting: (() => void)[] = [];
  let [cutsLeft, cuts] = [0, 0];
  const server = createServer((request, response) => {
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const pass = () => void forward(request, response, target, server).catch(() => response.destroy());
    if (holding.has(method)) waiting.push(pass);
    else pass();
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    stream.on('error', () => stream.destroy());
    if (cutsLeft > 0) {
      [cutsLeft, cuts] = [cutsLeft - 1, cuts + 1];
      return void stream.destroy();
    }
    tunnel(request, stream, target);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    apiUrl: `http://127.0.0.1:${portOf(server)}/api/`,
    hold: (...methods) => {
      for (const method of methods) holding.add(method);
    },
    release: () => {
      holding.clear();
      for (const pass of waiting.splice(0)) pass();
    },
    get held() {
      return waiting.length;
    },
    cutSockets: times => {
      cutsLeft = times;
    },
    get cut() {
      return cuts;
    },
  };
}

async function forward(request: IncomingMessage, response: ServerResponse, target: URL, server: Server) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const answer = await fetch(new URL(request.url ?? '/', target), {
    method: 'POST',
    headers: { authorization, 'content-type': type },
    body: Buffer.concat(chunks),
  });
  const text = (await answer.text()).replaceAll(`ws://${target.host}`, `ws://127.0.0.1:${portOf(server)}`);
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
}

/** Hands the handshake on, byte for byte. */
function tunnel({ url, rawHeaders }: IncomingMessage, stream: Duplex, { hostname, port }: URL): void {
  const upstream = connect(Number(port), hostname, () => {
    const lines = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
    );
    upstream.write(`GET ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    upstream.pipe(stream).pipe(upstream);
  });
  upstream.on('error', () => stream.destroy());
  stream.on('close', () => upstream.destroy());
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
