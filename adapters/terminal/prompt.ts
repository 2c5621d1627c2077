import { createInterface } from 'node:readline/promises';
import type { Bot } from '../../src/bot.ts';
import { COMMANDS } from '../../src/language/commands.ts';
import type { Choice } from '../../src/replies/reply.ts';
import { completeLine } from '../chat/complete-line.ts';
import type { Host } from '../host.ts';
import { render } from './render.ts';
import { screenOf } from './screen.ts';
import { wrap } from './text.ts';

const MOST_COMPLETIONS = 40;

/** Prompts until Ctrl-D, `exit` or `quit`. A number asks what the last reply offered under it. */
export async function runPrompt(bot: Bot, host: Host): Promise<number> {
  const screen = screenOf(host);
  const { terms, pages } = bot.glossary;
  const from = pages === 1 ? '1 page' : `${pages} pages`;
  const greeting = `secterm: ${terms.length} terms from ${from}. "help" says more, Tab completes, Ctrl-D ends.`;
  screen.write(`${wrap(greeting, screen.width, '')}\n\n`);
  const reader = createInterface({
    input: host.stdin,
    output: host.stdout,
    prompt: 'secterm> ',
    historySize: 200,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, bot),
  });
  let choices: readonly Choice[] = [];
  let before: readonly string[] = [];
  reader.prompt();
  for await (const line of reader) {
    const typed = line.trim();
    if (/^(?:exit|quit)$/i.test(typed)) break;
    const isChoice = /^\d+$/.test(typed) && choices.length > 0;
    if (isChoice && !choices[Number(typed) - 1]) {
      screen.write(`There is no choice ${typed}; type a number from 1 to ${choices.length}.\n\n`);
    } else if (typed !== '') {
      const text = (isChoice ? choices[Number(typed) - 1]?.ask : undefined) ?? typed;
      const { reply } = bot.hear({ text, heardAs: 'command', after: before });
      screen.write(`\n${render(reply, screen, 'numbered')}\n\n`);
      choices = reply.choices;
      before = [text];
    }
    reader.prompt();
  }
  reader.close();
  screen.write('\n');
  return 0;
}

/** Completes the name at the end of the line, or the command at its start. */
export function complete(line: string, bot: Bot): [string[], string] {
  const { before, typed, names } = completeLine(line, bot, MOST_COMPLETIONS);
  const begun = typed.toLowerCase();
  const isFirst = before === '' && typed !== '';
  const commands = isFirst ? COMMANDS.map(({ name }) => name).filter(name => name.startsWith(begun)) : [];
  return [[...names, ...commands], typed];
}
