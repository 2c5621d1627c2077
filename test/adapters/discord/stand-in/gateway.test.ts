import type { Client } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Discord, type DiscordOptions, IDS } from './index.ts';
import { isObject, type JsonObject, readJson } from './json.ts';
import { clientOf, discordForTest, INTENTS, readyClient } from './test-client.ts';

const heard = (contents: string[]) => (client: Client) => {
  client.on('messageCreate', ({ content, author }) => void (author.bot || contents.push(content)));
};

/** A connection without a client. `first`: what it says after the hello. */
function connect(discord: Discord, first?: object, query = 'v=10&encoding=json') {
  const socket = new WebSocket(
    `${discord.apiUrl.replace(/^http|\/api$/g, part => (part === 'http' ? 'ws' : ''))}/?${query}`,
  );
  const seen: JsonObject[] = [];
  socket.on('message', data => {
    const payload = readJson(String(data));
    if (isObject(payload)) seen.push(payload);
    if (seen.length === 1 && first !== undefined) socket.send(JSON.stringify(first));
  });
  const closed = new Promise<number>(resolve => socket.once('close', resolve));
  const payload = async (op: number): Promise<JsonObject> => {
    for (;;) {
      const found = seen.find(one => one['op'] === op);
      if (found !== undefined) return found;
      await new Promise(resolve => socket.once('message', resolve));
    }
  };
  return { socket, closed, payload };
}

const identify = (discord: Discord, more: object = {}): object => ({
  op: 2,
  d: { token: discord.token, intents: 1, properties: {}, ...more },
});

async function closeCode(first: object, options: DiscordOptions = {}): Promise<number> {
  return connect(await discordForTest(options), first).closed;
}

test('a wrong token is refused by REST and by the gateway', async () => {
  const discord = await discordForTest();
  await expect(clientOf(discord).login('wrong')).rejects.toThrow('invalid token');
  expect(discord.calls).toMatchObject([{ route: 'GET /gateway/bot', status: 401 }]);
  expect(await closeCode({ op: 2, d: { token: 'wrong', intents: 1 } })).toBe(4004);
});

test('wrong intents and disallowed ones', async () => {
  expect(await closeCode({ op: 2, d: { token: 'x' } })).toBe(4004);
  const discord = await discordForTest();
  expect(await connect(discord, identify(discord, { intents: 1 << 17 })).closed).toBe(4013);
  expect(await connect(discord, identify(discord, { intents: 1 << 15 })).closed).toBe(4014);
  const codes: number[] = [];
  const client = clientOf(discord, { intents: [...INTENTS, 'MessageContent'] });
  client.on('shardDisconnect', ({ code }) => codes.push(code));
  await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
  expect(codes).toEqual([4014]);
  discord.grantIntents('MessageContent');
  await readyClient(discord, () => undefined, { intents: [...INTENTS, 'MessageContent'] });
});

test('what is sent out of turn', async () => {
  const discord = await discordForTest();
  expect(await connect(discord, { op: 3, d: {} }).closed).toBe(4003);
  expect(await connect(discord, { op: 99 }).closed).toBe(4001);
  expect(await connect(discord, { op: 1, d: 'x'.repeat(5000) }).closed).toBe(4002);
  expect(await connect(discord, undefined, 'v=9&encoding=json').closed).toBe(4012);
  expect(await connect(discord, undefined, 'v=10&encoding=json&compress=zlib-stream').closed).toBe(4002);
  expect(await connect(discord, identify(discord, { shard: [2, 2] })).closed).toBe(4010);
  const twice = connect(discord, identify(discord));
  await twice.payload(0);
  twice.socket.send(JSON.stringify(identify(discord)));
  expect(await twice.closed).toBe(4005);
  const fast = connect(discord, identify(discord));
  await fast.payload(0);
  for (let sent = 0; sent < 120; sent += 1) fast.socket.send(JSON.stringify({ op: 1, d: null }));
  expect(await fast.closed).toBe(4008);
});

test('heartbeats are acknowledged, and missed', async () => {
  const discord = await discordForTest();
  const { socket, payload } = connect(discord);
  expect(await payload(10)).toMatchObject({ d: { heartbeat_interval: 41_250 } });
  socket.send(JSON.stringify({ op: 1, d: null }));
  expect(await payload(11)).toMatchObject({ op: 11 });
  expect(discord.connections).toMatchObject([{ heartbeats: 1, session: undefined }]);
  const impatient = await discordForTest({ heartbeatMs: 20 });
  expect(await connect(impatient, identify(impatient)).closed).toBe(4009);
});

test('too many sessions at once', async () => {
  const discord = await discordForTest({ identifyWindowMs: 5000 });
  expect(await connect(discord, identify(discord)).payload(0)).toMatchObject({ t: 'READY' });
  expect(await connect(discord, identify(discord)).payload(9)).toMatchObject({ d: false });
});

test('a session that cannot be resumed, and one that was never so far', async () => {
  const discord = await discordForTest();
  const resume = (session_id: string, seq: number, token = discord.token): object => ({
    op: 6,
    d: { token, session_id, seq },
  });
  expect(await connect(discord, resume('none', 1)).payload(9)).toMatchObject({ d: false });
  expect(await connect(discord, resume('none', 1, 'wrong')).closed).toBe(4004);
  await connect(discord, identify(discord)).payload(0);
  const session = discord.connections.find(connection => connection.session !== undefined)?.session ?? '';
  expect(await connect(discord, resume(session, 99)).closed).toBe(4007);
});

test.each(['cut', 4000, 'reconnect'] as const)(
  'after %s the client resumes and hears everything once',
  async how => {
    const discord = await discordForTest();
    const contents: string[] = [];
    await readyClient(discord, heard(contents));
    discord.write('before', { channel: IDS.dm });
    await discord.idle();
    if (how === 'reconnect') discord.askToReconnect();
    else discord.dropConnections(how === 'cut' ? undefined : how);
    await discord.waitForConnection(0);
    discord.write('meanwhile', { channel: IDS.dm });
    await discord.waitForConnection();
    discord.write('after', { channel: IDS.dm });
    await discord.idle();
    expect(contents).toEqual(['before', 'meanwhile', 'after']);
    expect(discord.connections).toMatchObject([{ resumes: 1 }]);
  },
);

test('an invalid session is begun anew, or resumed if Discord says so', async () => {
  const discord = await discordForTest();
  const contents: string[] = [];
  await readyClient(discord, heard(contents));
  const session = discord.connections[0]?.session;
  discord.invalidateSessions(true);
  await discord.waitForConnection();
  // discord.js stumbles over an invalid session right behind a resumed one.
  await discord.idle();
  expect(discord.connections).toMatchObject([{ session, resumes: 1 }]);
  discord.invalidateSessions();
  await discord.waitForConnection();
  expect(discord.connections[0]?.session).not.toBe(session);
  discord.write('after', { channel: IDS.dm });
  await discord.idle();
  expect(contents).toEqual(['after']);
});

test('a token that is reset ends the client for good', async () => {
  const discord = await discordForTest();
  const client = await readyClient(discord, () => undefined);
  const ended = new Promise(resolve => client.once('shardDisconnect', ({ code }) => resolve(code)));
  discord.resetToken();
  expect(await ended).toBe(4004);
  expect(await discord.waitForClose()).toMatchObject({ code: 4004, by: 'discord' });
});

test('a connection without acknowledgements is left and resumed', async () => {
  const discord = await discordForTest({ heartbeatMs: 100 });
  await readyClient(discord, () => undefined);
  discord.muteHeartbeats();
  expect(await discord.waitForClose()).toMatchObject({ code: 4200, by: 'app' });
  await discord.waitForConnection();
  expect(discord.connections).toMatchObject([{ resumes: 1 }]);
});

test('content is for those who have the intent, are mentioned, or are alone with the person', async () => {
  const discord = await discordForTest({ privilegedIntents: ['MessageContent'] });
  const blank: string[] = [];
  const full: string[] = [];
  await readyClient(discord, heard(blank));
  await readyClient(discord, heard(full), { intents: [...INTENTS, 'MessageContent'] });
  const own = discord.write('1');
  discord.write(`<@${IDS.bot}> 2`);
  discord.write(`<@&${IDS.role}> 3 @everyone`);
  discord.write('4', { channel: IDS.dm });
  discord.write('5', { channel: IDS.hidden });
  discord.write('6', { replyTo: own });
  await discord.idle();
  expect(blank).toEqual(['', `<@${IDS.bot}> 2`, '', '4', '']);
  expect(full).toEqual(['1', `<@${IDS.bot}> 2`, `<@&${IDS.role}> 3 @everyone`, '4', '6']);
});

test('only what was asked for is heard, by the shard it belongs to', async () => {
  const discord = await discordForTest({ maxConcurrency: 2 });
  const first = connect(discord, identify(discord, { intents: 512 | 4096, shard: [0, 2] }));
  const second = connect(discord, identify(discord, { intents: 512 | 4096, shard: [1, 2] }));
  await Promise.all([first.payload(0), second.payload(0)]);
  discord.write('in a server');
  discord.write('alone', { channel: IDS.dm });
  discord.typing();
  const of = (shard: number): readonly string[] => {
    const session = discord.connections.find(one => one.shard[0] === shard)?.session;
    return discord.events.filter(event => event.session === session).map(event => event.name);
  };
  const owner = Number((BigInt(IDS.guild) >> 22n) % 2n);
  expect(of(0)).toEqual(['READY', ...(owner === 0 ? ['MESSAGE_CREATE'] : []), 'MESSAGE_CREATE']);
  expect(of(1)).toEqual(['READY', ...(owner === 1 ? ['MESSAGE_CREATE'] : [])]);
});
