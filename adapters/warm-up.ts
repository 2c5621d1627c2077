import type { Bot } from '../src/bot.ts';

/** Names asked at most; about a hundred milliseconds of work. */
const MOST_ASKED = 50;

/**
 * Asks what people will ask, before anybody does: what the core works out once is then at hand, and its code is
 * compiled. Without it the first answers after a start take half a second each under load.
 */
export function warmUp(bot: Bot): void {
  const names = bot.glossary.terms.slice(0, MOST_ASKED).map(({ name }) => name);
  const texts = [
    ...names,
    ...names.map(name => `what are the downsides of ${name}?`),
    'list',
    'list none of these',
    'none of these',
    'what is the thing called that does none of these?',
  ];
  for (const text of texts) bot.hear({ text, heardAs: 'command', after: [] });
}
