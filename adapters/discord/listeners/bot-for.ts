import type { Bot } from '../../../src/bot.ts';
import { within } from '../../chat/within.ts';
import type { Answerable } from '../transport/sender.ts';
import type { ListenerContext } from './context.ts';

/** Of the three seconds in which Discord wants to hear something, those in milliseconds for which one may wait. */
export const A_MOMENT = 1000;

/** The bot, once its glossary is loaded. Where that takes longer than a moment, Discord is told that it was heard. */
export async function botFor({ bot, sender }: ListenerContext, interaction: Answerable): Promise<Bot> {
  const loaded = await botWithin(bot, A_MOMENT);
  if (loaded === null) await sender.acknowledge(interaction);
  return loaded ?? bot;
}

/** Null where the glossary takes longer to load than so many milliseconds. */
export async function botWithin(bot: Promise<Bot>, milliseconds: number): Promise<Bot | null> {
  let loaded: Bot | null = null;
  const noted = bot.then(now => {
    loaded = now;
  });
  await within(noted, milliseconds);
  return loaded;
}
