import type { Bot } from '../../src/bot.ts';
import type { Host } from '../host.ts';
import type { Settings } from '../settings.ts';
import { type Invocation, WrongUse } from './arguments.ts';
import { findOperatorCommand, OPERATOR_COMMANDS } from './commands/index.ts';
import { answerLines, firstLineWithin } from './lines.ts';
import { answerOnce, answerOnceAsJson, printJsonLines } from './once.ts';
import { printPreview } from './preview.ts';
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
export async function runTerminal(
  { bot, settings }: { readonly bot: Bot; readonly settings: Settings },
  invocation: Invocation,
  host: Host,
): Promise<number> {
  const { words, json } = invocation;
  const text = words.join(' ');
  reportProblems(bot.glossary.problems, host.stderr);
  if (invocation.as !== null) return printPreview(bot, text, invocation, host);
  const command = findOperatorCommand(invocation, bot);
  if (command) {
    const call = { bot, words: words.slice(1), json, host, settings };
    return command.run({ ...call, commands: OPERATOR_COMMANDS });
  }
  if (json && words.length === 0)
    throw new WrongUse('secterm: --json needs TEXT, or "-" to read one text per line.');
  if (json && text === '-') return printJsonLines(bot, invocation, host);
  if (json) return answerOnceAsJson(bot, text, invocation, host);
  if (words.length > 0) return answerOnce(bot, text, invocation, host);
  if (host.stdin.isTTY && host.stdout.isTTY) return runPrompt(bot, host);
  const first = await firstLineWithin(host.stdin, WAIT_FOR_INPUT);
  return first === null ? runTour(bot, screenOf(host)) : answerLines(bot, first, host);
}
