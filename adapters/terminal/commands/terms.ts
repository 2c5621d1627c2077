import { plain } from '../../../src/glossary/rich.ts';
import { safe } from '../../../src/replies/safe.ts';
import { printJson } from '../print-json.ts';
import { screenOf } from '../screen.ts';
import { WrongUse } from '../wrong-use.ts';
import type { OperatorCommand } from './command.ts';

export const terms: OperatorCommand = {
  name: 'terms',
  usage: 'terms [--json]',
  summary: 'List every term with its page and line; as a JSON array with --json.',
  run({ bot, words, json, host }) {
    const unknown = words.find(word => word !== '--json' && word !== '--');
    if (unknown?.startsWith('--'))
      throw new WrongUse(
        `secterm: "terms" takes only --json and --data; options such as ${safe(unknown)} stand before "terms".`,
      );
    if (unknown !== undefined)
      throw new WrongUse(
        `secterm: "terms" takes only --json, not "${safe(unknown)}". To ask about terms: secterm ask terms ${safe(unknown)}`,
      );
    const all = bot.glossary.terms;
    if (json || words.includes('--json')) {
      const entries = all.map(({ name, aliases, place, definition, facets }) => ({
        name,
        aliases,
        page: place.page,
        line: place.line,
        definition: definition ? plain(definition.text) : null,
        facets: facets.map(facet => facet.name),
      }));
      host.stdout.write(`${printJson(entries, 2)}\n`);
      return 0;
    }
    const screen = screenOf(host);
    for (const { name, aliases, place } of all) {
      const also = aliases.length > 0 ? ` (${aliases.join(', ')})` : '';
      screen.write(
        `${screen.style('bold', safe(name))}${safe(also)} ${screen.style('dim', `${safe(place.page)}:${place.line}`)}\n`,
      );
    }
    return 0;
  },
};
