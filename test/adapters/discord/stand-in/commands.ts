import { type ApplicationCommandType, ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { CommandRecord } from './check-commands.ts';
import { type JsonObject, objectsOf, textOf } from './json.ts';
import type { World } from './world.ts';

/** The values of a command's options, by name. */
export type Given = Readonly<Record<string, string | number | boolean>>;

const wordsOf = (name: string): readonly string[] => name.split(/[ /]+/).filter(word => word !== '');

/** The registered command of that name. Fails when there is none: nobody can use it. */
export function requireCommand(
  { commands }: World,
  name: string,
  type: ApplicationCommandType,
): CommandRecord {
  const wanted = type === 1 ? wordsOf(name)[0] : name;
  const found = commands.find(command => command.name === wanted && command.type === type);
  if (found !== undefined) return found;
  const names = commands.filter(command => command.type === type).map(command => command.name);
  throw new Error(`There is no command "${wanted}"; registered are: ${names.join(', ') || 'none'}`);
}

/** The options as Discord sends them, nested in the subcommand. Fails on what a Discord client would not let pass. */
export function optionsOf(
  command: CommandRecord,
  name: string,
  given: Given,
  focused?: string,
): readonly JsonObject[] {
  const path = wordsOf(name).slice(1);
  const nested = (parent: JsonObject, names: readonly string[]): readonly JsonObject[] => {
    const [next, ...rest] = names;
    const options = objectsOf(parent['options']);
    if (next === undefined) return valuesOf(name, options, given, focused);
    const found = options.find(option => option['name'] === next && isGroup(option));
    if (found === undefined)
      throw new Error(
        `"${name}": there is no subcommand "${next}"; there are: ${namesOf(options.filter(isGroup))}`,
      );
    return [{ name: next, type: found['type'], options: nested(found, rest) }];
  };
  return nested(command, path);
}

const isGroup = ({ type }: JsonObject): boolean => type === Kind.Subcommand || type === Kind.SubcommandGroup;
const namesOf = (options: readonly JsonObject[]): string =>
  options.map(option => textOf(option, 'name')).join(', ') || 'none';

function valuesOf(
  name: string,
  options: readonly JsonObject[],
  given: Given,
  focused: string | undefined,
): readonly JsonObject[] {
  if (options.some(isGroup)) throw new Error(`"${name}" needs a subcommand: ${namesOf(options)}`);
  for (const key of Object.keys(given)) {
    if (!options.some(option => option['name'] === key))
      throw new Error(`"${name}" has no option "${key}"; there are: ${namesOf(options)}`);
  }
  const missing = options.filter(option => option['required'] === true && !(textOf(option, 'name') in given));
  if (missing.length > 0 && focused === undefined)
    throw new Error(`"${name}" needs the option ${namesOf(missing)}.`);
  return options.flatMap(option => {
    const key = textOf(option, 'name');
    const value = given[key];
    if (value === undefined) return [];
    if (key !== focused) checkValue(name, option, value);
    else if (option['autocomplete'] !== true) throw new Error(`"${name}": "${key}" is not completed.`);
    return [{ name: key, type: option['type'], value, ...(key === focused && { focused: true }) }];
  });
}

function checkValue(name: string, option: JsonObject, value: string | number | boolean): void {
  const key = textOf(option, 'name');
  const choices = objectsOf(option['choices']);
  if (choices.length > 0 && !choices.some(choice => choice['value'] === value))
    throw new Error(`"${name}": ${value} is no choice of "${key}".`);
  if (typeof value !== 'string') return;
  const { min_length: min = 0, max_length: max = 6000 } = option;
  if (value.length < Number(min) || value.length > Number(max))
    throw new Error(`"${name}": "${key}" has to be ${min} to ${max} characters long.`);
}
