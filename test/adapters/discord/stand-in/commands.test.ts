import { expect, test } from 'vitest';
import { checkCommands, IDS, type JsonObject } from './index.ts';
import { discordForTest, readyClient } from './test-client.ts';

const string = (name: string, more: JsonObject = {}): JsonObject => ({
  type: 3,
  name,
  description: 'x',
  ...more,
});
const slash = (more: JsonObject = {}): JsonObject => ({ name: 'ask', description: 'x', ...more });
const codes = (...commands: unknown[]): readonly string[] =>
  JSON.stringify(checkCommands(commands))?.match(/[A-Z_]{9,}/g) ?? [];

test('commands that are accepted', () => {
  const options = Array.from({ length: 25 }, (_, index) => string(`o${index}`, { autocomplete: true }));
  expect(codes(slash({ options, contexts: [0, 1, 2], integration_types: [0, 1] }))).toEqual([]);
  expect(
    codes(slash(), slash({ name: 'größe' }), { type: 3, name: 'Explain terms' }, { type: 2, name: 'ask' }),
  ).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['upper case', slash({ name: 'Ask' }), 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a blank', slash({ name: 'ask me' }), 'APPLICATION_COMMAND_INVALID_NAME'],
  ['no description', { name: 'ask' }, 'BASE_TYPE_REQUIRED'],
  ['a long description', slash({ description: 'x'.repeat(101) }), 'BASE_TYPE_BAD_LENGTH'],
  [
    '26 options',
    slash({ options: Array.from({ length: 26 }, (_, index) => string(`o${index}`)) }),
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an optional one before a required one',
    slash({ options: [string('a'), string('b', { required: true })] }),
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'a name twice',
    slash({ options: [string('a'), string('a')] }),
    'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  [
    'a subcommand beside an option',
    slash({ options: [{ type: 1, name: 's', description: 'x' }, string('a')] }),
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  ['a context that is none', slash({ contexts: [3] }), 'BASE_TYPE_CHOICES'],
  ['an installation that is none', slash({ integration_types: [2] }), 'BASE_TYPE_CHOICES'],
  [
    'a menu with a description',
    { type: 3, name: 'Explain', description: 'x' },
    'APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
  ],
  [
    'more than 8,000 characters',
    slash({
      options: Array.from({ length: 25 }, (_, o) =>
        string(`o${o}`, {
          choices: Array.from({ length: 4 }, (_, c) => ({ name: `${c}`.padEnd(99, 'x'), value: `${c}` })),
        }),
      ),
    }),
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
])('%s is refused', (_, command, code) => {
  expect(codes(command)).toContain(code);
});

test('one overwrite replaces all, and keeps the identifiers of those that stay', async () => {
  const discord = await discordForTest();
  const client = await readyClient(discord, () => undefined);
  const before = await client.application.commands.fetch();
  expect(before.map(command => command.name)).toEqual(['ask', 'Explain terms']);
  await expect(client.application.commands.set([{ name: 'Wrong', description: 'x' }])).rejects.toThrow(
    '0.name[APPLICATION_COMMAND_INVALID_NAME]: Command name is invalid',
  );
  await client.application.commands.set([
    { name: 'ask', description: 'new' },
    { name: 'list', description: 'x' },
  ]);
  expect(discord.commands.map(command => command['name'])).toEqual(['ask', 'list']);
  expect(discord.commands[0]?.['id']).toBe(before.find(({ name }) => name === 'ask')?.id);
  await expect(client.rest.get('/applications/1/commands')).rejects.toMatchObject({ code: 20012 });
});

test('people use what is registered, where it is offered', async () => {
  const only = { ...slash({ name: 'only' }), contexts: [1], integration_types: [0] };
  const options = [
    string('kind', { required: true, choices: [{ name: 'One', value: 'one' }] }),
    string('name', { max_length: 3 }),
  ];
  const discord = await discordForTest({ commands: [only, slash({ options })], ackLimitMs: 1 });
  await expect(discord.slash('nothing')).rejects.toThrow(
    'There is no command "nothing"; registered are: only, ask',
  );
  await expect(discord.slash('only')).rejects.toThrow('is not offered');
  expect((await discord.slash('only', {}, { channel: IDS.dm })).payload).toMatchObject({
    context: 1,
    authorizing_integration_owners: { 0: '0' },
  });
  await expect(discord.slash('ask')).rejects.toThrow('needs the option kind');
  await expect(discord.slash('ask', { kind: 'two' })).rejects.toThrow('no choice');
  await expect(discord.slash('ask', { kind: 'one', name: 'long' })).rejects.toThrow('0 to 3 characters');
  await expect(discord.slash('ask', { nothing: 'x' })).rejects.toThrow('has no option "nothing"');
  await expect(discord.slash('ask me')).rejects.toThrow('no subcommand "me"');
  await expect(discord.autocomplete('ask', { name: '' })).rejects.toThrow('is not completed');
});
