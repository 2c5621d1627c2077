import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  type Interaction,
  MessageFlags,
  TextDisplayBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { buttonsOf, type Discord, IDS, type Message, pings, visibleText } from './index.ts';
import { discordForTest, readyClient } from './test-client.ts';

const card = (text: string): ContainerBuilder =>
  new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
      ),
    );

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}…`, value: typed }]);
  } else if (interaction.isChatInputCommand()) {
    const name = interaction.options.getString('name') ?? 'help';
    if (name === 'slow') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({ components: [card('done')], flags: MessageFlags.IsComponentsV2 });
      await interaction.followUp({ content: 'and more' });
    } else {
      const flags = [MessageFlags.Ephemeral, MessageFlags.IsComponentsV2] as const;
      await interaction.reply({ components: [card(name)], flags });
    }
  } else if (interaction.isButton()) {
    await interaction.update({ components: [card('changed')] });
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({ content: `read: ${interaction.targetMessage.content}` });
  }
}

function answering(client: Client): void {
  client.on('interactionCreate', interaction => void answer(interaction));
  client.on('messageCreate', async message => {
    if (message.author.bot) return;
    const isMentioned = message.mentions.has(message.client.user, {
      ignoreEveryone: true,
      ignoreRoles: true,
    });
    if (isMentioned || !message.inGuild()) await message.reply(`heard: ${message.content}`);
  });
}

async function start(): Promise<Discord> {
  const discord = await discordForTest();
  await readyClient(discord, answering);
  return discord;
}

const says = (text: string) => (message: Message) => visibleText(message).includes(text);

test('a client becomes ready with the address of the API alone', async () => {
  const discord = await discordForTest();
  const client = await readyClient(discord, () => undefined);
  expect(client.user.id).toBe(IDS.bot);
  expect(client.application.id).toBe(IDS.application);
  expect([...client.guilds.cache.keys()]).toEqual([IDS.guild]);
  expect(client.channels.cache.get(IDS.post)?.isThread()).toBe(true);
  expect(discord.connections).toMatchObject([{ shard: [0, 1], intents: 1 | 512 | 4096 }]);
  expect(discord.calls.map(call => [call.route, call.status])).toEqual([['GET /gateway/bot', 200]]);
});

test('a command is answered to its author alone', async () => {
  const discord = await start();
  const delivery = await discord.slash('ask term', { name: 'widget' }, { user: IDS.other });
  expect(delivery).toMatchObject({ kind: 'command', reply: 'message', ephemeral: true, notice: null });
  expect(delivery.ackedAfterMs).toBeLessThan(3000);
  const [message] = discord.visibleTo(IDS.other, IDS.general);
  expect(message && visibleText(message)).toBe('widget\nMore');
  expect(discord.visibleTo(IDS.user, IDS.general)).toEqual([]);
});

test('a deferred answer is loading, then edited, then followed', async () => {
  const discord = await start();
  const delivery = await discord.slash('ask/term', { name: 'slow' });
  expect(delivery).toMatchObject({ reply: 'defer', ephemeral: true, message: { loading: true } });
  await discord.waitForMessage(says('and more'));
  await discord.idle();
  expect(discord.messages.map(message => [visibleText(message), message.ephemeral, message.loading])).toEqual(
    [
      ['done\nMore', true, false],
      ['and more', false, false],
    ],
  );
});

test('a button changes its message in place', async () => {
  const discord = await start();
  const { message } = await discord.slash('ask term', { name: 'widget' });
  if (message === undefined) throw new Error('no answer');
  expect(buttonsOf(message)).toMatchObject([{ label: 'More', customId: 'more', style: 'Primary' }]);
  expect(await discord.press(message, 'More')).toMatchObject({ kind: 'component', reply: 'update' });
  expect(visibleText(discord.now(message))).toBe('changed\nMore');
  await expect(discord.press(message, 'Less')).rejects.toThrow('No such button is visible; there are: More');
  await expect(discord.press(message, 'More', { user: IDS.other })).rejects.toThrow(
    `visible to ${IDS.user} only`,
  );
});

test('autocompletion', async () => {
  const discord = await start();
  const delivery = await discord.autocomplete('ask term', { name: 'wid' });
  expect(delivery).toMatchObject({ reply: 'autocomplete', choices: [{ name: 'wid…', value: 'wid' }] });
});

test('a mention is answered by a reply that tells nobody', async () => {
  const discord = await start();
  const asked = discord.write(`<@${IDS.bot}> what is a widget?`, { channel: IDS.thread });
  const reply = await discord.waitForMessage(says('heard'));
  expect(reply).toMatchObject({ by: IDS.bot, channel: IDS.thread, replyTo: asked.id });
  expect(pings(reply)).toEqual([]);
  discord.write('nothing for the bot');
  await discord.idle();
  expect(discord.messages.filter(({ by }) => by === IDS.bot)).toHaveLength(1);
});

test('a direct message, and a message command in one that the bot is not part of', async () => {
  const discord = await start();
  const message = discord.write('hello', { channel: IDS.dm });
  expect(visibleText(await discord.waitForMessage(says('heard')))).toBe('heard: hello');
  const other = discord.write('secret', { channel: IDS.group });
  const { payload } = await discord.messageCommand('Explain terms', other);
  expect(payload).toMatchObject({ context: 2, authorizing_integration_owners: { 1: IDS.user } });
  expect(payload).toHaveProperty(`data.resolved.messages.${other.id}.content`, 'secret');
  expect(visibleText(await discord.waitForMessage(says('read')))).toBe('read: secret');
  expect(message.channel).toBe(IDS.dm);
});

test('a wait that fails says what was waited for and what was seen', async () => {
  const discord = await discordForTest({ waitLimitMs: 50 });
  discord.write('something else');
  await expect(discord.waitForMessage(says('never'), 'a message "never"')).rejects.toThrow(
    /Waited 50 ms for a message "never"\. Seen instead: .*something else/,
  );
});
