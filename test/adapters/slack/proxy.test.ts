import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { envOf } from './program.ts';
import { type Slack, startSlack } from './stand-in/index.ts';

const PROGRAM = fileURLToPath(new URL('../../../bin/secterm.js', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'secterm-proxy-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const portOf = (server: Server) => {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

async function listening<S extends Server>(server: S): Promise<S> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

/** A certificate for "localhost" that nobody trusts but who is told to. */
function makeCertificate() {
  const [key, cert] = [join(FOLDER, 'key.pem'), join(FOLDER, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '1',
  ];
  execFileSync('openssl', [...made, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert), path: cert };
}

/** The stand-in behind TLS, with the addresses that it hands out changed to match. */
async function behindTls(slack: Slack, tls: { key: Buffer; cert: Buffer }): Promise<string> {
  const { port: inner } = new URL(slack.apiUrl);
  const server = createTlsServer(tls, (incoming, outgoing) => {
    const { url: path, method, headers } = incoming;
    const passed = request({ host: '127.0.0.1', port: inner, path, method, headers }, async answer => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      const text = Buffer.concat(chunks)
        .toString()
        .replaceAll(`ws://127.0.0.1:${inner}`, `wss://localhost:${portOf(server)}`);
      const { 'content-length': _, 'transfer-encoding': __, ...kept } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 500, kept).end(text);
    });
    incoming.pipe(passed);
  });
  server.on('upgrade', (incoming, socket: Socket) => {
    const through = connect(Number(inner), '127.0.0.1', () => {
      const lines = incoming.rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`));
      through.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
      socket.pipe(through).pipe(socket);
    });
    for (const end of [socket, through]) end.on('error', () => {});
  });
  await listening(server);
  return `https://localhost:${portOf(server)}/api/`;
}

/** A proxy that opens tunnels, and the addresses it was asked for. */
async function startProxy() {
  const asked: string[] = [];
  const server = createHttpServer((_, response) => void response.writeHead(405).end());
  server.on('connect', ({ url = '' }, socket: Socket) => {
    asked.push(url);
    const through = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(through).pipe(socket);
    });
    for (const end of [socket, through]) end.on('error', () => {});
  });
  await listening(server);
  return { asked, url: `http://127.0.0.1:${portOf(server)}` };
}

async function run(env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: FOLDER, ...env },
  });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  for await (const chunk of child.stderr) if (String(chunk).includes('Slack: connected')) break;
  child.stderr.resume();
}

/** The program, connected to a Slack behind TLS, with the settings that a proxy's address gives. */
async function startBehind(settingsOf: (proxy: string) => Readonly<Record<string, string>>) {
  const certificate = makeCertificate();
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const apiUrl = await behindTls(slack, certificate);
  const proxy = await startProxy();
  const trusted = { SLACK_API_URL: apiUrl, NODE_EXTRA_CA_CERTS: certificate.path };
  await run({ ...envOf(slack, 'socket', 0), ...trusted, ...settingsOf(proxy.url) });
  await slack.waitForSocket();
  return { slack, apiUrl, proxy };
}

describe('HTTPS_PROXY', () => {
  it.each(['HTTPS_PROXY', 'https_proxy'])('set as %s holds for requests and for the socket', async name => {
    const { slack, apiUrl, proxy } = await startBehind(url => ({ [name]: url }));
    const { host } = new URL(apiUrl);
    expect(new Set(proxy.asked)).toEqual(new Set([host]));
    expect(proxy.asked.length).toBeGreaterThanOrEqual(2);
    await slack.post('<@UBOT> containers');
    const answer = await slack.waitForMessage(({ by }) => by === 'bot', 'the answer');
    expect(answer.text).toContain('A container is a small, portable');
  });

  it('is passed over for the hosts of NO_PROXY', async () => {
    const { proxy } = await startBehind(url => ({ HTTPS_PROXY: url, NO_PROXY: 'localhost' }));
    expect(proxy.asked).toEqual([]);
  });
});
