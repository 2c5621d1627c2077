import type { Term } from '../glossary/glossary.ts';
import { isFunctionWord } from './function-words.ts';
import type { Understood } from './query.ts';
import { OFFERED, type Reading, weighed } from './reading.ts';
import type { Match } from './said-names.ts';

export const HOW_TO = /^(?:§\d+ )*(?:how|where) (?:do|does|can|could|would|should|to)\b/;

/** More words than these beside a name, and the question is about something else. */
export const MOST_CONTENT = 2;

const OTHER_SIDE =
  /§0 (?:vs|versus|or)(?: (?:an?|the))? (\S+)|(\S+) (?:vs|versus|or)(?: (?:an?|the))? §0|\bbetween (?:an? |the )?§0 and (?:an? |the )?(\S+)|\bbetween (?:an? |the )?(\S+) and (?:an? |the )?§0/;

/** Terms whose name is like the named one with the words around it: "§0 over quic" is like others over something. */
export function nearPhrase({ spotted: { masked, matches }, lexicon }: Reading): readonly Term[] {
  const at = masked.findIndex(word => word.startsWith('§'));
  const [name] = matches;
  if (at < 0 || !name) return [];
  const isFree = (word: string | undefined) => word !== undefined && !word.startsWith('§');
  const isContent = (word: string | undefined) => word !== undefined && isFree(word) && !isFunctionWord(word);
  const before = isContent(masked[at - 1]) ? [masked[at - 1] ?? ''] : [];
  const skip = /^(?:over|of|as|for|in|based)$/.test(masked[at + 1] ?? '') ? 2 : 1;
  const after = isContent(masked[at + skip]) ? masked.slice(at + 1, at + 1 + skip) : [];
  if (before.length + after.length === 0) return [];
  const phrase = [...before, name.name, ...after].join(' ');
  return lexicon.index
    .nearest(phrase, 3)
    .filter(({ similarity }) => similarity >= LIKE_PHRASE)
    .flatMap(({ terms }) => terms);
}

const LIKE_PHRASE = 0.7;

/**
 * "asymetric encryption" is not Encryption: the unknown words beside a name may belong to a longer one, misspelt.
 * Null when they do not.
 */
export function longerName(reading: Reading, match: Match): { reading: Reading; match: Match } | null {
  const { masked } = reading.spotted;
  const at = masked.findIndex(word => word.startsWith('§'));
  const isFree = (word: string | undefined) =>
    word !== undefined && !word.startsWith('§') && !isFunctionWord(word);
  let [from, to] = [at, at + 1];
  while (at - from < 2 && isFree(masked[from - 1])) from -= 1;
  while (to - at <= 2 && isFree(masked[to])) to += 1;
  if (to - from < 2) return null;
  const phrase = masked
    .slice(from, to)
    .map(word =>
      word.startsWith('§') ? (reading.spotted.typed?.[Number(word.slice(1))] ?? match.name) : word,
    )
    .join(' ');
  const found = reading.lexicon.index.find(phrase) ?? reading.lexicon.index.correct(phrase);
  if (!found || found.via === 'mention' || found.terms.some(term => match.terms.includes(term))) return null;
  const words = masked.toSpliced(from, to - from, '§0');
  const spotted = { matches: [found], masked: words };
  const content = words.filter(word => isFree(word));
  return { reading: { ...reading, spotted, sentence: words.join(' '), content }, match: found };
}

/** The word that is set against the name, "zeppelin" in "§0 vs zeppelin"; null when nothing is. */
export function otherSide(sentence: string): string | null {
  const found = OTHER_SIDE.exec(sentence)
    ?.slice(1)
    .find(word => word !== undefined);
  return found !== undefined && !found.startsWith('§') && !isFunctionWord(found) ? found : null;
}

/** The other side may be misspelt; when it is like no name, that is said rather than half the question answered. */
export function readOtherSide(reading: Reading, match: Match, other: string): Understood {
  const { index } = reading.lexicon;
  const found = index.correct(other);
  if (found && found.terms[0] !== match.terms[0]) {
    const known = { known: reading.content, base: found.confidence };
    return weighed(
      { kind: 'compare', matches: [match, found], aspect: null, leftOut: [], unknown: [] },
      reading,
      known,
    );
  }
  const candidates = [...new Set([...index.nearest(other, 3).flatMap(near => near.terms), ...match.terms])];
  return weighed({ kind: 'suggest', asked: other, candidates }, reading, OFFERED);
}

/** "container registry", "how do I restart a container": the name is there, but the question is not about it alone. */
export function isAboutMore({ sentence, spotted: { masked }, content }: Reading): boolean {
  if (content.length > MOST_CONTENT) return true;
  if (content.length > 0 && HOW_TO.test(sentence)) return true;
  const at = masked.findIndex(word => word.startsWith('§'));
  const next = /^(?:over|as|of)$/.test(masked[at + 1] ?? '') ? masked[at + 2] : masked[at + 1];
  const before = /^(?:of|over)$/.test(masked[at - 1] ?? '') ? masked[at - 2] : masked[at - 1];
  return [before, next].some(word => word !== undefined && !isFunctionWord(word));
}
