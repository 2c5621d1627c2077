import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';

/** Whether what is registered is what should be; what Discord adds of its own does not matter. */
export function sameCommands(registered: unknown, wanted: RESTPutAPIApplicationCommandsJSONBody): boolean {
  return (
    Array.isArray(registered) &&
    registered.length === wanted.length &&
    wanted.every(command => registered.some(other => holds(other, command)))
  );
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
