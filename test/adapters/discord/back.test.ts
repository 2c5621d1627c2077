import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot.ts';
import { glossaryOf } from '../../fixtures/load.ts';
import { onlyAnswer, startProgram } from './program.ts';
import { type Discord, type Message, visibleText } from './stand-in/index.ts';

const TWO_MEANINGS = createBot(
  glossaryOf(
    '# Terms\n\n## Access Control List (ACL)\n\nAn access control list says who may do what.\n\n' +
      '## Anterior Cruciate Ligament (ACL)\n\nA ligament of the knee.\n',
  ),
);

/** Presses, and resolves to the message as it is then. */
async function pressed(discord: Discord, message: Message, label: string): Promise<Message> {
  const changed = discord.waitForUpdate(message);
  await discord.press(message, label);
  return changed;
}

describe('Back', () => {
  it.each(['private', 'public'])('leads from a meaning to the %s choice between meanings', async setting => {
    const { discord } = await startProgram({ bot: TWO_MEANINGS });
    if (setting === 'private') await discord.slash('secterm term', { text: 'ACL' });
    else discord.write(`<@${discord.botId}> ACL`);
    const choice = await onlyAnswer(discord);
    const label = labelsOf(choice).find(one => one.startsWith('Anterior')) ?? '';
    const meaning = await pressed(discord, choice, label);
    expect(visibleText(meaning)).toContain('A ligament of the knee.');
    const again = await pressed(discord, meaning, '← Back');
    expect(visibleText(again)).toBe(visibleText(choice));
  });

  it.each(['private', 'public'])('leads to a %s guess, and from that on again', async setting => {
    const { discord } = await startProgram();
    if (setting === 'private') await discord.slash('secterm term', { text: 'nubernetes cloud' });
    else discord.write(`<@${discord.botId}> nubernetes cloud`);
    const guess = await onlyAnswer(discord);
    const label = labelsOf(guess).find(one => one === 'Kubernetes') ?? '';
    expect(label).not.toBe('');
    const answer = await pressed(discord, guess, label);
    const again = await pressed(discord, answer, '← Back');
    expect(visibleText(again)).toBe(visibleText(guess));
  });
});

/** The labels of a message's buttons. */
function labelsOf(message: Message): string[] {
  return [...JSON.stringify(message.components).matchAll(/"label":"([^"]+)"/g)].map(
    ([, label = '']) => label,
  );
}
