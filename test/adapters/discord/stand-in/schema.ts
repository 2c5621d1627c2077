import { isList, isObject, type JsonObject } from './json.ts';

export type Path = readonly (string | number)[];

interface Problem {
  readonly at: Path;
  readonly code: string;
  readonly message: string;
}

/** Collects why a form is refused, and builds Discord's tree: https://docs.discord.com/developers/reference#error-messages */
export class Problems {
  readonly list: Problem[] = [];

  add(at: Path, code: string, message: string): void {
    this.list.push({ at, code, message });
  }

  get tree(): JsonObject | undefined {
    return this.list.length === 0 ? undefined : treeOf(this.list);
  }
}

function treeOf(problems: readonly Problem[]): JsonObject {
  const here = problems.filter(({ at }) => at.length === 0).map(({ code, message }) => ({ code, message }));
  const keys = new Set(problems.flatMap(({ at }) => at.slice(0, 1)));
  const below = [...keys].map(key => [
    String(key),
    treeOf(
      problems.filter(({ at }) => at[0] === key).map(problem => ({ ...problem, at: problem.at.slice(1) })),
    ),
  ]);
  return { ...Object.fromEntries(below), ...(here.length > 0 && { _errors: here }) };
}

/** Checks the value that is found at a place. */
export type Check = (value: unknown, at: Path, problems: Problems) => void;
export type Checks = Readonly<Record<string, Check>>;

const wrongType = (at: Path, problems: Problems, what: string): void =>
  problems.add(at, `${what.toUpperCase()}_TYPE_CONVERT`, `Value must be of type ${what}.`);

function badLength(at: Path, problems: Problems, min: number, max: number): void {
  if (min === 0) problems.add(at, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  else problems.add(at, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
}

/**
 * A string; blanks around it do not count, as Discord trims. Lengths are counted in UTF-16 units: whatever Discord
 * counts, it counts no more than that.
 */
export const string =
  (max: number, min = 0): Check =>
  (value, at, problems) => {
    if (typeof value !== 'string') return wrongType(at, problems, 'string');
    if (min > 0 && value.trim() === '')
      return problems.add(at, 'BASE_TYPE_REQUIRED', 'This field is required');
    if (value.trim().length > max) badLength(at, problems, min, max);
  };

export const number =
  (min: number, max: number): Check =>
  (value, at, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return wrongType(at, problems, 'integer');
    if (value < min)
      problems.add(at, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (value > max) problems.add(at, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  };

export const boolean: Check = (value, at, problems) => {
  if (typeof value !== 'boolean') wrongType(at, problems, 'boolean');
};

export const unchecked: Check = () => undefined;

export const oneOf =
  (...allowed: readonly (string | number)[]): Check =>
  (value, at, problems) => {
    if (!allowed.some(one => one === value)) badChoice(at, problems, allowed);
  };

function badChoice(at: Path, problems: Problems, allowed: readonly (string | number)[]): void {
  const list = allowed.map(one => (typeof one === 'string' ? `'${one}'` : one)).join(', ');
  problems.add(at, 'BASE_TYPE_CHOICES', `Value must be one of (${list}).`);
}

/** An address with one of these schemes. */
export const url =
  (schemes: readonly string[], max = 2048): Check =>
  (value, at, problems) => {
    string(max, 1)(value, at, problems);
    if (typeof value !== 'string' || value.trim() === '') return;
    if (!URL.canParse(value)) return problems.add(at, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    if (!schemes.includes(new URL(value).protocol.slice(0, -1)))
      problems.add(at, 'URL_TYPE_INVALID_SCHEME', `Scheme must be one of (${schemes.join(', ')}).`);
  };

export const list =
  (item: Check, max: number, min = 0): Check =>
  (value, at, problems) => {
    if (!isList(value))
      return problems.add(at, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    if (value.length < min || value.length > max) badLength(at, problems, min, max);
    value.forEach((one, index) => {
      item(one, [...at, index], problems);
    });
  };

/** An object with these fields. Others are ignored, as Discord does; null stands for a missing optional field. */
export const object =
  (required: Checks, optional: Checks = {}): Check =>
  (value, at, problems) => {
    if (!isObject(value))
      return problems.add(at, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    for (const [key, check] of Object.entries(required)) {
      if (value[key] === undefined || value[key] === null)
        problems.add([...at, key], 'BASE_TYPE_REQUIRED', 'This field is required');
      else check(value[key], [...at, key], problems);
    }
    for (const [key, check] of Object.entries(optional)) {
      if (value[key] !== undefined && value[key] !== null) check(value[key], [...at, key], problems);
    }
  };

/** An object whose numeric `type` says which check it has to pass. */
export const byType =
  (checks: Checks): Check =>
  (value, at, problems) => {
    if (!isObject(value))
      return problems.add(at, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    const { type } = value;
    const check = typeof type === 'number' ? checks[type] : undefined;
    if (check !== undefined) return check(value, at, problems);
    // The message of a text display without the flag is known: 'Value of field "type" must be one of (1,).'
    const allowed = Object.keys(checks);
    const many = allowed.length === 1 ? `${allowed.join('')},` : allowed.join(', ');
    problems.add(at, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${many}).`);
  };

/** A further rule about an object that no single field can show. */
export const also =
  (check: Check, rule: (value: JsonObject, at: Path, problems: Problems) => void): Check =>
  (value, at, problems) => {
    check(value, at, problems);
    if (isObject(value)) rule(value, at, problems);
  };
