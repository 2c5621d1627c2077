import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Finish, freePort } from '../slack/program.ts';
import { spawnBot } from '../slack/spawned.ts';
import { CTRL_D, converse } from '../terminal/run.ts';

/** A port that is taken, with the next one free. */
async function takenPort(finish: Finish = onTestFinished): Promise<number> {
  for (;;) {
    const port = await freePort();
    const [taken, next] = [await listening(port, finish), await listening(port + 1, finish)];
    await closed(next);
    if (taken !== null && next !== null) return port;
    await closed(taken);
  }
}

async function listening(port: number, finish: Finish): Promise<Server | null> {
  const server = createServer();
  finish(() => void server.close());
  server.listen(port, '127.0.0.1');
  return once(server, 'listening').then(
    () => server,
    () => null,
  );
}

async function closed(server: Server | null): Promise<void> {
  if (server === null) return;
  server.close();
  await once(server, 'close');
}

describe('secterm start at a terminal', () => {
  it('says where the page is, and prompts', async () => {
    const port = await freePort();
    const env = { SECTERM_WEB: `localhost:${port}` };
    const { code, stdout } = await converse(['containers\n', CTRL_D], ['start'], { env });
    expect(stdout).toContain(`See it in the browser: http://localhost:${port}\n`);
    expect(stdout).toContain('A container is');
    expect(code).toBe(0);
  });

  it('takes the next free port for one that is in use, and says so', async () => {
    const port = await takenPort();
    const env = { SECTERM_WEB: `127.0.0.1:${port}` };
    const { stdout } = await converse([CTRL_D], ['start'], { env });
    expect(stdout).toContain(
      `See it in the browser: http://localhost:${port + 1} (port ${port} is in use)\n`,
    );
  });

  it('prompts without a page when that is off, or cannot be', async () => {
    const off = await converse([CTRL_D], ['start'], { env: { SECTERM_WEB: 'off' } });
    expect(off.stdout).not.toContain('browser');
    expect(off.code).toBe(0);
    const wrong = await converse([CTRL_D], ['start'], { env: { SECTERM_WEB: 'here' } });
    expect(wrong.stdout).toContain('SECTERM_WEB: is neither "off" nor HOST:PORT.');
    expect(wrong.stdout).toContain('secterm>');
  });

  it('has no page where a question is asked, or a prompt alone', async () => {
    expect((await converse([CTRL_D], [])).stdout).not.toContain('browser');
  });
});

describe.concurrent('secterm start without a terminal', () => {
  it('serves the page when SECTERM_WEB says where', async ({ onTestFinished: finish }) => {
    const port = await freePort();
    const bot = spawnBot({ SECTERM_WEB: `127.0.0.1:${port}` }, finish);
    const line = await bot.waitForLine(/^The web page is here$/);
    expect(line).toMatchObject({ url: `http://localhost:${port}` });
    const page = await fetch(`http://127.0.0.1:${port}/t/containers`);
    expect(await page.text()).toContain('A container is');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    await bot.terminate();
    expect(bot.code).toBe(0);
  });

  it('shares the server that PORT asks for', async ({ onTestFinished: finish }) => {
    const port = await freePort();
    const bot = spawnBot({ SECTERM_WEB: `127.0.0.1:${port}`, PORT: String(port) }, finish);
    await bot.waitForLine(/^The web page is here$/);
    const statuses = ['/healthz', '/t/containers', '/nothing-here'].map(
      async path => (await fetch(`http://127.0.0.1:${port}${path}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 404]);
    await bot.terminate();
  });

  it('serves health at PORT though SECTERM_WEB is wrong, and says what is', async ({
    onTestFinished: finish,
  }) => {
    const port = await freePort();
    const bot = spawnBot({ SECTERM_WEB: `127.0.0.1:${port + 1}`, PORT: String(port) }, finish);
    await bot.waitForLine(/^SECTERM_WEB: there is one HTTP server, and PORT says \d+\./);
    await bot.waitForLine(/^HTTP: listening$/);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    await bot.terminate();
    expect(bot.code).toBe(0);
  });

  it('ends with 2 where nothing but a wrong page is asked for', async ({ onTestFinished: finish }) => {
    const bot = spawnBot({ SECTERM_WEB: 'here' }, finish);
    await bot.waitForLine(/^SECTERM_WEB: is neither "off" nor HOST:PORT\./);
    await bot.ended;
    expect(bot.code).toBe(2);
  });

  it('takes the next free port where nothing else needs the one that is in use, and says so', async ({
    onTestFinished: finish,
  }) => {
    const port = await takenPort(finish);
    const bot = spawnBot({ SECTERM_WEB: `127.0.0.1:${port}` }, finish);
    expect((await bot.waitForLine(/the next free one is taken/)).level).toBe('warn');
    expect((await fetch(`http://127.0.0.1:${port + 1}/alive`)).status).toBe(200);
    await bot.terminate();
  });

  it('serves no page unless it is asked for', async ({ onTestFinished: finish }) => {
    const port = await freePort();
    const bot = spawnBot({ PORT: String(port) }, finish);
    await bot.waitForLine(/^HTTP: listening$/);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    await bot.terminate();
  });
});
