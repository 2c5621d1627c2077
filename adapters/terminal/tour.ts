import type { Bot } from '../../src/bot.ts';
import type { Glossary } from '../../src/glossary/glossary.ts';
import { render } from './render.ts';
import type { Screen } from './screen.ts';

/** Shows a term, a comparison and a question on whatever glossary is loaded, and what to do next. */
export function runTour(bot: Bot, screen: Screen): number {
  const { terms, pages } = bot.glossary;
  screen.write(
    `${screen.style('bold', 'secterm')} makes a glossary of Markdown pages and answers from it. This one: ${terms.length} terms from ${pages} pages.\n`,
  );
  for (const text of questions(bot.glossary)) {
    const { reply } = bot.hear({ text, heardAs: 'command', after: [] });
    screen.write(
      `\n${screen.style('cyan', `$ npx secterm "${text}"`)}\n\n${render({ ...reply, choices: [] }, screen, 'typed')}\n`,
    );
  }
  screen.write(NEXT);
  return 0;
}

function questions({ comparisons, terms }: Glossary): string[] {
  const fullest = [...comparisons].sort((a, b) => fullness(b) - fullness(a))[0];
  const [first, second] = fullest?.subjects ?? [];
  if (!fullest || !first || !second) return terms.slice(0, 1).map(term => term.name);
  const row = fullest.rows[0]?.label ?? '';
  return [
    first.name,
    `${first.name} vs ${second.name}`,
    `How do ${first.name} and ${second.name} compare on ${row.toLowerCase()}?`,
  ];
}

/** The best table for showing what secterm does: its terms have facets of their own. */
function fullness({ subjects, rows }: Glossary['comparisons'][number]): number {
  return rows.length + subjects.slice(0, 2).reduce((sum, term) => sum + term.facets.length, 0);
}

const NEXT = `
What next:
  npx secterm                  a prompt: ask, complete with Tab, "help"
  npx secterm list             what this glossary covers
  npx secterm --data DIR ...   the same on your own wiki's folder of Markdown pages
`;
