import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot.ts';
import { glossaryOf } from '../../fixtures/load.ts';
import { onlyAnswer, spoken, startProgram } from './program.ts';
import { IDS, pings, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';

describe('/secterm', () => {
  it('answers privately, with buttons and Share, and shares once without naming anybody', async () => {
    const { discord } = await startProgram();
    await discord.slash('secterm term', { text: 'containers' });
    const answer = await onlyAnswer(discord);
    expect(answer.ephemeral).toBe(true);
    expect(visibleText(answer)).toContain(DEFINITION);
    await Promise.all([discord.press(answer, 'Share in channel'), discord.press(answer, 'Share in channel')]);
    await discord.idle();
    expect(JSON.stringify(discord.now(answer).components)).not.toContain('Share in channel');
    expect(visibleText(discord.now(answer))).toBe(visibleText(answer).replace('\nShare in channel', ''));
    const shared = spoken(discord).filter(({ ephemeral }) => !ephemeral);
    expect(shared).toHaveLength(1);
    expect(visibleText(shared[0] ?? {})).toContain(DEFINITION);
    expect(shared.flatMap(pings)).toEqual([]);
  });

  it.each([
    ['ask', 'which starts faster, a VM or a container?', 'Startup Time'],
    ['compare', 'containers vs vms', 'Isolation'],
    ['list', 'network', 'Firewall'],
  ])('%s answers %j', async (name, text, says) => {
    const { discord } = await startProgram();
    await discord.slash(`secterm ${name}`, { text });
    expect(visibleText(await onlyAnswer(discord))).toContain(says);
  });

  it('help says what can be asked', async () => {
    const { discord } = await startProgram();
    await discord.slash('secterm help');
    expect(visibleText(await onlyAnswer(discord))).toContain('What you can ask');
  });

  it.each([
    ['contain', 'Containers'],
    ['', 'AAAA'],
    ['containers vs vir', 'containers vs Virtual Machines'],
  ])('completes %j', async (typed, offered) => {
    const { discord } = await startProgram();
    const { choices } = await discord.autocomplete('secterm compare', { text: typed });
    expect(choices.map(({ name }) => name)).toContain(offered);
  });
});

describe('one private message', () => {
  it('shares each of the answers that it shows in turn', async () => {
    const { discord } = await startProgram();
    await discord.slash('secterm term', { text: 'containers' });
    const answer = await onlyAnswer(discord);
    const shared = discord.waitForUpdate(answer);
    await discord.press(answer, 'Share in channel');
    const facet = discord.waitForUpdate(await shared);
    await discord.press(await shared, 'Challenges');
    await discord.press(await facet, 'Share in channel');
    await discord.idle();
    const posted = spoken(discord).filter(({ ephemeral }) => !ephemeral);
    expect(posted).toHaveLength(2);
    expect(visibleText(posted[1] ?? {})).toContain('Challenges');
  });
});

describe('a press', () => {
  it('changes the message in place, and Back leads back, after a restart as well', async () => {
    const program = await startProgram();
    const { discord } = program;
    await discord.slash('secterm term', { text: 'containers' });
    const answer = await onlyAnswer(discord);
    await program.restart();
    const changed = discord.waitForUpdate(answer);
    await discord.press(answer, 'Challenges');
    const facet = await changed;
    expect(visibleText(facet)).toContain('Challenges');
    const back = discord.waitForUpdate(facet);
    await discord.press(facet, '← Back');
    expect(visibleText(await back)).toBe(visibleText(answer));
  });

  it('of a term that has gone says so privately and leaves the message', async () => {
    const program = await startProgram();
    const { discord } = program;
    discord.write(`<@${discord.botId}> containers`);
    const answer = await onlyAnswer(discord);
    await program.restart(
      createBot(glossaryOf('# Garden\n\n## Spade\n\nA spade is a tool that turns soil.\n')),
    );
    await discord.press(answer, 'Challenges');
    await discord.idle();
    expect(discord.now(answer).edits).toBe(0);
    expect(visibleText(spoken(discord).at(-1) ?? {})).toContain('is no longer in the glossary');
    expect(spoken(discord).at(-1)?.ephemeral).toBe(true);
  });
});

describe('a message', () => {
  it('that mentions the bot is answered with a reply, and a reply to that goes on from it', async () => {
    const { discord } = await startProgram();
    const asked = discord.write(`<@${discord.botId}> containers`);
    const answer = await onlyAnswer(discord);
    expect(answer.replyTo).toBe(asked.id);
    expect(pings(answer)).toEqual([]);
    discord.write('and its downsides?', { replyTo: answer });
    await discord.idle();
    expect(visibleText(spoken(discord)[1] ?? {})).toContain('Challenges');
  });

  it('in a direct message is answered', async () => {
    const { discord } = await startProgram();
    discord.write('what is a VM?', { channel: IDS.dm });
    expect(visibleText(await onlyAnswer(discord))).toContain('Virtual Machines');
  });

  it.each(['@everyone containers', '@here containers', 'what is a container?', `<@&${IDS.role}> containers`])(
    '(%s) is none for the bot',
    async text => {
      const { discord } = await startProgram();
      discord.write(text, { user: IDS.moderator });
      await discord.idle();
      expect(spoken(discord)).toEqual([]);
    },
  );

  it('is heard in a channel of SECTERM_LISTEN, where the portal grants it', async () => {
    const listening = { listening: [IDS.general], env: { DISCORD_LISTEN: 'true' } };
    const { discord } = await startProgram({ ...listening, privilegedIntents: ['MessageContent'] });
    discord.write('good morning, all');
    discord.write('what is a container?');
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
  });

  it('is not, where the portal does not: the bot starts without it and says so', async () => {
    const { discord, lines } = await startProgram({
      listening: [IDS.general],
      env: { DISCORD_LISTEN: 'true' },
    });
    expect(lines.map(({ message }) => message).join()).toContain('has not granted Message Content');
    discord.write(`<@${discord.botId}> containers`);
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
  });

  it('can be deleted again by who asked and by who may manage messages alone', async () => {
    const { discord } = await startProgram();
    discord.write(`<@${discord.botId}> containers`);
    const answer = await onlyAnswer(discord);
    await discord.press(answer, 'Delete', { user: IDS.other });
    await discord.idle();
    expect(discord.now(answer).deleted).toBe(false);
    await discord.press(answer, 'Delete', { user: IDS.moderator });
    await discord.idle();
    expect(discord.now(answer).deleted).toBe(true);
  });
});

describe('a message that Discord refuses', () => {
  it('is sent again as plain content', async () => {
    const { discord } = await startProgram();
    discord.refuseNext('POST /channels/:channel/messages', { status: 400, code: 50_035 });
    discord.write(`<@${discord.botId}> containers`);
    const answer = await onlyAnswer(discord);
    expect(answer.components).toEqual([]);
    expect(answer.content).toContain(DEFINITION);
  });
});

describe('the commands', () => {
  it('are registered once, and not again while they are the same', async () => {
    const program = await startProgram();
    await program.restart();
    const puts = program.discord.calls.filter(({ route }) => route.startsWith('PUT '));
    expect(puts).toHaveLength(1);
    expect(program.discord.commands.map(({ name }) => name)).toEqual(['secterm', 'Explain terms']);
  });
});

describe('an answer whose receipt is lost', () => {
  it.each([500, 'reset'] as const)('(%s) stands in the channel once', async status => {
    const { discord } = await startProgram();
    discord.failNext('POST /channels/:channel/messages', { status, accepted: true });
    discord.write(`<@${discord.botId}> containers`);
    await discord.waitForCall(
      ({ route, status: answered }) => route.startsWith('POST /channels') && answered === 200,
    );
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
  });

  it('to a command is given once, and nothing is said to have gone wrong', async () => {
    const { discord, lines } = await startProgram();
    discord.failNext('POST /interactions/:interaction/:token/callback', { status: 500, accepted: true });
    await discord.slash('secterm term', { text: 'containers' });
    expect(visibleText(await onlyAnswer(discord))).toContain(DEFINITION);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
