import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';

/** The names of commands that are not as they should be. */
interface Differences {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Registered, and none of ours. */
  readonly foreign: readonly string[];
}

/** What differs between what is registered and what should be; what Discord adds of its own does not matter. */
export function differentCommands(
  registered: unknown,
  wanted: RESTPutAPIApplicationCommandsJSONBody,
): Differences {
  const there: readonly unknown[] = Array.isArray(registered) ? registered : [];
  const isNamesake = (command: Named) => (other: unknown) =>
    holds(other, { name: command.name, type: command.type });
  const found = (command: Named) => there.find(isNamesake(command));
  return {
    missing: wanted.filter(command => found(command) === undefined).map(nameOf),
    changed: wanted
      .filter(command => found(command) !== undefined && !holds(found(command), command))
      .map(nameOf),
    foreign: there.filter(other => !wanted.some(command => isNamesake(command)(other))).map(nameOf),
  };
}

export function sameCommands(registered: unknown, wanted: RESTPutAPIApplicationCommandsJSONBody): boolean {
  const isAsMany = Array.isArray(registered) && registered.length === wanted.length;
  return isAsMany && Object.values(differentCommands(registered, wanted)).every(names => names.length === 0);
}

interface Named {
  readonly name: string;
  readonly type?: number | undefined;
}

function nameOf(command: unknown): string {
  return typeof command === 'object' && command !== null ? String(Reflect.get(command, 'name')) : '';
}

/** Whether everything that is wanted stands in what is there. Nothing is as good as an empty list, or false. */
function holds(there: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return wanted.length === 0
      ? there === undefined || (Array.isArray(there) && there.length === 0)
      : Array.isArray(there) &&
          there.length === wanted.length &&
          wanted.every((item, at) => holds(there[at], item));
  if (typeof wanted === 'object' && wanted !== null)
    return (
      typeof there === 'object' &&
      there !== null &&
      Object.entries(wanted).every(([key, value]) => holds(Reflect.get(there, key), value))
    );
  return there === wanted || (there === undefined && wanted === false);
}
