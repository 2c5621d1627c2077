import { isList, isObject, type JsonObject } from '../../stand-in/json.ts';

/** Collects why a value is refused, in Slack's words: "missing required field: text [json-pointer:/blocks/0]". */
export class Problems {
  readonly list: string[] = [];

  add(at: string, problem: string): void {
    this.list.push(`${problem} [json-pointer:${at}]`);
  }
}

/** Checks the value that is found at a place. */
export type Check = (value: unknown, at: string, problems: Problems) => void;

/** A record of checks by field or by type. */
export type Checks = Readonly<Record<string, Check>>;

/**
 * A string. Lengths are counted in UTF-16 units and with entities as they are written: whatever Slack counts,
 * it counts no more than that.
 */
export const string =
  ({ min = 0, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number } = {}): Check =>
  (value, at, problems) => {
    if (typeof value !== 'string') return problems.add(at, 'must provide a string');
    if (value.length < min) problems.add(at, `must be more than ${min - 1} characters`);
    if (value.length > max) problems.add(at, `must be less than ${max + 1} characters`);
  };

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, at, problems) => {
    if (!allowed.includes(value)) problems.add(at, 'must be a valid enum value');
  };

export const boolean: Check = (value, at, problems) => {
  if (typeof value !== 'boolean') problems.add(at, 'must provide a boolean');
};

export const number =
  (min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Check =>
  (value, at, problems) => {
    if (typeof value !== 'number') return problems.add(at, 'must provide a number');
    if (value < min || value > max) problems.add(at, `must be between ${min} and ${max}`);
  };

/** An address with one of these schemes, at most 3000 characters long. */
export const url =
  (schemes: readonly string[]): Check =>
  (value, at, problems) => {
    string({ min: 1, max: 3000 })(value, at, problems);
    if (typeof value !== 'string') return;
    if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol)) problems.add(at, 'invalid_url');
  };

export const list =
  (item: Check, { min = 1, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number } = {}): Check =>
  (value, at, problems) => {
    if (!isList(value)) return problems.add(at, 'must provide an array');
    if (value.length < min) problems.add(at, `no fewer than ${min} items allowed`);
    if (value.length > max) problems.add(at, `no more than ${max} items allowed`);
    value.forEach((one, index) => {
      item(one, `${at}/${index}`, problems);
    });
  };

/** An object with these fields and no others; `type` is checked where the object is chosen by it. */
export const object =
  (required: Checks, optional: Checks = {}): Check =>
  (value, at, problems) => {
    if (!isObject(value)) return problems.add(at, 'must provide an object');
    for (const key of Object.keys(required)) {
      if (value[key] === undefined) problems.add(at, `missing required field: ${key}`);
    }
    for (const [key, field] of Object.entries(value)) {
      if (key === 'type' || field === undefined) continue;
      const check = required[key] ?? optional[key];
      if (check === undefined) problems.add(at, `invalid additional property: ${key}`);
      else check(field, `${at}/${key}`, problems);
    }
  };

/** An object whose `type` says which check it has to pass. */
export const byType =
  (checks: Checks): Check =>
  (value, at, problems) => {
    if (!isObject(value)) return problems.add(at, 'must provide an object');
    const { type } = value;
    const check = typeof type === 'string' && Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (check === undefined) return problems.add(`${at}/type`, `unsupported type: ${String(type)}`);
    check(value, at, problems);
  };

/** A further rule about an object that no single field can show. */
export const also =
  (check: Check, rule: (value: JsonObject) => string | undefined): Check =>
  (value, at, problems) => {
    check(value, at, problems);
    const broken = isObject(value) ? rule(value) : undefined;
    if (broken !== undefined) problems.add(at, broken);
  };
