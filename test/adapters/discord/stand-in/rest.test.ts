import { REST, type RESTOptions } from 'discord.js';
import { expect, test } from 'vitest';
import { type Discord, IDS } from './index.ts';
import { discordForTest, readyClient } from './test-client.ts';

/** discord.js' REST client, which tries once. */
const restOf = ({ apiUrl, token }: Discord, options: Partial<RESTOptions> = {}): REST =>
  new REST({ api: apiUrl, retries: 0, ...options }).setToken(token);

const MESSAGES = `/channels/${IDS.general}/messages` as const;
const POST = 'POST /channels/:channel/messages';
const hello = { body: { content: 'hello' } };

test('an unknown path, a wrong token, a wrong body', async () => {
  const discord = await discordForTest();
  const rest = restOf(discord);
  await expect(rest.get('/nothing')).rejects.toMatchObject({ status: 404, code: 0 });
  await expect(new REST({ api: discord.apiUrl }).setToken('wrong').get('/users/@me')).rejects.toMatchObject({
    status: 401,
    code: 0,
  });
  const post = (body: string, type: string): Promise<Response> =>
    fetch(`${discord.apiUrl}/v10${MESSAGES}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': type },
      body,
    });
  expect(await (await post('{', 'application/json')).json()).toMatchObject({ code: 50109 });
  expect(await (await post('{}', 'text/plain')).json()).toMatchObject({ code: 50035 });
  expect(await (await post('{}', 'application/json')).json()).toMatchObject({ code: 50006 });
});

test('what an app asks about itself', async () => {
  const discord = await discordForTest({ privilegedIntents: ['MessageContent'] });
  const rest = restOf(discord);
  expect(await rest.get('/users/@me')).toMatchObject({ id: IDS.bot, bot: true });
  expect(await rest.get('/applications/@me')).toMatchObject({ id: IDS.application, flags: 1 << 19 });
  expect(await rest.get('/users/@me/guilds')).toMatchObject([{ id: IDS.guild, name: 'home' }]);
  await expect(rest.get(`/guilds/${IDS.elsewhere}`)).rejects.toMatchObject({ code: 10004 });
  expect(await rest.post('/users/@me/channels', { body: { recipient_id: IDS.user } })).toMatchObject({
    id: IDS.dm,
    type: 1,
  });
});

test.each([
  [IDS.quiet, 403, 50013],
  [IDS.hidden, 403, 50001],
  [IDS.outside, 403, 50001],
  [IDS.forum, 400, 50008],
  ['1', 404, 10003],
])('to write in the channel %s is refused', async (channel, status, code) => {
  const rest = restOf(await discordForTest());
  await expect(rest.post(`/channels/${channel}/messages`, hello)).rejects.toMatchObject({ status, code });
});

test('a channel that is deleted, and permissions that are taken away', async () => {
  const discord = await discordForTest();
  const client = await readyClient(discord, () => undefined);
  discord.setBotPermissions(IDS.thread, 0n);
  await expect(client.rest.post(`/channels/${IDS.thread}/messages`, hello)).rejects.toMatchObject({
    code: 50001,
  });
  const { channel } = discord.openThread({ parent: IDS.forum, name: 'question', text: 'why?' });
  await client.rest.post(`/channels/${channel}/messages`, hello);
  discord.deleteChannel(IDS.forum);
  await expect(client.rest.post(`/channels/${channel}/messages`, hello)).rejects.toMatchObject({
    code: 10003,
  });
  await discord.idle();
  expect(client.channels.cache.has(IDS.forum)).toBe(false);
});

test('messages are edited by their author and deleted by those who may', async () => {
  const discord = await discordForTest();
  const rest = restOf(discord);
  const foreign = discord.write('mine');
  const at = `${MESSAGES}/${foreign.id}` as const;
  await expect(rest.patch(at, hello)).rejects.toMatchObject({ status: 403, code: 50005 });
  await expect(rest.delete(at)).rejects.toMatchObject({ status: 403, code: 50013 });
  await rest.post(MESSAGES, hello);
  const [, own] = discord.messages;
  if (own === undefined) throw new Error('nothing was posted');
  const updated = discord.waitForUpdate(own);
  await rest.patch(`${MESSAGES}/${own.id}`, { body: { content: 'changed' } });
  expect(await updated).toMatchObject({ content: 'changed', edits: 1 });
  await rest.delete(`${MESSAGES}/${own.id}`);
  await expect(rest.patch(`${MESSAGES}/${own.id}`, hello)).rejects.toMatchObject({
    status: 404,
    code: 10008,
  });
  expect(() => discord.remove(foreign, IDS.other)).toThrow('may not delete');
  expect(discord.remove(foreign, IDS.moderator).deleted).toBe(true);
});

test('replies: to a message that is gone, and without the right to read', async () => {
  const discord = await discordForTest();
  const rest = restOf(discord);
  const reply = (message_id: string, fail_if_not_exists: boolean): Promise<unknown> =>
    rest.post(MESSAGES, { body: { content: 'x', message_reference: { message_id, fail_if_not_exists } } });
  const asked = discord.write('asked');
  await reply(asked.id, true);
  expect(discord.messages.at(-1)).toMatchObject({
    replyTo: asked.id,
    type: 19,
    pings: { users: [IDS.user] },
  });
  discord.remove(asked);
  await expect(reply(asked.id, true)).rejects.toThrow('message_reference[REPLIES_UNKNOWN_MESSAGE]');
  await reply(asked.id, false);
  expect(discord.messages.at(-1)).not.toHaveProperty('replyTo');
  discord.setBotPermissions(IDS.general, (1n << 10n) | (1n << 11n));
  await expect(reply(asked.id, false)).rejects.toMatchObject({ code: 160002 });
});

test('a nonce that is enforced makes one message of two', async () => {
  const discord = await discordForTest();
  const rest = restOf(discord, { retries: 1 });
  discord.failNext(POST, { status: 502, accepted: true });
  await rest.post(MESSAGES, { body: { content: 'once', nonce: '7', enforce_nonce: true } });
  expect(discord.calls.map(call => call.status)).toEqual([502, 200]);
  expect(discord.messages).toHaveLength(1);
});

test('rate limits are told by headers, counted by channel', async () => {
  const discord = await discordForTest({ buckets: { [POST]: { limit: 2, windowMs: 200 } } });
  const headers: (string | null)[] = [];
  const rest = restOf(discord);
  rest.on('response', (_, { headers: got }) => headers.push(got.get('x-ratelimit-remaining')));
  for (let sent = 0; sent < 3; sent += 1) await rest.post(MESSAGES, hello);
  await rest.post(`/channels/${IDS.thread}/messages`, hello);
  expect(headers).toEqual(['1', '0', '1', '1']);
  expect(discord.calls.map(call => call.status)).toEqual([200, 200, 200, 200]);
});

test('429 by header, by body, global, and over the limit', async () => {
  const discord = await discordForTest({
    buckets: { [POST]: { limit: 1, windowMs: 60_000 } },
    globalPerSecond: 3,
  });
  const limited: object[] = [];
  const rest = restOf(discord, {
    rejectOnRateLimit: data => {
      limited.push(data);
      return true;
    },
  });
  discord.rateLimitNext('GET /users/@me', { retryAfter: 1.5, scope: 'shared' });
  await expect(rest.get('/users/@me')).rejects.toThrow();
  expect(limited.at(-1)).toMatchObject({ retryAfter: 2050, scope: 'shared', global: false });
  discord.rateLimitNext('GET /users/@me', { retryAfter: 0.5, where: 'body' });
  const url = `${discord.apiUrl}/v10/users/@me`;
  const headers = { authorization: `Bot ${discord.token}` };
  const byBody = await fetch(url, { headers });
  expect([byBody.headers.get('retry-after'), await byBody.json()]).toEqual([
    null,
    { message: 'You are being rate limited.', retry_after: 0.5, global: false },
  ]);
  discord.rateLimitNext('GET /users/@me', { retryAfter: 0.5, where: 'header', scope: 'global' });
  const byHeader = await fetch(url, { headers });
  expect(byHeader.headers.get('retry-after')).toBe('1');
  expect(byHeader.headers.get('x-ratelimit-global')).toBe('true');
  expect(await byHeader.json()).toEqual({ message: 'You are being rate limited.' });
  const post = (): Promise<Response> =>
    fetch(`${discord.apiUrl}/v10${MESSAGES}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"content":"x"}',
    });
  expect((await post()).status).toBe(200);
  expect(await (await post()).json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  const statuses = await Promise.all([1, 2].map(async () => (await fetch(url, { headers })).status));
  expect(statuses.sort()).toEqual([200, 429]);
});

test('errors of the server, resets and slow answers', async () => {
  const discord = await discordForTest();
  const rest = restOf(discord);
  discord.failNext('*', { status: 503 });
  await expect(rest.post(MESSAGES, hello)).rejects.toMatchObject({ status: 503 });
  discord.failNext(POST, { status: 'reset', accepted: true });
  await expect(rest.post(MESSAGES, hello)).rejects.toThrow();
  discord.refuseNext(POST, { status: 403, code: 50001, when: body => body['content'] === 'hello' });
  await expect(rest.post(MESSAGES, hello)).rejects.toMatchObject({ code: 50001 });
  discord.slowNext(POST, { ms: 60 });
  const sentAt = performance.now();
  await rest.post(MESSAGES, hello);
  expect(performance.now() - sentAt).toBeGreaterThan(55);
  expect(discord.calls.map(call => call.status)).toEqual([503, 0, 403, 200]);
  expect(discord.messages).toHaveLength(2);
});
