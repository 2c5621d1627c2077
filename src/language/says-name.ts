import type { Term } from '../glossary/glossary.ts';
import { contentWords } from './function-words.ts';
import { nameKey, words } from './normalise.ts';
import { stemOf } from './stem.ts';

/**
 * Whether a text says a term's name or an alias: as it is written, or, for one of several words, with all of its words in
 * other forms or places: "traffic between pods" says Pod Traffic.
 */
export function saysName(text: string, { name, aliases }: Term): boolean {
  const key = ` ${nameKey(text)} `;
  const names = [name, ...aliases];
  if (names.some(other => key.includes(` ${nameKey(other)} `))) return true;
  const stems = new Set(words(text).map(stemOf));
  return names.some(other => {
    const own = new Set(contentWords(other).map(stemOf));
    return own.size > 1 && [...own].every(stem => stems.has(stem));
  });
}
