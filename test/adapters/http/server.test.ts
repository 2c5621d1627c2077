import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Mount } from '../../../adapters/http/app.ts';
import { createHttpServer } from '../../../adapters/http/server.ts';
import { exchange, serve } from './serve.ts';

const MEBIBYTE = 1024 * 1024;
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const page: Mount = app => app.get('/page', ({ text }) => text('a page'));
const size: Mount = app =>
  app.post('/size', async ({ req, text }) => text(String((await req.arrayBuffer()).byteLength)));
const broken: Mount = app => {
  app.get('/throws', () => {
    throw new Error('Zebra');
  });
  app.get('/rejects', () => Promise.reject(new Error('Zebra')));
};

describe('the HTTP server', () => {
  it('answers what is mounted, GET and HEAD', async () => {
    const { address } = await serve(page, size);
    expect(await (await fetch(`${address}/page?a=1`)).text()).toBe('a page');
    const head = await fetch(`${address}/page`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each(['/', '/Page', '/page/', '/page/x', '/%', '//page', '/..%2fpage'])(
    'answers 404 in plain text where nothing is mounted: %s',
    async path => {
      const { port } = await serve(page);
      const answer = await exchange(port, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 .*content-type: text\/plain.*There is nothing here\.\n$/is);
    },
  );

  it.each([
    ['POST', '/page', 'GET, HEAD'],
    ['OPTIONS', '/page', 'GET, HEAD'],
    ['GET', '/size', 'POST'],
    ['DELETE', '/size', 'POST'],
  ])('answers 405 to %s %s, with the methods that there are', async (method, path, allowed) => {
    const { address } = await serve(page, size);
    const response = await fetch(`${address}${path}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toMatch(new RegExp(`^Only ${allowed} (?:is|are) answered here\\.\n$`));
  });

  it.each(['/throws', '/rejects'])('answers 500 where a handler %s, logs it, and lives', async path => {
    const { address, lines } = await serve(broken, page);
    const response = await fetch(`${address}${path}`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('Something went wrong here; the log says what.\n');
    expect(lines).toContain('HTTP: a request could not be handled');
    expect((await fetch(`${address}/page`)).status).toBe(200);
  });

  it('answers a health check over HTTP/1.0 without a host, and one that names a host with an underscore', async () => {
    const { port } = await serve(page);
    expect(await exchange(port, 'GET /page HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
    const named = 'GET /page HTTP/1.1\r\nHost: my_bot:3000\r\nConnection: close\r\n\r\n';
    expect(await exchange(port, named)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a request body', () => {
  const head = (path: string, ...headers: string[]) =>
    `${[`POST ${path} HTTP/1.1`, 'Host: a', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;

  it('of one mebibyte is read', async () => {
    const { address } = await serve(size);
    const response = await fetch(`${address}/size`, { method: 'POST', body: Buffer.alloc(MEBIBYTE) });
    expect([response.status, await response.text()]).toEqual([200, String(MEBIBYTE)]);
  });

  it.each(['/size', '/nothing'])('that says it is longer is refused before it is sent (%s)', async path => {
    const { port } = await serve(size);
    const answer = await exchange(port, head(path, `Content-Length: ${MEBIBYTE + 1}`));
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*At most 1048576 bytes are read\.\n/s);
  });

  it('that is longer without saying so is refused', async () => {
    const { port } = await serve(size);
    const chunk = Buffer.alloc(MEBIBYTE + 1);
    const length = `${chunk.length.toString(16)}\r\n`;
    const answer = await exchange(port, head('/size', 'Transfer-Encoding: chunked'), length, chunk, '\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that is refused leaves the server as it was', async () => {
    const { address } = await serve(size, page);
    const sent = fetch(`${address}/size`, { method: 'POST', body: Buffer.alloc(8 * MEBIBYTE) });
    expect((await sent).status).toBe(413);
    expect((await fetch(`${address}/page`)).status).toBe(200);
  });

  it('whose sender goes away half-way does not matter', async () => {
    const { port, address } = await serve(size, page);
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.end(`${head('/size', 'Content-Length: 100')}half`);
    socket.destroy();
    await once(socket, 'close');
    expect((await fetch(`${address}/page`)).status).toBe(200);
  });
});

describe('start() of the HTTP server', () => {
  it('says what to do when PORT is in use, and starts once it is free', async () => {
    const other = createServer();
    other.listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const server = createHttpServer({ port, mounts: [page], log: SILENT });
    onTestFinished(() => server.stop(0));
    await expect(server.start()).rejects.toThrow(
      'PORT is in use by another program. Choose another, or stop that program.',
    );
    other.close();
    await once(other, 'close');
    await server.start();
    expect((await fetch(`http://127.0.0.1:${port}/page`)).status).toBe(200);
  });
});

describe('stop() of the HTTP server', () => {
  it('lets a request that is under way finish', async () => {
    const arrived = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const slow: Mount = app =>
      app.get('/slow', async ({ text }) => {
        arrived.resolve();
        await answered.promise;
        return text('done');
      });
    const { address, stop } = await serve(slow);
    const response = fetch(`${address}/slow`);
    await arrived.promise;
    const at = performance.now();
    const stopped = stop(5000);
    answered.resolve();
    expect(await (await response).text()).toBe('done');
    await stopped;
    expect(performance.now() - at).toBeLessThan(900);
    await expect(fetch(`${address}/slow`)).rejects.toThrow();
  });

  it('cuts what is not finished soon: half a request, and a handler that never answers', async () => {
    const { port, address, stop } = await serve(app => app.get('/never', () => new Promise(() => {})));
    const half = connect(port, '127.0.0.1');
    half.on('error', () => {});
    await once(half, 'connect');
    half.write('POST /size HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf');
    const never = fetch(`${address}/never`).catch(() => 'cut');
    const at = performance.now();
    await stop(9000);
    expect(performance.now() - at).toBeLessThan(3000);
    expect(await never).toBe('cut');
  });

  it('does nothing where the server was not started', async () => {
    await createHttpServer({ port: 1, mounts: [], log: SILENT }).stop(9000);
  });
});
