import { describe, expect, it } from 'vitest';
import { type Connection, watched } from '../../../adapters/connection.ts';
import { health } from '../../../adapters/http/health.ts';
import { type Bot, createBot, type Outage } from '../../../src/bot.ts';
import { glossaryOf } from '../../fixtures/load.ts';
import { serve } from './serve.ts';

const bot = createBot(glossaryOf('# Networks\n\n## Firewall\n\nA firewall filters traffic.\n'));
const EMPTY = createBot(glossaryOf(''));
const NOON = Date.UTC(2026, 0, 1, 12);

/** What /readyz says with these connections, of a glossary read a minute ago. */
async function ready(connections: readonly Connection[], of: Bot | null = bot) {
  const loaded = () => (of === null ? null : { bot: of, readAt: Date.now() - 60_000 });
  const { address } = await serve(health({ loaded, connections: () => connections }));
  const response = await fetch(`${address}/readyz`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, body: JSON.parse(await response.text()) };
}

const connected = { name: 'Slack', state: 'connected', since: NOON, lastError: null } as const;
const connecting = {
  name: 'Discord',
  state: 'connecting',
  since: NOON,
  lastError: 'Discord cannot be reached.',
} as const;

describe('/healthz', () => {
  it('answers as long as the process does, whatever the connections are', async () => {
    const { address } = await serve(health({ loaded: () => null, connections: () => [connecting] }));
    const response = await fetch(`${address}/healthz`);
    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
  });
});

describe('/readyz', () => {
  it('answers 200 when all connections are up, with each and the glossary', async () => {
    const { status, body } = await ready([connected]);
    expect(status).toBe(200);
    expect(body).toEqual({
      ready: true,
      connections: [
        { name: 'Slack', state: 'connected', lastError: null, since: '2026-01-01T12:00:00.000Z' },
      ],
      glossary: { terms: 1, pages: 1, problems: 0, ageSeconds: expect.any(Number) },
    });
    expect(body.glossary.ageSeconds).toBeGreaterThanOrEqual(60);
    expect(body.glossary.ageSeconds).toBeLessThan(90);
  });

  it('answers 503 when one of them is not, and says why', async () => {
    const { status, body } = await ready([connected, connecting]);
    expect(status).toBe(503);
    expect(body.ready).toBe(false);
    expect(body.connections[1]).toEqual({ ...connecting, since: '2026-01-01T12:00:00.000Z' });
  });

  it('answers 503 while the glossary has no term', async () => {
    expect((await ready([connected], EMPTY)).status).toBe(503);
  });

  it('answers 503 while the glossary is being read', async () => {
    const { status, body } = await ready([connected], null);
    expect(status).toBe(503);
    expect(body.glossary).toBeNull();
  });

  it('answers 200 where no chat platform is set up', async () => {
    expect((await ready([])).status).toBe(200);
  });
});

describe('watched()', () => {
  /** An adapter that can be started at the second attempt, and whose outage is set from outside. */
  const adapterWith = (outages: (Outage | null)[]) => {
    let attempts = 0;
    return watched({
      name: 'Chat',
      async start() {
        attempts += 1;
        if (attempts === 1) throw new Error('Chat cannot be reached.');
      },
      stop: async () => {},
      outage: () => outages.at(-1) ?? null,
    });
  };

  it('tells how the starts went', async () => {
    const adapter = adapterWith([]);
    expect(adapter.connection()).toMatchObject({ name: 'Chat', state: 'connecting', lastError: null });
    await expect(adapter.start()).rejects.toThrow('Chat cannot be reached.');
    expect(adapter.connection()).toMatchObject({
      state: 'connecting',
      lastError: 'Chat cannot be reached.',
    });
    await adapter.start();
    expect(adapter.connection()).toMatchObject({ state: 'connected', lastError: null });
  });

  it('tells of an outage until it is over', async () => {
    const outages: (Outage | null)[] = [];
    const adapter = adapterWith(outages);
    await adapter.start().catch(() => adapter.start());
    outages.push({ since: NOON, reason: 'Chat closed the connection.' });
    expect(adapter.connection()).toEqual({
      name: 'Chat',
      state: 'connecting',
      since: NOON,
      lastError: 'Chat closed the connection.',
    });
    outages.push(null);
    expect(adapter.connection().state).toBe('connected');
  });
});
