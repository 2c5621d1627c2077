/** The helpers for unchecked JSON are those of both stand-ins. */
export {
  isList,
  isObject,
  type JsonObject,
  objectOf,
  objectsOf,
  readJson,
  textOf,
} from '../../stand-in/json.ts';

/** The field as a whole number, or 0. */
export function numberOf(value: { readonly [key: string]: unknown }, key: string): number {
  const found = value[key];
  return typeof found === 'number' && Number.isInteger(found) ? found : 0;
}

/** Whether the field says something: neither missing, null, '' nor []. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
