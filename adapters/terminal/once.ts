import { createInterface } from 'node:readline';
import type { Bot, Outcome } from '../../src/bot.ts';
import { toJson } from '../../src/replies/json.ts';
import type { Host } from '../host.ts';
import type { Invocation } from './arguments.ts';
import { commandsHint } from './commands/index.ts';
import { printJson } from './print-json.ts';
import { render } from './render.ts';
import { screenOf } from './screen.ts';

/** 0 when the glossary answered, 1 when it could only suggest or had nothing. */
function exitCode({ answer }: Outcome): number {
  if (answer.kind === 'list') return answer.terms.length + answer.subjects.length > 0 ? 0 : 1;
  return answer.kind === 'suggest' || answer.kind === 'unknown' ? 1 : 0;
}

export function answerOnce(bot: Bot, text: string, { heardAs, after }: Invocation, host: Host): number {
  const outcome = bot.hear({ text, heardAs, after });
  if (!outcome.speaks) {
    host.stderr.write(`Silent: ${outcome.because}\n`);
    return 1;
  }
  const hint = outcome.answer.kind === 'define' ? commandsHint(text) : null;
  host.stdout.write(
    `${render(outcome.reply, screenOf(host), 'typed')}\n${hint === null ? '' : `\n${hint}\n`}`,
  );
  const code = exitCode(outcome);
  if (code === 1 && /\s--?\w/.test(text))
    host.stderr.write('Options stand before the first word: secterm --json TEXT.\n');
  return code;
}

export function answerOnceAsJson(
  bot: Bot,
  text: string,
  { heardAs, after }: Invocation,
  { stdout }: Host,
): number {
  const outcome = bot.hear({ text, heardAs, after });
  stdout.write(`${printJson(toJson(text, outcome))}\n`);
  return exitCode(outcome);
}

/** One text per line in, one object per line out, until the input ends. */
export async function printJsonLines(
  bot: Bot,
  { heardAs, after }: Invocation,
  { stdin, stdout }: Host,
): Promise<number> {
  for await (const text of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = `${printJson(toJson(text, bot.hear({ text, heardAs, after })))}\n`;
    if (!stdout.write(line)) await new Promise(resolve => stdout.once('drain', resolve));
  }
  return 0;
}
