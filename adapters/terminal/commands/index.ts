import type { Bot } from '../../../src/bot.ts';
import { COMMANDS } from '../../../src/language/commands.ts';
import type { Invocation } from '../arguments.ts';
import { check } from './check.ts';
import type { OperatorCommand } from './command.ts';
import { doctor } from './doctor.ts';
import { exportAll } from './export.ts';
import { help } from './help.ts';
import { rehearse } from './rehearse.ts';
import { show } from './show.ts';
import { site } from './site.ts';
import { start } from './start.ts';
import { terms } from './terms.ts';

export const OPERATOR_COMMANDS: readonly OperatorCommand[] = [
  help,
  terms,
  show,
  check,
  exportAll,
  site,
  rehearse,
  start,
  doctor,
];

/** The command that the first word names. A word that is a term as well, standing alone, is the term. */
export function findOperatorCommand({ words, json }: Invocation, bot: Bot): OperatorCommand | null {
  const [first = ''] = words;
  if (json && first === 'help') return null;
  const command = OPERATOR_COMMANDS.find(({ name }) => name === first);
  if (!command) return null;
  const isAlone = words.length === 1;
  if (command.comesFirst) return isAlone && !json ? command : null;
  return isAlone && isTerm(first, bot) ? null : command;
}

/** Whether a word names a term by itself: one that a page only mentions, as "doctor" in an example, does not. */
function isTerm(word: string, bot: Bot): boolean {
  const { query } = bot.hear({ text: word, heardAs: 'command', after: [] }).understood;
  return query.kind === 'define' && ['exact', 'normalised', 'alias'].includes(query.match.via);
}

/** Said below a term that shares its name with a command. */
export function commandsHint(text: string): string | null {
  const command = OPERATOR_COMMANDS.find(({ name }) => name === text);
  const chat = COMMANDS.find(({ name }) => name === text.toLowerCase());
  if (command && !command.comesFirst)
    return `"${command.name}" is a command as well: "secterm ${command.name} --" runs it.`;
  return chat && chat.usage !== ''
    ? `"${chat.name}" is a command as well: "secterm ${chat.name} ${chat.usage}".`
    : null;
}
