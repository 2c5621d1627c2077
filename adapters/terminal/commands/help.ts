import { render } from '../render.ts';
import { screenOf } from '../screen.ts';
import type { OperatorCommand } from './command.ts';

export const help: OperatorCommand = {
  name: 'help',
  usage: 'help',
  summary: 'Say what can be asked, and list the commands of this terminal.',
  run({ bot, host, commands }) {
    const screen = screenOf(host);
    const { reply } = bot.hear({ text: 'help', heardAs: 'command', after: [] });
    screen.write(`${render(reply, screen, 'typed')}\n\n${screen.style('bold', 'Only in the terminal:')}\n`);
    for (const { usage, summary } of commands) screen.write(`- ${screen.style('bold', usage)}: ${summary}\n`);
    screen.write(
      '\n"secterm ask TEXT" always asks, whatever TEXT starts with. "secterm --help" lists the options.\n',
    );
    return 0;
  },
};
