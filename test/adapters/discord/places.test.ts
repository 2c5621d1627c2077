import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot.ts';
import { glossaryOf } from '../../fixtures/load.ts';
import { onlyAnswer, spoken, startProgram } from './program.ts';
import { IDS, visibleText } from './stand-in/index.ts';

describe('where it is asked', () => {
  it.each([
    ['a thread', IDS.thread],
    ['a post of a forum', IDS.post],
  ])('%s: there it answers, and goes on from a reply', async (_, channel) => {
    const { discord } = await startProgram();
    const asked = discord.write(`<@${discord.botId}> containers`, { channel });
    const answer = await onlyAnswer(discord);
    expect([answer.channel, answer.replyTo]).toEqual([channel, asked.id]);
    discord.write('and its downsides?', { channel, replyTo: answer });
    await discord.idle();
    expect(spoken(discord)[1]?.channel).toBe(channel);
    expect(visibleText(spoken(discord)[1] ?? {})).toContain('Challenges');
  });

  it('a new post of a forum that it listens in: there it answers, unasked', async () => {
    const { discord } = await startProgram({
      listening: [IDS.forum],
      env: { DISCORD_LISTEN: 'true' },
      privilegedIntents: ['MessageContent'],
    });
    const { channel } = discord.openThread({ parent: IDS.forum, name: 'Q', text: 'what is a container?' });
    const answer = await onlyAnswer(discord);
    expect(answer.channel).toBe(channel);
  });

  it.each([
    ['a conversation that it is not part of', IDS.group],
    ['a server that it was not added to', IDS.outside],
    ['a channel that it may not write in', IDS.quiet],
    ['a channel that it cannot see', IDS.hidden],
    ['its own conversation', IDS.dm],
  ])('%s, by command: it answers privately, and shares', async (_, channel) => {
    const { discord } = await startProgram();
    await discord.slash('secterm term', { text: 'containers' }, { channel });
    const answer = await onlyAnswer(discord);
    expect([answer.ephemeral, answer.channel]).toEqual([true, channel]);
    const changed = discord.waitForUpdate(answer);
    await discord.press(answer, 'Challenges', { channel });
    expect(visibleText(await changed)).toContain('Challenges');
    await discord.press(await changed, 'Share in channel', { channel });
    await discord.idle();
    const shared = spoken(discord).filter(({ ephemeral }) => !ephemeral);
    expect(shared.map(message => message.channel)).toEqual([channel]);
    const [public_] = shared;
    if (public_ === undefined) throw new Error('Nothing was shared.');
    await discord.press(public_, 'Delete', { channel });
    await discord.idle();
    expect(discord.now(public_).deleted).toBe(true);
  });
});

describe('whom it does not answer', () => {
  it.each([
    ['another bot', IDS.otherBot],
    ['itself', IDS.bot],
  ])('%s', async (_, user) => {
    const { discord } = await startProgram();
    discord.write(`<@${discord.botId}> containers`, { user: IDS.user, channel: IDS.general });
    await onlyAnswer(discord);
    discord.write(`<@${discord.botId}> containers`, { user });
    await discord.idle();
    expect(
      discord.messages.filter(({ by, replyTo }) => by === discord.botId && replyTo !== undefined),
    ).toHaveLength(1);
  });

  it('who edits a message that was answered', async () => {
    const { discord } = await startProgram();
    const asked = discord.write(`<@${discord.botId}> containers`);
    await onlyAnswer(discord);
    discord.edit(asked, `<@${discord.botId}> clusters`);
    await onlyAnswer(discord);
  });
});

describe('an abbreviation with many meanings', () => {
  it('offers each of them, more than there is room for as buttons in a menu, and the one chosen is shown', async () => {
    const meanings = Array.from({ length: 24 }, (_, at) => `A${'bcdfghjklmnpqrstvwxzaeio'[at]}arka Beta`);
    const page = meanings.map(name => `## ${name} (AB)\n\n${name} is thing of the kind ${name}.\n`);
    const bot = createBot(glossaryOf(`# Terms\n\n${page.join('\n')}`));
    const { discord } = await startProgram({ bot });
    await discord.slash('secterm term', { text: 'AB' });
    const choice = await onlyAnswer(discord);
    const changed = discord.waitForUpdate(choice);
    await discord.choose(choice, meanings.at(-1) ?? '');
    expect(visibleText(await changed)).toContain(`is thing of the kind ${meanings.at(-1)}.`);
    expect(visibleText(await changed)).not.toContain(`kind ${meanings[0]}.`);
  });
});

describe('completion of a list', () => {
  it('has the subjects first, all of them when nothing is typed', async () => {
    const { discord } = await startProgram();
    const { choices } = await discord.autocomplete('secterm list', { text: '' });
    expect(choices.slice(0, 10).map(({ name }) => name)).toContain('network');
    const typed = await discord.autocomplete('secterm list', { text: 'crypt' });
    expect(typed.choices[0]?.name).toBe('cryptography');
  });
});
