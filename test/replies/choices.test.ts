import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/language/normalise.ts';
import { toJson } from '../../src/replies/json.ts';
import { loadBot } from '../fixtures/load.ts';

/** What a choice's text promises, by the form that buttons have. */
function promised(ask: string): { intent: string; names: string[]; aspect: string | null } {
  const [, sides = '', label = null] = /^(?:compare )?(.+? vs .+?)(?: on (.+))?$/.exec(ask) ?? [];
  if (sides !== '') return { intent: 'compare', names: sides.split(' vs '), aspect: label };
  return { intent: 'define', names: [ask], aspect: null };
}

describe.each(['data', 'test/fixtures/wiki'])('every choice below every term of %s', folder => {
  it('gives the answer that it promises', async () => {
    const bot = await loadBot(folder);
    const ask = (text: string) => toJson(text, bot.hear({ text, heardAs: 'command', after: [] }));
    const wrong: string[] = [];
    const asked = new Set<string>();
    const check = (text: string, intent: string, names: readonly string[], aspect: string | null) => {
      const got = ask(text);
      const named = names.every(name => got.terms.some(term => nameKey(term.name) === nameKey(name)));
      if (got.intent !== intent || !named || got.aspect !== aspect)
        wrong.push(`${text} → ${got.intent} ${got.aspect}`);
    };
    for (const term of bot.glossary.terms) {
      for (const facet of term.facets)
        check(`${facet.name} of ${term.name}`, 'facet', [term.name], facet.name);
      const compared = ask(term.name).choices.filter(choice => choice.ask.includes(' vs '));
      for (const { ask: text } of compared) {
        if (asked.has(text)) continue;
        asked.add(text);
        const { intent, names, aspect } = promised(text);
        check(text, intent, names, aspect);
        for (const choice of ask(text).choices) {
          const deeper = promised(choice.ask);
          check(choice.ask, deeper.intent, deeper.names, deeper.aspect);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked.size).toBeGreaterThan(0);
  });
});
