import type { Bot } from '../../src/bot.ts';
import type { Host } from '../host.ts';
import { type Invocation, WrongUse } from './arguments.ts';
import { findOperatorCommand, OPERATOR_COMMANDS } from './commands/index.ts';
import { answerLines, firstLineWithin } from './lines.ts';
import { answerOnce, answerOnceAsJson, printJsonLines } from './once.ts';
import { reportProblems } from './problems.ts';
import { runPrompt } from './prompt.ts';
import { screenOf } from './screen.ts';
import { runTour } from './tour.ts';

/** Without a terminal, this long in milliseconds is waited for a first line before the tour is shown. */
const WAIT_FOR_INPUT = 300;

/**
 * Answers what was typed after `secterm`, at a prompt, or line by line from a pipe.
 * @returns the exit code: 0 answered, 1 not found, 2 wrong use.
 */
export async function runTerminal(bot: Bot, invocation: Invocation, host: Host): Promise<number> {
  const { words, json } = invocation;
  const text = words.join(' ');
  reportProblems(bot.glossary.problems, host.stderr);
  const command = findOperatorCommand(invocation, bot);
  if (command) return command.run({ bot, words: words.slice(1), json, host, commands: OPERATOR_COMMANDS });
  if (json && words.length === 0)
    throw new WrongUse('secterm: --json needs TEXT, or "-" to read one text per line.');
  if (json && text === '-') return printJsonLines(bot, invocation, host);
  if (json) return answerOnceAsJson(bot, text, invocation, host);
  if (words.length > 0) return answerOnce(bot, text, invocation, host);
  if (host.stdin.isTTY && host.stdout.isTTY) return runPrompt(bot, host);
  const first = await firstLineWithin(host.stdin, WAIT_FOR_INPUT);
  return first === null ? runTour(bot, screenOf(host)) : answerLines(bot, first, host);
}
