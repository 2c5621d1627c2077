import { PermissionFlagsBits as May, REST } from 'discord.js';
import { expect, test } from 'vitest';
import { BOT_PERMISSIONS, IDS, type JsonObject, type Message, pings } from './index.ts';
import { discordForTest, readyClient } from './test-client.ts';

const OTHER_ROLE = '400000000000000002';
const LOUD = `@everyone <@${IDS.other}> <@&${IDS.role}> <@&${OTHER_ROLE}> \`<@${IDS.moderator}>\``;
const everybody = [`@${IDS.other}`, `@&${IDS.role}`];

/** Posts the loud text with these fields; who is told? */
async function start() {
  const guilds = [
    {
      id: IDS.guild,
      roles: [
        { id: IDS.role, name: 'a', mentionable: true },
        { id: OTHER_ROLE, name: 'b' },
      ],
    },
  ];
  const discord = await discordForTest({ guilds });
  const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
  const last = (): Message => {
    const message = discord.messages.at(-1);
    if (message === undefined) throw new Error('nothing was posted');
    return message;
  };
  const told = async (body: JsonObject): Promise<readonly string[]> => {
    await rest.post(`/channels/${IDS.general}/messages`, { body: { content: LOUD, ...body } });
    return pings(last());
  };
  return { discord, rest, told, last };
}

test('without allowed_mentions a message tells everybody it may, and not from code', async () => {
  const { discord, told } = await start();
  expect(await told({})).toEqual(everybody);
  discord.setBotPermissions(IDS.general, BOT_PERMISSIONS | May.MentionEveryone);
  expect(await told({})).toEqual([...everybody, `@&${OTHER_ROLE}`, '@everyone']);
  expect(await told({ flags: 1 << 15, content: null, components: [{ type: 10, content: LOUD }] })).toEqual([
    ...everybody,
    `@&${OTHER_ROLE}`,
    '@everyone',
  ]);
});

test('allowed_mentions', async () => {
  const { told } = await start();
  expect(await told({ allowed_mentions: { parse: [] } })).toEqual([]);
  expect(await told({ allowed_mentions: { parse: ['roles'] } })).toEqual([`@&${IDS.role}`]);
  expect(await told({ allowed_mentions: { users: [IDS.other, IDS.user] } })).toEqual([`@${IDS.other}`]);
  await expect(told({ allowed_mentions: { parse: ['users'], users: [IDS.other] } })).rejects.toThrow(
    'parse:["users"] and users: [ids...] are mutually exclusive.',
  );
  await expect(told({ allowed_mentions: { parse: ['nobody'] } })).rejects.toMatchObject({ code: 50035 });
});

test('a reply tells the other author, unless allowed_mentions is there and does not', async () => {
  const { discord, told } = await start();
  const { id: message_id } = discord.write('asked', { user: IDS.moderator });
  const reply = (body: JsonObject): Promise<readonly string[]> =>
    told({ content: 'x', message_reference: { message_id }, ...body });
  expect(await reply({})).toEqual([`@${IDS.moderator}`]);
  expect(await reply({ allowed_mentions: { parse: [] } })).toEqual([]);
  expect(await reply({ allowed_mentions: { parse: [], replied_user: true } })).toEqual([`@${IDS.moderator}`]);
});

test('an edit without allowed_mentions decides anew', async () => {
  const { rest, told, last } = await start();
  await told({ allowed_mentions: { parse: [] } });
  await rest.patch(`/channels/${IDS.general}/messages/${last().id}`, {
    body: { content: `<@${IDS.other}>` },
  });
  expect(pings(last())).toEqual([`@${IDS.other}`]);
});

test('an answer to an interaction tells people only', async () => {
  const { discord, rest, last } = await start();
  await readyClient(discord, client => {
    client.on('interactionCreate', ({ id, token }) => {
      const body = { type: 4, data: { content: LOUD } };
      return void rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
    });
  });
  await discord.slash('ask help');
  expect(pings(last())).toEqual([`@${IDS.other}`]);
});
