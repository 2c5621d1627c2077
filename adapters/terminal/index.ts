import type { Bot } from '../../src/bot.ts';
import type { Folder } from '../../src/sources/folder.ts';
import type { Host } from '../host.ts';
import type { Settings } from '../settings.ts';
import type { Invocation } from './arguments.ts';
import { findOperatorCommand, OPERATOR_COMMANDS } from './commands/index.ts';
import { answerLines, firstLineWithin } from './lines.ts';
import { answerOnce, answerOnceAsJson, printJsonLines } from './once.ts';
import { printPreview } from './preview.ts';
import { reportProblems } from './problems.ts';
import { runPrompt } from './prompt.ts';
import { screenOf } from './screen.ts';
import { runTour } from './tour.ts';
import { WrongUse } from './wrong-use.ts';

/** Without a terminal, this long in milliseconds is waited for a first line before the tour is shown. */
const WAIT_FOR_INPUT = 300;

interface TerminalParts {
  readonly bot: Bot;
  readonly settings: Settings;
  /** Where the pages are. */
  readonly folders: readonly Folder[];
  /** Runs the chat platforms that are set up; null when none is. */
  readonly platforms: (() => Promise<number>) | null;
  /** Serves the web page beside the prompt, and says where; the result ends that. */
  readonly servePage: () => Promise<() => Promise<void>>;
}

/**
 * Answers what was typed after `secterm`, at a prompt, or line by line from a pipe.
 * @returns the exit code: 0 answered, 1 not found, 2 wrong use.
 */
export async function runTerminal(
  { bot, settings, folders, platforms, servePage }: TerminalParts,
  invocation: Invocation,
  host: Host,
): Promise<number> {
  const { words, json } = invocation;
  const text = words.join(' ');
  const command = findOperatorCommand(invocation, bot);
  if (command?.name !== 'check') reportProblems(bot.glossary.problems, host.stderr);
  if (invocation.as !== null) return printPreview(bot, text, invocation, host);
  if (command) {
    const start = platforms ?? (() => runStarted(bot, host, servePage));
    const call = { bot, words: words.slice(1), json, host, settings, folders, start };
    return command.run({ ...call, commands: OPERATOR_COMMANDS });
  }
  if (json && words.length === 0)
    throw new WrongUse('secterm: --json needs TEXT, or "-" to read one text per line.');
  if (json && text === '-') return printJsonLines(bot, invocation, host);
  if (json) return answerOnceAsJson(bot, text, invocation, host);
  if (words.length > 0) return answerOnce(bot, text, invocation, host);
  return runBare(bot, host, platforms);
}

/** What `start` does without any platform: as `secterm` alone, with the web page beside the prompt. */
async function runStarted(bot: Bot, host: Host, servePage: TerminalParts['servePage']): Promise<number> {
  if (!host.stdin.isTTY || !host.stdout.isTTY) return runBare(bot, host, null);
  const stop = await servePage();
  try {
    return await runPrompt(bot, host);
  } finally {
    await stop();
  }
}

/**
 * Nothing was typed: a prompt for whoever sits there, an answer to each line that is piped in. Where neither is, as
 * below a service manager, the chat platforms are run, and without any the tour is shown.
 */
async function runBare(bot: Bot, host: Host, platforms: TerminalParts['platforms']): Promise<number> {
  if (host.stdin.isTTY && host.stdout.isTTY) return runPrompt(bot, host);
  const first = await firstLineWithin(host.stdin, WAIT_FOR_INPUT);
  if (first !== null) return answerLines(bot, first, host);
  return platforms === null ? runTour(bot, screenOf(host)) : platforms();
}
