import { ApplicationCommandOptionType as Kind, ApplicationCommandType as Type } from 'discord-api-types/v10';
import { isList, isObject, type JsonObject, objectsOf, textOf } from './json.ts';
import { LIMITS } from './limits.ts';
import {
  also,
  boolean,
  type Check,
  list,
  number,
  object,
  oneOf,
  type Path,
  Problems,
  string,
  unchecked,
} from './schema.ts';

/** A registered command, as the API returns it. */
export type CommandRecord = JsonObject & {
  readonly id: string;
  readonly name: string;
  readonly type: number;
};

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const slashName: Check = (value, at, problems) => {
  string(LIMITS.commandName, 1)(value, at, problems);
  if (typeof value === 'string' && (!NAME.test(value) || value !== value.toLowerCase()))
    problems.add(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
};

const description = string(LIMITS.commandDescription, 1);

const choice: Check = (value, at, problems) => {
  object({ name: string(LIMITS.choiceName, 1), value: unchecked })(value, at, problems);
  if (isObject(value) && typeof value['value'] === 'string')
    string(LIMITS.choiceValue, 1)(value['value'], [...at, 'value'], problems);
};

/** The choices of an option, and those of an answer to autocompletion. */
export const choices: Check = list(choice, LIMITS.choices);

const option: Check = (value, at, problems) =>
  also(
    object(
      { name: slashName, description, type: oneOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) },
      {
        required: boolean,
        autocomplete: boolean,
        choices,
        options,
        min_length: number(0, 6000),
        max_length: number(1, 6000),
        channel_types: list(unchecked, 25),
      },
    ),
    checkOption,
  )(value, at, problems);

function checkOption({ autocomplete, choices: given }: JsonObject, at: Path, problems: Problems): void {
  // How Discord names this one is not known; the rule is in the table of options.
  if (autocomplete === true && isList(given) && given.length > 0)
    problems.add([...at, 'autocomplete'], 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE', 'Not beside choices');
}

/** A list of options: at most 25, names unique, required ones first, subcommands not beside other options. */
const options: Check = (value, at, problems) => {
  list(option, LIMITS.commandOptions)(value, at, problems);
  const all = objectsOf(value);
  const names = all.map(one => one['name']);
  if (new Set(names).size < names.length)
    problems.add(at, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique');
  const firstOptional = all.findIndex(one => one['required'] !== true);
  if (firstOptional >= 0 && all.slice(firstOptional).some(one => one['required'] === true))
    problems.add(
      at,
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      'Required options must be placed before non-required options',
    );
  const subcommands = all.filter(({ type }) => type === Kind.Subcommand || type === Kind.SubcommandGroup);
  if (subcommands.length > 0 && subcommands.length < all.length)
    problems.add(
      at,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
};

const shared = {
  contexts: list(oneOf(0, 1, 2), 3, 1),
  integration_types: list(oneOf(0, 1), 2, 1),
  nsfw: boolean,
  dm_permission: boolean,
};
const slash = object({ name: slashName, description }, { ...shared, options });
/** "USER and MESSAGE commands may be mixed case and can include spaces"; they have no description or options. */
const menu = also(object({ name: string(LIMITS.commandName, 1) }, shared), (value, at, problems) => {
  for (const key of ['description', 'options']) {
    const given = value[key];
    if (given !== undefined && given !== null && given !== '' && !(isList(given) && given.length === 0))
      problems.add(
        [...at, key],
        'APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
        `A context menu command has no ${key}`,
      );
  }
});

const typeOf = (command: JsonObject): unknown => command['type'] ?? Type.ChatInput;

/** Why Discord would refuse to register these commands together, as its tree of errors. */
export function checkCommands(commands: readonly unknown[]): JsonObject | undefined {
  const problems = new Problems();
  for (const [index, command] of commands.entries()) checkCommand(command, index, commands, problems);
  checkCounts(commands, problems);
  return problems.tree;
}

function checkCommand(
  command: unknown,
  index: number,
  commands: readonly unknown[],
  problems: Problems,
): void {
  if (!isObject(command)) return object({})(command, [index], problems);
  const type = typeOf(command);
  oneOf(Type.ChatInput, Type.User, Type.Message)(type, [index, 'type'], problems);
  (type === Type.ChatInput ? slash : menu)(command, [index], problems);
  if (sizeOf(command) > LIMITS.commandSize)
    problems.add(
      [index],
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${LIMITS.commandSize})`,
    );
  const isSame = (other: unknown): boolean =>
    isObject(other) && typeOf(other) === type && other['name'] === command['name'];
  if (commands.findIndex(isSame) < index)
    problems.add([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
}

function checkCounts(commands: readonly unknown[], problems: Problems): void {
  const count = (type: number): number =>
    commands.filter(one => isObject(one) && typeOf(one) === type).length;
  if (
    count(Type.ChatInput) > LIMITS.slashCommands ||
    count(Type.User) > LIMITS.menuCommands ||
    count(Type.Message) > LIMITS.menuCommands
  )
    problems.add([], 'APPLICATION_COMMANDS_LIMIT', 'Maximum number of application commands reached');
}

/** "The combined name, description, and value properties … cannot exceed 8000 characters": options and choices too. */
function sizeOf(command: JsonObject): number {
  const own = ['name', 'description', 'value'].reduce((sum, key) => sum + textOf(command, key).length, 0);
  const inside = [...objectsOf(command['options']), ...objectsOf(command['choices'])];
  return inside.reduce((sum, one) => sum + sizeOf(one), own);
}
