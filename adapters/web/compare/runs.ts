import { plain, type Rich, sliceRich } from '../../../src/glossary/rich.ts';
import { isFunctionWord } from '../../../src/language/function-words.ts';
import { nameKey } from '../../../src/language/normalise.ts';

/** A run of a cell's text, and whether only this cell of the row has it. */
export interface Run {
  readonly text: Rich;
  readonly isOwn: boolean;
}

/** Part of a cell's words that others have, too, from which on the other words are what one looks for. */
const MOSTLY_ALIKE = 0.6;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/**
 * A cell in runs of words that other cells have, too, and of those that none has: "open *core*" beside "open *source*".
 * Of cells that are not much alike every word would be one of its own, so none is.
 */
export function runsOf(cell: Rich, others: readonly Rich[]): readonly Run[] {
  const text = plain(cell);
  const words = wordsOf(text);
  const known = new Set(others.flatMap(other => wordsOf(plain(other)).map(({ key }) => key)));
  const own = words.filter(({ key }) => !known.has(key));
  const alike = (words.length - own.length) / words.length;
  if (own.length === 0 || alike < MOSTLY_ALIKE) return [{ text: cell, isOwn: false }];
  const runs: Run[] = [];
  let from = 0;
  for (const { start, end } of own) {
    if (start > from) runs.push({ text: sliceRich(cell, from, start), isOwn: false });
    runs.push({ text: sliceRich(cell, start, end), isOwn: true });
    from = end;
  }
  return from < text.length ? [...runs, { text: sliceRich(cell, from), isOwn: false }] : runs;
}

/** Words that carry meaning, with where they stand. */
function wordsOf(text: string) {
  return [...text.matchAll(WORD)]
    .filter(([word]) => !isFunctionWord(word.toLowerCase()))
    .map(({ index, 0: word }) => ({ key: nameKey(word), start: index, end: index + word.length }));
}
