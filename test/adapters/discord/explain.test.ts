import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot.ts';
import { glossaryOf } from '../../fixtures/load.ts';
import { onlyAnswer, spoken, startProgram } from './program.ts';
import { IDS, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';

describe('“Explain terms”', () => {
  it('explains each known term of a message, privately', async () => {
    const { discord } = await startProgram();
    const message = discord.write('we run containers on Kubernetes', { user: IDS.other });
    await discord.messageCommand('Explain terms', message);
    const answer = await onlyAnswer(discord);
    expect(answer.ephemeral).toBe(true);
    expect(visibleText(answer)).toContain(DEFINITION);
    expect(visibleText(answer)).toContain('Kubernetes');
  });

  it('says so where a message uses no term', async () => {
    const { discord } = await startProgram();
    await discord.messageCommand('Explain terms', discord.write('lunch?', { user: IDS.other }));
    expect(visibleText(await onlyAnswer(discord))).toContain('This text uses no term of the glossary.');
  });

  it('keeps the explanation when one of its terms is pressed, and answers beside it', async () => {
    const { discord } = await startProgram();
    const message = discord.write('our containers are behind the firewall', { user: IDS.other });
    await discord.messageCommand('Explain terms', message);
    const explanation = await onlyAnswer(discord);
    await discord.press(explanation, 'Firewall');
    await discord.idle();
    const [first, second, ...others] = spoken(discord);
    expect(others).toEqual([]);
    expect(visibleText(first ?? {})).toBe(visibleText(explanation));
    expect(second?.ephemeral).toBe(true);
    expect(visibleText(second ?? {})).toContain('Firewall');
  });

  it('tells or offers every term of a message that uses very many', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `Gadget${'abcdefgh'[at % 8]}${'klmno'[at % 5]}`);
    const page = names.map(name => `## ${name}\n\n${name} is a thing. ${'It is long. '.repeat(30)}\n`);
    const bot = createBot(glossaryOf(`# Things\n\n${page.join('\n')}`));
    const { discord } = await startProgram({ bot });
    await discord.messageCommand('Explain terms', discord.write(names.join(' and '), { user: IDS.other }));
    await discord.idle();
    const shown = spoken(discord).map(visibleText).join('\n');
    for (const name of names) expect(shown).toContain(name);
    expect(spoken(discord).length).toBeLessThanOrEqual(5);
    const last = spoken(discord).at(-1);
    if (last === undefined) throw new Error('Nothing was said.');
    await discord.choose(last, names.at(-1) ?? '');
    await discord.idle();
    expect(visibleText(spoken(discord).at(-1) ?? {})).toContain(`${names.at(-1)} is a thing.`);
  });
});
