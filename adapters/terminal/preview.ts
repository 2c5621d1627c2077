import type { Bot } from '../../src/bot.ts';
import type { Host } from '../host.ts';
import { SURFACES } from '../surfaces.ts';
import type { Invocation } from './arguments.ts';
import { printJson } from './print-json.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Prints the request that a platform would get for a text, for whoever sets up or changes the bot.
 * @returns the exit code: 0 printed, 1 when the bot would keep silent.
 */
export async function printPreview(
  bot: Bot,
  text: string,
  { as, heardAs, after }: Invocation,
  { stdout, stderr }: Host,
): Promise<number> {
  const surface = SURFACES.find(({ name }) => name === as);
  if (!surface || text === '') throw new WrongUse(`secterm: --as ${as} needs TEXT to answer.`);
  const posted = await surface.preview(bot, { text, heardAs, after });
  if (posted === null) {
    stderr.write(`Silent: ${bot.hear({ text, heardAs, after }).because}\n`);
    return 1;
  }
  stdout.write(`${printJson(posted.body, stdout.isTTY ? 2 : 0)}\n`);
  return 0;
}
