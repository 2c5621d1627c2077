import type { Glossary, Term } from '../glossary/glossary.ts';
import { standsAsFacet } from './facet-cue.ts';
import { functionWordLike, isFunctionWord } from './function-words.ts';
import type { NameIndex } from './name-index.ts';
import { splitWords, words } from './normalise.ts';
import { YES_NO } from './reading.ts';
import type { Match } from './said-names.ts';
import { stemOf } from './stem.ts';
import { termsWith } from './terms-by-word.ts';
import { nameInText } from './text-names.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text with the names in it found. */
export interface Spotted {
  /** Each distinct thing named, in order. */
  readonly matches: readonly Match[];
  /** The text's words, with each name replaced by `§` and its index in `matches`: "difference between a §0 and a §1". */
  readonly masked: readonly string[];
  /** How each of `matches` was typed, where that is known. */
  readonly typed?: readonly string[];
}

/** What names are found with. */
interface Names {
  readonly glossary: Glossary;
  readonly index: NameIndex;
  readonly vocabulary: Vocabulary;
  /** What was found in texts already, while one message is read. */
  readonly seen?: Map<string, Spotted>;
}

/** Where a name stands in the words; without a match its words are left out. */
interface Hit {
  readonly match: Match | null;
  readonly start: number;
  readonly length: number;
}

/** Longest question that is looked at; what follows is story. */
const MOST_WORDS = 80;
/** Words at most, and letters at least, in a name that may be misspelt inside a sentence. */
const MOST_CORRECTED = 3;
const SHORTEST_CORRECTED = 6;
/** Longest text in which misspelt names are looked for, in words; each costs a search. */
const MOST_SEARCHED = 14;

/**
 * Finds the names in a text, the longest first from the left. A word that is also everyday English ("it", "can")
 * counts as a name only in capitals. Where no name is spelled right, misspelt ones are looked for.
 */
export function spot(text: string, lexicon: Names): Spotted {
  const seen = lexicon.seen?.get(text);
  if (seen) return seen;
  const spotted = spotAnew(text, lexicon);
  lexicon.seen?.set(text, spotted);
  return spotted;
}

function spotAnew(text: string, lexicon: Names): Spotted {
  const asksYesNo = YES_NO.test(text.toLowerCase());
  const exact = spotWith(
    text,
    lexicon,
    phrase =>
      lexicon.index.find(phrase) ??
      reworded(phrase, lexicon, !asksYesNo) ??
      (CAMEL_CASE.test(phrase) ? asWritten(partOfName(phrase, lexicon)) : null),
    word => lexicon.index.mayBegin(word) || lexicon.index.parts.isInName(word) || CAMEL_CASE.test(word),
  );
  const isSearched = exact.matches.length === 0 && exact.masked.length <= MOST_SEARCHED;
  if (!isSearched) return exact;
  const partial = spotWith(
    text,
    lexicon,
    phrase => (asksYesNo ? null : inflected(phrase, lexicon)) ?? partOfName(phrase, lexicon),
  );
  const corrected = spotWith(text, lexicon, phrase => correctWords(phrase, lexicon));
  if (partial.matches.length === 1 && wordsNamed(corrected) <= wordsNamed(partial)) return partial;
  if (corrected.matches.length > 0 || exact.masked.length > MOST_AROUND) return corrected;
  const inText = spotWith(text, lexicon, phrase => namedInText(phrase, lexicon));
  return inText.matches.length === 1 ? inText : corrected;
}

/** Words of the text that are part of a name. */
function wordsNamed({ typed }: Spotted): number {
  return (typed ?? []).join(' ').split(' ').length;
}

/** The terms that a text of any length names, each once, in order; nothing is guessed. */
export function termsNamed(text: string, index: NameIndex): Term[] {
  const terms = new Set<Term>();
  for (const sentence of text.split(/(?<=[.!?;:])\s+|\n+/)) {
    const tokens = splitWords(sentence);
    const look = {
      find: (phrase: string) => index.find(phrase),
      longest: index.longest,
      isName: nameTest(sentence),
    };
    for (let at = 0; at < tokens.length; ) {
      const hit = index.mayBegin(tokens[at] ?? '') ? longestAt(tokens, at, look) : null;
      if (hit && hit.match.via !== 'mention') for (const term of hit.match.terms) terms.add(term);
      at += hit?.length ?? 1;
    }
  }
  return [...terms];
}

/** What the wiki names in passing. */
function namedInText(phrase: string, { glossary, vocabulary }: Names): Match | null {
  const parts = phrase.split(' ');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const isPlain =
    [first, last].some(word => isFunctionWord(word.toLowerCase())) || vocabulary.isFacetWord(phrase);
  return isPlain || parts.length > MOST_CORRECTED || phrase.length < SHORTEST_IN_TEXT
    ? null
    : nameInText(phrase, glossary);
}

const SHORTEST_IN_TEXT = 3;
/** Words of a text in which such a name is looked for; longer ones describe something. */
const MOST_AROUND = 8;

/** "SameSite" is a name wherever it stands. */
const CAMEL_CASE = /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u;

function asWritten(match: Match | null): Match | null {
  return match && { ...match, via: 'alias', confidence: CAMEL_CASED };
}

const CAMEL_CASED = 0.95;

/** "Hashes" for Hashing, where nothing is named as it is spelled. */
function inflected(phrase: string, { index, vocabulary }: Names): Match | null {
  const word = phrase.toLowerCase();
  const isPlain = word.includes(' ') || isFunctionWord(word) || vocabulary.isFacetWord(word);
  return isPlain ? null : index.parts.inflected(word);
}

/** A word that is hardly used but in one name, and may stand for it. */
function partOfName(phrase: string, { index, vocabulary, glossary }: Names): Match | null {
  const word = phrase.toLowerCase();
  if (
    word.includes(' ') ||
    word.length < SHORTEST_CORRECTED ||
    isFunctionWord(word) ||
    vocabulary.isWord(word)
  )
    return null;
  return termsWith(stemOf(word), glossary) <= MOST_WITH_PART ? index.parts.partial(word) : null;
}

/** Terms at most whose statements have a word that may stand for a name. */
const MOST_WITH_PART = 4;

/** Between two names, rather than inside of one. */
const JOINS = new Set(['and', 'or', 'vs', 'versus', 'than', 'but', 'nor', 'is', 'are', 'was', 'were']);

/** Words at most in a phrase that may have a name's words in another order. */
const MOST_REWORDED = 4;

/** A phrase as the name whose words it has in another order or form. It begins and ends with words that carry meaning. */
function reworded(phrase: string, { index }: Names, mayInflect: boolean): Match | null {
  const parts = phrase.toLowerCase().split(' ');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!index.parts.isInName(first) || !index.parts.isInName(last)) return null;
  const isJoined = parts.some(word => JOINS.has(word));
  if (parts.length < 2 || parts.length > MOST_REWORDED || isJoined) return null;
  if (isFunctionWord(first) || isFunctionWord(last)) return null;
  return index.parts.reworded(phrase, { mayInflect });
}

/** A phrase of uncommon words as the one name that it must be a misspelling of. */
function correctWords(phrase: string, { index, vocabulary }: Names): Match | null {
  const parts = phrase.split(' ');
  const isPlain = parts.some(
    word => isFunctionWord(word.toLowerCase()) || vocabulary.phraseLength([word, '']) > 0,
  );
  if (isPlain || parts.length > MOST_CORRECTED || phrase.length < SHORTEST_CORRECTED) return null;
  const match = index.correct(phrase);
  const isInflected =
    parts.length === 1 && match !== null && stemOf(phrase.toLowerCase()) === stemOf(match.name.toLowerCase());
  return isInflected ? null : match;
}

/** @param mayBegin tells cheaply whether `find` may find anything that begins with a word. */
function spotWith(
  text: string,
  lexicon: Names,
  find: (phrase: string) => Match | null,
  mayBegin: (word: string) => boolean = () => true,
): Spotted {
  const { index, vocabulary } = lexicon;
  const tokens = splitWords(text).slice(0, MOST_WORDS);
  const isName = nameTest(text);
  const found: Hit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const around = { before: tokens[at - 1]?.toLowerCase(), after: tokens[at + 1]?.toLowerCase() };
    const isFacet = standsAsFacet(tokens[at] ?? '', around, vocabulary);
    const longest = mayBegin(tokens[at] ?? '')
      ? longestAt(tokens, at, { find, longest: index.longest, isName })
      : null;
    // "Risk of a breach" asks for risks; Risk of Rain is a name.
    const hit = isFacet && longest?.length === 1 ? null : longest;
    const phrase = vocabulary.phraseLength(tokens.slice(at));
    if (phrase > (hit?.length ?? 0)) {
      at += phrase;
      continue;
    }
    if (hit) found.push({ ...hit, start: at });
    at += hit?.length ?? 1;
  }
  const terms = found.filter(hit => hit.match?.via !== 'mention');
  return mask(tokens, terms.length > 0 ? withoutMentionsBeside(found, tokens) : found, lexicon);
}

/** Tells whether a word of a text may be a name by itself: an everyday word only in capitals, unless all are. */
function nameTest(text: string): (word: string) => boolean {
  const isShouting = text === text.toUpperCase();
  return word => !isFunctionWord(word.toLowerCase()) || (!isShouting && /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word));
}

function longestAt(
  tokens: readonly string[],
  at: number,
  {
    find,
    longest,
    isName,
  }: { find: (phrase: string) => Match | null; longest: number; isName: (word: string) => boolean },
) {
  for (let length = Math.min(longest, tokens.length - at); length > 0; length -= 1) {
    const phrase = tokens.slice(at, at + length).join(' ');
    if (length === 1 && !isName(phrase)) continue;
    const match = find(phrase);
    if (match && !swallowsArticle(match, tokens[at] ?? '', length)) return { match, length };
  }
  return null;
}

/** "A symmetric key" is no Asymmetric Key, and "a domain" that some list names is not the start of "a domain name". */
function swallowsArticle({ terms, via }: Match, first: string, length: number): boolean {
  if (length === 1 || !/^an?$/i.test(first)) return false;
  const names = via === 'mention' ? [] : terms.flatMap(({ name, aliases }) => [name, ...aliases]);
  return !names.some(name => words(name)[0] === first.toLowerCase());
}

/**
 * "a Docker container" asks for Containers: a mention is no second subject when its term is named as well, unless the
 * two are set against each other.
 */
function withoutMentionsBeside(found: readonly Hit[], tokens: readonly string[]): Hit[] {
  const named = new Set(
    found.filter(hit => hit.match?.via !== 'mention').flatMap(hit => hit.match?.terms ?? []),
  );
  const joins = (token: string | undefined) => /^(?:vs|versus|or|than)$/i.test(token ?? '');
  return found.map(hit => {
    const isBeside = hit.match?.via === 'mention' && hit.match.terms.some(term => named.has(term));
    const isOpposed = joins(tokens[hit.start - 1]) || joins(tokens[hit.start + hit.length]);
    return isBeside && !isOpposed ? { ...hit, match: null } : hit;
  });
}

/** A word as it must have been meant around a name: "advantges", "actualy". Words of the wiki are left as they are. */
function corrected(word: string, { index, vocabulary, glossary }: Names): string {
  if (index.isWord(word) || termsWith(stemOf(word), glossary) > 0) return word;
  const meant = vocabulary.corrected(word);
  if (meant !== word) return meant;
  const plain = functionWordLike(word);
  return plain === null || vocabulary.isWord(word) ? word : plain;
}

function mask(tokens: readonly string[], found: readonly Hit[], names: Names): Spotted {
  const lower = (some: readonly string[]) => some.map(token => corrected(token.toLowerCase(), names));
  const matches: Match[] = [];
  const masked: string[] = [];
  const typed: string[] = [];
  let at = 0;
  for (const { match, start, length } of found) {
    masked.push(...lower(tokens.slice(at, start)));
    at = start + length;
    if (match === null) continue;
    let position =
      match.via === 'mention'
        ? -1
        : matches.findIndex(other => other.terms[0] === match.terms[0] && other.via !== 'mention');
    if (position < 0) {
      position = matches.push(match) - 1;
      typed.push(tokens.slice(start, start + length).join(' '));
    }
    // "Authorisation (authz)" says one name twice.
    if (masked.at(-1) !== `§${position}`) masked.push(`§${position}`);
  }
  masked.push(...lower(tokens.slice(at)));
  return { matches, masked, typed };
}
