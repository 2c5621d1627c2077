import type { Bot, Outcome } from '../../src/bot.ts';
import type { Frame } from './message.ts';

/** What a text of a command or a button is answered with. */
export function hear(bot: Bot, text: string): Outcome {
  return bot.hear({ text, heardAs: 'command', after: [] });
}

/** A private answer that nothing came before. */
export function firstFrame(ask: string, { user }: { readonly user: { readonly id: string } }): Frame {
  return { setting: 'private', ask, origin: ask, page: 0, asker: user.id };
}
