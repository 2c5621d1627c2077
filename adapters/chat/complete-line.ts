import type { Bot } from '../../src/bot.ts';

/** What stands before the name at the end of a line, and the names that complete it, best first. */
export interface LineCompletion {
  readonly before: string;
  readonly typed: string;
  readonly names: readonly string[];
}

/** Completes the name at the end of the line: after a command, "vs" or "of", else the whole line. */
export function completeLine(line: string, bot: Bot, most: number): LineCompletion {
  const start = /^(?:.*\s(?:vs|of)\s+|(?:ask|term|compare|list)\s+)?/i.exec(line)?.[0].length ?? 0;
  const typed = line.slice(start);
  return { before: line.slice(0, start), typed, names: bot.complete(typed, most) };
}
