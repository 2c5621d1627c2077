/**
 * Folds what people vary when they write a name: case, accents, full-width and other Unicode forms,
 * hyphens, punctuation, and the plural of each word.
 * "Man-in-the-Middle Attacks" and "man in the middle attack" give the same key; "" when nothing is left.
 * A word in capitals keeps its S: IDS is not the plural of ID, nor SaaS that of Saa, while VMs is the plural of VM.
 */
export function nameKey(text: string): string {
  const remembered = keys.get(text);
  if (remembered !== undefined) return remembered;
  const key = splitWords(text).map(wordKey).join(' ');
  if (text.length <= LONGEST_REMEMBERED) {
    if (keys.size >= MOST_REMEMBERED) keys.clear();
    keys.set(text, key);
  }
  return key;
}

/** Keys of names seen before: making a glossary asks for those of all of its names, several times. */
const keys = new Map<string, string>();
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 80;

function wordKey(word: string): string {
  if (isAllCapitals(word) || (word.endsWith('S') && /\p{Lu}\p{L}*S$/u.test(word))) return word.toLowerCase();
  return /^\p{Lu}{2,}s$/u.test(word) ? word.slice(0, -1).toLowerCase() : singular(word.toLowerCase());
}

/** Like {@link nameKey}, with plurals left as they are. */
export function spellingKey(text: string): string {
  return words(text).join(' ');
}

/** Lower-case words. `+` and `#` stay at the end of a word (C++, C#), so do digits; everything else separates. */
export function words(text: string): string[] {
  return splitWords(text).map(word => word.toLowerCase());
}

/** Words as typed, folded to plain letters: what {@link words} puts in lower case. */
export function splitWords(text: string): string[] {
  // Most texts hold nothing that has other forms.
  if (ASCII.test(text))
    return (
      text.replace(/(?<=[a-z])'(?=(?:s|re|ll|d|m|ve|t)(?![a-z]))/gi, '').match(/[a-z\d]+(?:\+\+|#)?/gi) ?? []
    );
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{L})['’](?=(?:s|re|ll|d|m|ve|t)(?!\p{L}))/giu, '');
  return folded.match(/[\p{L}\p{N}]+(?:\+\+|#)?/gu) ?? [];
}

const ASCII = /^[\x20-\x7e\n\t]*$/;

function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Up to this many letters an S at the end more often belongs to an abbreviation: dns, tls, ids. */
const SHORTEST_PLURAL = 3;

/**
 * Folds an English plural and its singular to the same key, which need not be a word: "cookies" and "cookie"
 * both give "cooky". Used to compare spellings, never shown.
 */
export function singular(word: string): string {
  if (word.length <= SHORTEST_PLURAL) return word;
  const base = /[^su]s$|[^aeiou]us$/.test(word) && !/(?:is|us)$/.test(word) ? word.slice(0, -1) : word;
  if (base.length > 4 && base.endsWith('ie')) return `${base.slice(0, -2)}y`;
  return spelling(base.replace(/(?<=ch|sh|x|ss|z)e$/, ''));
}

const VARIES = /(?:is(?:ation|e|es|ed|ing|er)|ense|our(?:al|ed|ing|less)?|tre)$/;

/** British and American spellings meet: organisation, defence, behaviour, licence, centre. */
function spelling(word: string): string {
  if (word.length < 6 || !VARIES.test(word)) return word;
  return word
    .replace(/is(?=(?:ation|e|es|ed|ing|er)$)/, 'iz')
    .replace(/ense$/, 'ence')
    .replace(/our(?=$|al$|ed$|ing$|less$)/, 'or')
    .replace(/tre$/, 'ter');
}
