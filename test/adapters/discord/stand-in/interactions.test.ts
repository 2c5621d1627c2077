import { type Client, type Interaction, REST } from 'discord.js';
import { expect, test } from 'vitest';
import { type Delivery, type DiscordOptions, IDS, type JsonObject, visibleText } from './index.ts';
import { discordForTest, readyClient } from './test-client.ts';

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const text = (content: string): JsonObject => ({ type: 10, content });
const row = (label: string): JsonObject => ({
  type: 1,
  components: [{ type: 2, style: 1, label, custom_id: label }],
});

/** An app that answers each interaction with the next of the planned bodies, or not at all. */
async function start(options: DiscordOptions = {}) {
  const discord = await discordForTest(options);
  const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
  const respond = ({ id, token }: Pick<Interaction, 'id' | 'token'>, body: object): Promise<unknown> =>
    rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
  const planned: object[] = [];
  const failures: unknown[] = [];
  await readyClient(discord, (client: Client) => {
    client.on('interactionCreate', async interaction => {
      const body = planned.shift();
      if (body !== undefined) await respond(interaction, body).catch(error => failures.push(error));
    });
  });
  const ask = (body?: object, place = {}): Promise<Delivery> => {
    if (body !== undefined) planned.push(body);
    return discord.slash('ask term', { name: 'x' }, place);
  };
  const hook = ({ token }: Delivery, path = ''): `/${string}` =>
    `/webhooks/${IDS.application}/${token}${path}`;
  return { discord, rest, respond, planned, failures, ask, hook };
}

const ORIGINAL = '/messages/@original';
const say = (content: string): { body: object; auth: false } => ({ body: { content }, auth: false });

test('nobody answers: the person is told, and the token is worth nothing', async () => {
  const { discord, rest, respond, ask, hook } = await start({ ackLimitMs: 30 });
  const delivery = await ask();
  expect(delivery).toMatchObject({ ackedAfterMs: null, notice: 'The application did not respond' });
  await expect(respond(delivery, { type: 5 })).rejects.toMatchObject({ status: 404, code: 10062 });
  await expect(rest.patch(hook(delivery, ORIGINAL), say('late'))).rejects.toMatchObject({ code: 10015 });
  expect(discord.messages).toEqual([]);
});

test('a second answer is refused', async () => {
  const { respond, ask } = await start();
  const delivery = await ask({ type: 4, data: { content: 'first' } });
  await expect(respond(delivery, { type: 4, data: { content: 'second' } })).rejects.toMatchObject({
    status: 400,
    code: 40060,
  });
  await expect(respond({ ...delivery, token: 'wrong' }, { type: 5 })).rejects.toMatchObject({ code: 10062 });
});

test('an answer that is refused does not count: another can follow', async () => {
  const { discord, respond, failures, ask } = await start();
  const asked = ask({ type: 4, data: { content: 'x'.repeat(2001) } });
  const call = await discord.waitForCall(({ code }) => code === 50035);
  expect(call.reasons).toEqual(['data.content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.']);
  const [, , , id = '', token = ''] = `/${call.path}`.split('/');
  await respond({ id, token }, { type: 4, data: { content: 'short' } });
  expect(await asked).toMatchObject({ reply: 'message', message: { content: 'short' } });
  expect(failures).toHaveLength(1);
});

test('before the first answer and after 15 minutes the token is refused', async () => {
  const { discord, rest, ask, hook } = await start({ tokenLimitMs: 60_000 });
  const delivery = await ask({ type: 5 });
  await rest.patch(hook(delivery, ORIGINAL), say('in time'));
  discord.expireTokens(delivery);
  for (const late of [
    rest.patch(hook(delivery, ORIGINAL), say('late')),
    rest.post(hook(delivery), say('late')),
    rest.delete(hook(delivery, ORIGINAL), { auth: false }),
  ])
    await expect(late).rejects.toMatchObject({ status: 401, code: 50027 });
  discord.expireTokens(delivery, 10015);
  const unknown = rest.patch(hook(delivery, ORIGINAL), say('late'));
  await expect(unknown).rejects.toMatchObject({ status: 404, code: 10015 });
});

test('of the flags of a deferral only "ephemeral" counts; the edit says that it has components', async () => {
  const { discord, rest, ask, hook } = await start();
  const delivery = await ask({ type: 5, data: { flags: V2 | EPHEMERAL } });
  expect(delivery).toMatchObject({ reply: 'defer', ephemeral: true, message: { flags: 128 | EPHEMERAL } });
  const components = [text('card')];
  await expect(rest.patch(hook(delivery, ORIGINAL), { body: { components }, auth: false })).rejects.toThrow(
    'components[0][UNION_TYPE_CHOICES]: Value of field "type" must be one of (1,).',
  );
  await rest.patch(hook(delivery, ORIGINAL), { body: { components, flags: V2 }, auth: false });
  const [message] = discord.messages;
  expect(message).toMatchObject({ flags: V2 | EPHEMERAL, loading: false, user: IDS.user });
  // The flag stays, unless other flags are said without it: then Discord takes the message for one without.
  await rest.patch(hook(delivery, ORIGINAL), { body: { components: [text('2')] }, auth: false });
  const flagged = rest.patch(hook(delivery, ORIGINAL), { body: { components, flags: 0 }, auth: false });
  await expect(flagged).rejects.toMatchObject({ code: 50035 });
  await expect(rest.patch(hook(delivery, ORIGINAL), say('plain'))).rejects.toThrow(
    "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
  );
});

test('follow-ups: the first after a deferral is the answer itself', async () => {
  const { discord, rest, ask, hook } = await start();
  const delivery = await ask({ type: 5, data: { flags: EPHEMERAL } });
  await rest.post(hook(delivery), say('answer'));
  await rest.post(hook(delivery), { body: { content: 'for you', flags: EPHEMERAL }, auth: false });
  await rest.post(hook(delivery), say('for all'));
  expect(discord.visibleTo(IDS.user, IDS.general).map(visibleText)).toEqual(['answer', 'for you', 'for all']);
  expect(discord.visibleTo(IDS.other, IDS.general).map(visibleText)).toEqual(['for all']);
  const [, second] = discord.messages;
  await rest.delete(hook(delivery, `/messages/${second?.id}`), { auth: false });
  await rest.delete(hook(delivery, ORIGINAL), { auth: false });
  await expect(rest.patch(hook(delivery, ORIGINAL), say('gone'))).rejects.toMatchObject({ code: 10008 });
  expect(discord.visibleTo(IDS.user, IDS.general).map(visibleText)).toEqual(['for all']);
});

test('an ephemeral message is none of the channel, though the bot hears of it as of a direct one', async () => {
  const { discord, rest, ask } = await start();
  const { message } = await ask({ type: 4, data: { content: 'secret', flags: EPHEMERAL } });
  const at = `/channels/${IDS.general}/messages/${message?.id}` as const;
  await expect(rest.delete(at)).rejects.toMatchObject({ code: 10008 });
  const { data } = await discord.waitForEvent(({ name }) => name === 'MESSAGE_CREATE');
  expect(data).toMatchObject({ content: 'secret', channel_id: IDS.general });
  expect(data).not.toHaveProperty('guild_id');
});

test('types that do not fit: update of nothing, choices for a command, a message for autocompletion', async () => {
  const { discord, planned, failures, ask } = await start({ ackLimitMs: 50 });
  for (const type of [6, 7, 8, 9, 99])
    expect(await ask({ type, data: { choices: [] } })).toMatchObject({ reply: null });
  planned.push({ type: 4, data: { content: 'x' } });
  expect(await discord.autocomplete('ask term', { name: '' })).toMatchObject({
    reply: null,
    notice: 'Loading options failed',
  });
  expect(failures).toHaveLength(6);
});

test('autocompletion offers 25 choices of 100 characters at most', async () => {
  const { discord, planned } = await start({ ackLimitMs: 50 });
  const complete = async (count: number, length: number): Promise<unknown> => {
    const choice = { name: 'n'.repeat(length), value: 'v'.repeat(length) };
    planned.push({ type: 8, data: { choices: Array(count).fill(choice) } });
    const { reply } = await discord.autocomplete('ask term', { name: '' });
    return [reply, discord.calls.at(-1)?.reasons.length];
  };
  expect(await complete(25, 100)).toEqual(['autocomplete', 0]);
  expect(await complete(26, 100)).toEqual([null, 1]);
  expect(await complete(1, 101)).toEqual([null, 2]);
  expect(await complete(1, 0)).toEqual([null, 2]);
});

test('a button: update, deferred update, a new message beside it', async () => {
  const { discord, rest, planned, ask, hook } = await start();
  const { message } = await ask({ type: 4, data: { content: 'one', components: [row('Go')] } });
  if (message === undefined) throw new Error('no answer');
  planned.push({ type: 7, data: { content: 'two' } });
  expect(await discord.press(message, 'Go')).toMatchObject({ reply: 'update', message: { content: 'two' } });
  planned.push({ type: 6 });
  const deferred = await discord.press(message, 'Go');
  await rest.patch(hook(deferred, ORIGINAL), say('three'));
  planned.push({ type: 4, data: { content: 'beside', flags: EPHEMERAL } });
  await discord.press(message, button => button['custom_id'] === 'Go', { user: IDS.other });
  expect(discord.messages.map(one => [one.content, one.edits, one.user])).toEqual([
    ['three', 2, undefined],
    ['beside', 0, IDS.other],
  ]);
  discord.remove(message, IDS.moderator);
  planned.push({ type: 6 });
  await expect(discord.press(message, 'Go')).rejects.toThrow('not visible');
});

test('a menu is chosen from by its label', async () => {
  const { discord, planned, ask } = await start();
  const options = ['One', 'Two'].map(label => ({ label, value: label.toLowerCase() }));
  const menu = { type: 1, components: [{ type: 3, custom_id: 'pick', options }] };
  const { message } = await ask({ type: 4, data: { flags: V2, components: [text('Which?'), menu] } });
  if (message === undefined) throw new Error('no answer');
  planned.push({ type: 6 });
  const { payload } = await discord.choose(message, 'Two');
  expect(payload['data']).toEqual({ custom_id: 'pick', component_type: 3, id: 3, values: ['two'] });
  await expect(discord.choose(message, 'Three')).rejects.toThrow('there are: One, Two');
});

test('where only a person installed the app', async () => {
  const { discord, rest, ask, hook } = await start();
  const inGroup = await ask({ type: 4, data: { content: 'x' } }, { channel: IDS.group });
  expect(inGroup.payload).toMatchObject({ context: 2, authorizing_integration_owners: { 1: IDS.user } });
  for (let sent = 0; sent < 5; sent += 1) await rest.post(hook(inGroup), say('more'));
  await expect(rest.post(hook(inGroup), say('six'))).rejects.toMatchObject({ code: 40094 });
  const outside = await ask({ type: 4, data: { content: 'x' } }, { channel: IDS.outside });
  expect(outside.payload).toMatchObject({ context: 0, guild_id: IDS.elsewhere, app_permissions: '0' });
  await expect(ask(undefined, { channel: IDS.outside, user: IDS.other })).rejects.toThrow('is not offered');
  expect(discord.events.filter(({ name }) => name === 'MESSAGE_CREATE')).toEqual([]);
});
