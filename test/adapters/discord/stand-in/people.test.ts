import { PermissionFlagsBits as May, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { IDS, PEOPLE_PERMISSIONS } from './index.ts';
import { objectOf } from './json.ts';
import { discordForTest, INTENTS, readyClient } from './test-client.ts';

const namesOf = ({ events }: { events: readonly { name: string }[] }): readonly string[] =>
  events.map(({ name }) => name).filter(name => name !== 'READY' && name !== 'GUILD_CREATE');

test('people act only where they are and on what they see', async () => {
  const discord = await discordForTest({ ackLimitMs: 1 });
  expect(() => discord.write('x', { channel: IDS.closed, user: IDS.other })).toThrow(
    'does not see the channel',
  );
  expect(() => discord.write('x', { user: '1' })).toThrow('There is no person 1');
  expect(() => discord.write('x', { channel: IDS.forum })).toThrow('open a post');
  await expect(discord.slash('ask help', {}, { channel: 'none' })).rejects.toThrow(
    'There is no channel none',
  );
  const message = discord.write('x', { channel: IDS.closed });
  expect(discord.visibleTo(IDS.user, IDS.closed)).toEqual([message]);
  expect(discord.visibleTo(IDS.other, IDS.closed)).toEqual([]);
  await expect(discord.messageCommand('Explain terms', message, { user: IDS.other })).rejects.toThrow(
    'does not see',
  );
  expect(() => discord.remove(message, IDS.moderator)).toThrow('does not see');
});

test('messages are written, changed and deleted, and the bot hears of it', async () => {
  const discord = await discordForTest();
  const edits: (string | null)[] = [];
  await readyClient(discord, client =>
    client.on('messageUpdate', (_, { content }) => void edits.push(content)),
  );
  const message = discord.write(`<@${IDS.bot}> one`);
  const changed = discord.edit(message, `<@${IDS.bot}> two`);
  expect(changed).toMatchObject({ edits: 1, pings: { users: [IDS.bot] } });
  discord.remove(message);
  await discord.idle();
  expect(namesOf(discord)).toEqual(['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE']);
  expect(edits).toEqual([`<@${IDS.bot}> two`]);
  expect(() => discord.edit(message, 'x')).toThrow('not visible');
});

test('a post of a forum: a thread, and a message with its identifier', async () => {
  const discord = await discordForTest();
  const opened: (string | null)[] = [];
  const client = await readyClient(discord, one =>
    one.on('threadCreate', ({ name }) => void opened.push(name)),
  );
  const { channel, message } = discord.openThread({
    parent: IDS.forum,
    name: 'why',
    text: `<@${IDS.bot}> why?`,
  });
  await discord.idle();
  expect(message?.id).toBe(channel);
  expect(opened).toEqual(['why']);
  expect(client.channels.cache.get(channel)?.isThread()).toBe(true);
  const hidden = discord.openThread({ parent: IDS.hidden, name: 'unheard', text: 'x' });
  expect(hidden.message).toBeDefined();
  await discord.idle();
  expect(opened).toEqual(['why']);
});

test('typing and any other event, for those who asked', async () => {
  const discord = await discordForTest();
  const typing: string[] = [];
  await readyClient(discord, client => client.on('typingStart', ({ user }) => void typing.push(user.id)), {
    intents: [...INTENTS, 'GuildMessageTyping'],
  });
  discord.typing({ user: IDS.moderator });
  discord.typing({ channel: IDS.dm });
  discord.rawEvent(
    'MESSAGE_DELETE_BULK',
    { ids: ['1'], channel_id: IDS.general, guild_id: IDS.guild },
    IDS.guild,
  );
  discord.rawEvent('GUILD_MEMBER_ADD', {}, IDS.guild);
  await discord.idle();
  expect(typing).toEqual([IDS.moderator]);
  expect(namesOf(discord)).toEqual(['TYPING_START', 'MESSAGE_DELETE_BULK']);
});

test('a reply tells the other author, unless the person switches that off', async () => {
  const discord = await discordForTest();
  const contents: string[] = [];
  const client = await readyClient(discord, one =>
    one.on('messageCreate', ({ content, author }) => void (author.bot || contents.push(content))),
  );
  const channel = await client.channels.fetch(IDS.general);
  if (!channel?.isSendable()) throw new Error('no channel');
  const { id } = await channel.send({ content: 'first', flags: MessageFlags.SuppressNotifications });
  const replyTo = await discord.waitForMessage(one => one.id === id);
  discord.write('heard', { replyTo });
  discord.write('unheard', { replyTo, pingsReplied: false });
  await discord.idle();
  expect(contents).toEqual(['heard', '']);
  expect(discord.events.at(-1)?.data).toMatchObject({ referenced_message: { content: 'first' } });
});

test('only a person installed the app: where servers do not want that, answers are private', async () => {
  const channels = [{ id: IDS.outside, kind: 'text', guild: IDS.elsewhere, externalApps: false }] as const;
  const discord = await discordForTest({ channels });
  await readyClient(discord, client =>
    client.on('interactionCreate', async one => void (one.isRepliable() && (await one.reply('for all')))),
  );
  expect(await discord.slash('ask help', {}, { channel: IDS.outside })).toMatchObject({ ephemeral: true });
});

test('idle waits for what is under way, and says what is when that takes too long', async () => {
  const discord = await discordForTest({ waitLimitMs: 300 });
  await readyClient(discord, client =>
    client.on('interactionCreate', async one => void (one.isRepliable() && (await one.reply('late')))),
  );
  const callback = 'POST /interactions/:interaction/:token/callback';
  discord.slowNext(callback, { ms: 100 });
  const asked = discord.slash('ask help');
  await discord.idle();
  expect(discord.messages.map(({ content }) => content)).toEqual(['late']);
  await asked;
  discord.slowNext(callback, { ms: 500 });
  const again = discord.slash('ask help');
  await expect(discord.idle()).rejects.toThrow(/1 requests and 1 interactions under way/);
  await again;
});

test('no session may be started any more', async () => {
  const discord = await discordForTest({ sessionStarts: 0 });
  await expect(readyClient(discord, () => undefined)).rejects.toThrow('Not enough sessions remaining');
});

test('a thousand servers', async () => {
  const id = (index: number): string => String(5_000_000_000_000_000n + BigInt(index));
  const guilds = Array.from({ length: 1000 }, (_, index) => ({ id: id(index) }));
  const discord = await discordForTest({ guilds, channels: [] });
  const client = await readyClient(discord, () => undefined);
  expect(client.guilds.cache.size).toBe(1000);
});

test('moderators are told apart by their permissions', async () => {
  const discord = await discordForTest({ ackLimitMs: 1 });
  const permissionsOf = async (user: string): Promise<unknown> => {
    const { payload } = await discord.slash('ask help', {}, { user });
    return objectOf(payload, 'member')['permissions'];
  };
  expect(await permissionsOf(IDS.user)).toBe(String(PEOPLE_PERMISSIONS));
  expect(await permissionsOf(IDS.moderator)).toBe(String(PEOPLE_PERMISSIONS | May.ManageMessages));
});
