import { exampleQuestions } from '../../src/answers/examples.ts';
import type { Bot } from '../../src/bot.ts';
import { render } from './render.ts';
import type { Screen } from './screen.ts';

/** Shows a term, a comparison and a question on whatever glossary is loaded, and what to do next. */
export function runTour(bot: Bot, screen: Screen): number {
  const { terms, pages } = bot.glossary;
  screen.write(
    `${screen.style('bold', 'secterm')} makes a glossary of Markdown pages and answers from it. This one: ${terms.length} terms from ${pages === 1 ? '1 page' : `${pages} pages`}.\n`,
  );
  for (const text of exampleQuestions(bot.glossary)) {
    const { reply } = bot.hear({ text, heardAs: 'command', after: [] });
    screen.write(
      `\n${screen.style('cyan', `$ npx secterm "${text}"`)}\n\n${render({ ...reply, choices: [] }, screen, 'typed')}\n`,
    );
  }
  screen.write(NEXT);
  return 0;
}

const NEXT = `
What next:
  npx secterm                  a prompt: ask, complete with Tab, "help"
  npx secterm list             what this glossary covers
  npx secterm --data DIR ...   the same on your own wiki's folder of Markdown pages
  adapters/slack/README.md     the same in Slack, in ten minutes
  adapters/discord/README.md   the same in Discord
`;
