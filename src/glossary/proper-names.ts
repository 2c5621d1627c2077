import { ADVERB, NO_VERB, NOUN } from './kinds.ts';
import { type Named, readName } from './names.ts';

/** Times at least that a page writes a name within its sentences, so that its capital is no sentence's. */
const FEWEST_USES = 3;

const NAME = String.raw`\p{Lu}[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*(?: \p{Lu}[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*){0,2}`;
const WITHIN = new RegExp(String.raw`(?<=[\p{Ll}\p{N},;:)] (?:the )?)${NAME}`, 'gu');
const SUBJECT = new RegExp(
  `^(?:The )?(${NAME})(?: ${NOUN})? (?:${ADVERB} )?(?!(?:${NO_VERB}|was|has|does)\\b)\\p{Ll}+s `,
  'u',
);

/** The names that a page writes with capitals within its sentences, again and again: products, services, teams. */
export function properNames(statements: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const statement of statements)
    for (const [name] of statement.matchAll(WITHIN)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= FEWEST_USES).map(([name]) => name));
}

/** The one of some names that a sentence says something of: "Fastly keeps copies of …". */
export function properSubject(sentence: string, names: ReadonlySet<string>): Named | null {
  const [, name = ''] = SUBJECT.exec(sentence) ?? [];
  return names.has(name) ? readName(name) : null;
}
