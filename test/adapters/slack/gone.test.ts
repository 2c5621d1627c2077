import { describe, expect, it } from 'vitest';
import { botOf, buttonsOf, now, onlyAnswer, type Program, spoken, startProgram } from './program.ts';
import type { Message } from './stand-in/index.ts';

const BLUE = `# Boxes

## Container

A container is a box.

- **Advantages**: It holds things.

## Blue Container

A blue container is a box that is blue.

- **Advantages**: It is blue.
`;

/** Two terms of different names that share an abbreviation. */
const SHARED = `# Things

## Alpha Thing (AT)

An alpha thing is the first of all things.

- **Advantages**: It is early.

## Aero Tool (AT)

An aero tool is a tool that flies.

- **Advantages**: It is light.
`;

/** A term with two sides that are longer than one message. */
const LONG_SIDES = `# Things

## Widget

A widget is a small thing.

### Advantages

${points('good')}

### Challenges

${points('bad')}
`;

function points(word: string): string {
  return Array.from({ length: 30 }, (_, index) => `- **${word}${index}**: ${`${word} `.repeat(20)}`).join(
    '\n',
  );
}

async function ask({ slack }: Program, text: string): Promise<Message> {
  await slack.command(text);
  return onlyAnswer(slack);
}

const inPublic = ({ slack }: Program) => spoken(slack).filter(({ ephemeral }) => !ephemeral);

describe('a button whose term has gone', () => {
  it.each(['Advantages', 'Share in channel'])(
    '(%s) is not answered with a term whose name is inside the old one',
    async label => {
      const program = await startProgram('socket', { bot: botOf(BLUE) });
      const answer = await ask(program, 'blue container');
      await program.restart(botOf(BLUE.replaceAll(/blue container/gi, 'Green Crate')));
      await program.slack.press(answer, label);
      await program.slack.idle();
      expect(now(program.slack, answer).text).toBe(answer.text);
      expect(inPublic(program)).toEqual([]);
      expect(spoken(program.slack).at(-1)?.text).toContain('is no longer in the glossary');
    },
  );
});

describe('sharing', () => {
  it('shows all terms that share the name that was asked', async () => {
    const program = await startProgram('socket', { bot: botOf(SHARED) });
    await program.slack.press(await ask(program, 'AT'), 'Share in channel');
    await program.slack.idle();
    const [shared] = inPublic(program);
    expect(shared?.text).toContain('the first of all things');
    expect(shared?.text).toContain('a tool that flies');
  });

  it('leaves a way to every page', async () => {
    const program = await startProgram('socket', { bot: botOf(LONG_SIDES) });
    await program.slack.press(await ask(program, 'pros and cons of widgets'), 'Share in channel');
    await program.slack.idle();
    const shown = inPublic(program);
    const hasAll = shown
      .map(({ text }) => text)
      .join('')
      .includes('bad29');
    expect(hasAll || buttonsOf(shown[0] ?? { blocks: [] }).some(label => label.startsWith('More'))).toBe(
      true,
    );
  });

  it('carries none of the words of a private question', async () => {
    const program = await startProgram('socket');
    await program.slack.press(
      await ask(program, 'is the VM of Zebra Smith worse than a container?'),
      'Share in channel',
    );
    await program.slack.idle();
    expect(inPublic(program)).toHaveLength(1);
    expect(JSON.stringify(inPublic(program))).not.toContain('Zebra');
  });
});

describe('a follow-up', () => {
  it('leads back to itself', async () => {
    const program = await startProgram('socket');
    const { slack } = program;
    const { ts } = await slack.post('<@UBOT> containers');
    await slack.idle();
    await slack.post('<@UBOT> what are its pros and cons?', { thread: ts });
    await slack.idle();
    const answer = spoken(slack)[1];
    if (answer === undefined) throw new Error('no second answer');
    const changed = slack.waitForUpdate(answer);
    await slack.press(answer, 'Containers');
    const back = slack.waitForUpdate(await changed);
    await slack.press(await changed, '← Back');
    expect((await back).text).toBe(answer.text);
  });

  it('in a thread below a direct message is about what was asked above it', async () => {
    const { slack } = await startProgram('socket');
    const { ts } = await slack.post('containers', { channel: 'D1' });
    await slack.idle();
    await slack.post('and its downsides?', { channel: 'D1', thread: ts });
    await slack.idle();
    expect(spoken(slack)[1]?.text).toMatch(/^Containers\nChallenges:/);
  });
});

describe('one of several meanings', () => {
  it('keeps to itself when one of its sides is asked for', async () => {
    const program = await startProgram('socket');
    const { slack } = program;
    const both = await ask(program, 'secret');
    const chosen = slack.waitForUpdate(both);
    await slack.press(both, 'Secret: cryptography/secrets.md');
    const side = slack.waitForUpdate(await chosen);
    await slack.press(await chosen, 'Challenges');
    expect((await side).text).toContain('cryptography/secrets.md');
    expect((await side).text).not.toContain('kubernetes.md');
  });
});
