import { editDistance } from '../src/language/distance.ts';
import type { Env } from './surface.ts';

/** The settings of one platform. */
export interface Names {
  /** What all of them begin with. */
  readonly prefix: string;
  readonly known: readonly string[];
  /** Any of these says that the operator means to run it. */
  readonly telling: readonly string[];
  /** Letters by which a name may miss one of the telling ones and still be meant for it. */
  readonly mostMissed: number;
}

interface Misspelt {
  readonly name: string;
  readonly meant: string;
}

/** Whether any of the names that tell of a platform is set. */
export function isConfigured(env: Env, { telling }: Names): boolean {
  return telling.some(name => isSet(env, name));
}

/** Of the names, those that are set, with their values; an empty value counts as not set. */
export function valuesOf(env: Env, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.filter(name => isSet(env, name)).map(name => [name, env[name]?.trim() ?? '']),
  );
}

/** Names that are set and that only just miss one of ours that is not, with that one. */
export function misspeltNames(env: Env, { prefix, known, telling, mostMissed }: Names): Misspelt[] {
  return Object.keys(env)
    .filter(name => name.toUpperCase().startsWith(prefix) && !known.includes(name) && isSet(env, name))
    .flatMap(name => {
      const letters = lettersOf(name);
      const meant = telling.find(
        ours => !isSet(env, ours) && editDistance(letters, lettersOf(ours), mostMissed) <= mostMissed,
      );
      return meant === undefined ? [] : [{ name, meant }];
    });
}

export function didYouMean({ name, meant }: Misspelt): string {
  return `${name}: there is no such setting; did you mean ${meant}?`;
}

/** What is wrong with settings, a sentence each: of a name that is misspelt, only that. */
export function problemsOf(
  misspelt: readonly Misspelt[],
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string[] {
  const named = issues.map(({ path, message }) => ({ name: path.join('.'), message }));
  const wrong = named.filter(({ name }) => !misspelt.some(({ meant }) => meant === name));
  return [...misspelt.map(didYouMean), ...wrong.map(({ name, message }) => `${name}: ${message}`)];
}

function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z]/g, '');
}

function isSet(env: Env, name: string): boolean {
  return (env[name] ?? '').trim() !== '';
}
