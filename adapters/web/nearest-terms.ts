import type { Bot } from '../../src/bot.ts';
import type { Term } from '../../src/glossary/glossary.ts';

const MOST_NEAR = 6;

/** The terms that a text may mean, the likeliest first. */
export function nearestTerms(bot: Bot, text: string): readonly Term[] {
  const { answer, understood } = bot.hear({ text, heardAs: 'command', after: [] });
  const { query } = understood;
  // What the words describe, rather than name, is no near name.
  const isNamed = (query.kind === 'define' || query.kind === 'suggest') && query.about === undefined;
  const meant = isNamed && (answer.kind === 'define' || answer.kind === 'suggest') ? answer.terms : [];
  const byName = Map.groupBy(bot.glossary.terms, ({ name }) => name);
  const completing = bot.complete(text, MOST_NEAR).flatMap(name => byName.get(name) ?? []);
  return [...new Set([...meant, ...completing])].slice(0, MOST_NEAR);
}
