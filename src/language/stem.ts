import { stemmer } from 'stemmer';
import { singular } from './normalise.ts';

/** Stems of words seen before: a question asks for those of the same few words over and over. */
const stems = new Map<string, string>();
const MOST_REMEMBERED = 10_000;

/** The stem of an English word: https://tartarus.org/martin/PorterStemmer */
export function stemOf(word: string): string {
  const remembered = stems.get(word);
  if (remembered !== undefined) return remembered;
  const stem = stemmer(singular(word));
  if (stems.size >= MOST_REMEMBERED) stems.clear();
  stems.set(word, stem);
  return stem;
}
