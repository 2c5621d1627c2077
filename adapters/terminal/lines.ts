import { createInterface, type Interface } from 'node:readline';
import type { Bot } from '../../src/bot.ts';
import { safe } from '../../src/replies/safe.ts';
import type { Host } from '../host.ts';
import { render } from './render.ts';
import { screenOf } from './screen.ts';

/** Lines that arrived, and those still to come. */
export interface Lines {
  readonly first: string;
  readonly rest: AsyncIterator<string>;
  readonly reader: Interface;
}

/** Waits this many milliseconds for a first line; null when the input is silent or ends without one. */
export async function firstLineWithin(stdin: Host['stdin'], milliseconds: number): Promise<Lines | null> {
  const reader = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const rest = reader[Symbol.asyncIterator]();
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  const first = await Promise.race([rest.next(), silence]);
  clearTimeout(timer);
  if (first === null || first.done) {
    reader.close();
    stdin.destroy();
    return null;
  }
  return { first: first.value, rest, reader };
}

/** Answers each line by itself. Empty lines are passed over. */
export async function answerLines(bot: Bot, { first, rest }: Lines, host: Host): Promise<number> {
  const screen = screenOf(host);
  let separator = '';
  for (let line: string | null = first; line !== null; ) {
    if (line.trim() !== '') {
      const { reply } = bot.hear({ text: line, heardAs: 'command', after: [] });
      screen.write(
        `${separator}${screen.style('dim', `> ${safe(line.trim())}`)}\n\n${render(reply, screen, 'typed')}\n`,
      );
      separator = '\n';
    }
    const next = await rest.next();
    line = next.done ? null : next.value;
  }
  return 0;
}
