import type { Bot } from '../src/bot.ts';
import type { Steps } from '../src/steps.ts';

/** Names asked at most; about a hundred milliseconds of work. */
const MOST_ASKED = 50;

/**
 * Works out what answers are made from, and asks what people will ask, before anybody does: its code is then compiled.
 * Without it the first answers after a start take half a second each under load.
 */
export function* warmUp(bot: Bot): Steps<void> {
  yield* bot.prepare();
  const names = bot.glossary.terms.slice(0, MOST_ASKED).map(({ name }) => name);
  const texts = [
    ...names,
    'list',
    'list none of these',
    'none of these',
    ...names.slice(0, 1).map(name => `what is ${name}?`),
    ...names.map(name => `what are the downsides of ${name}?`),
    'what is the thing called that does none of these?',
  ];
  for (const text of texts) {
    bot.hear({ text, heardAs: 'command', after: [] });
    yield;
  }
}
