import { bestLabel, labelsOf } from './aspects.ts';
import { facetCue } from './facet-cue.ts';
import { isFunctionWord } from './function-words.ts';
import type { Match } from './name-index.ts';
import { rankPassages } from './passages.ts';
import type { Understood } from './query.ts';
import { CLEARLY, POINTS_AT_NAME, type Reading, stems, weighed, YES_NO } from './reading.ts';
import { stemOf } from './stem.ts';

const OTHER_SIDE =
  /§0 (?:vs|versus|or)(?: (?:an?|the))? (\S+)|(\S+) (?:vs|versus|or)(?: (?:an?|the))? §0|\bbetween (?:an? |the )?§0 and (?:an? |the )?(\S+)|\bbetween (?:an? |the )?(\S+) and (?:an? |the )?§0|§0 (?:vs|versus|or)$/;
const HOW_TO = /^(?:§\d+ )*(?:how|where) (?:do|does|can|could|would|should|to)\b/;

/** "what is a §0", "§0 meaning": nothing else is asked. */
const DEFINES =
  /^(?:what|whats|wtf|wth|define|explain|describe|meaning|definition|tell)?(?: (?:is|are|was|does|do|did|of|me|us|about|the|an?|this|word|term|acronym|exactly|actually|even|s|heck|hell|earth|on|in|is meant by|meant|by|called|thing|thingy))* ?§0(?: (?:mean|means|meaning|stand|stands|for|exactly|actually|really|please|again|definition|is|it|that|what|whats|anyway|though|tho|here|guys|folks|all|everyone|anyone|thing|stuff|in|simple|plain|english|terms|words|lol|btw|refer|to|called|short|and|all about|about))*$/;
/** How much is left of the confidence when a name stands in a question of another form; too little to speak unasked. */
const UNDECIDED = 0.82;

/** More words than these beside a name, and the question is about something else. */
const MOST_CONTENT = 2;

/** Words at most that a row need not account for. */
const MOST_UNSAID = 1;

/** Something else is asked than the glossary answers. */
const OUTSIDE = { known: [], base: 0.4 } as const;

/** One term is named: what it is, one side of it, or a statement that decides a yes/no question. */
export function readOne(reading: Reading, match: Match): Understood {
  const { sentence, spotted, lexicon, content } = reading;
  const other = otherSide(sentence);
  if (other !== null) return readOtherSide(reading, match, other);
  if (match.via === 'mention' && HOW_TO.test(sentence) && cueWords(reading).length < content.length)
    return weighed({ kind: 'suggest', asked: reading.text, candidates: match.terms }, reading, OUTSIDE);
  if (match.via === 'mention')
    return weighed({ kind: 'define', match }, reading, { known: cueWords(reading), base: match.confidence });
  if (POINTS_AT_NAME.test(sentence) && facetCue(spotted.masked, lexicon.vocabulary) === null)
    return weighed({ kind: 'define', match }, reading, { known: [], base: match.confidence * UNDECIDED });
  const longer = longerName(reading, match);
  if (longer) return readOne(longer.reading, longer.match);
  const { vocabulary } = lexicon;
  const cue = facetCue(spotted.masked, vocabulary);
  const labels = labelsOf(match.terms, lexicon.glossary);
  const row = bestLabel(labels, content, vocabulary);
  const isClear = row !== null && vocabulary.labelScore(content, row) >= CLEARLY;
  const unsaid = row === null ? content : content.filter(word => vocabulary.labelScore([word], row) === 0);
  const asksYesNo = cue === null && YES_NO.test(sentence);
  const mayAskRow = isClear || (cue === null && content.length <= MOST_CONTENT + 1 && !HOW_TO.test(sentence));
  const about = { kind: 'facet', match, also: null, about: stems(content) } as const;
  if (asksYesNo) {
    const weight = { known: content, base: match.confidence * UNDECIDED };
    return weighed({ ...about, facet: null }, reading, weight);
  }
  if (row !== null && mayAskRow && (isClear || unsaid.length === 0)) {
    return weighed({ ...about, facet: row }, reading, { known: content, base: match.confidence * 0.95 });
  }
  if (cue) {
    const rest = content.filter(word => !cue.used.includes(stemOf(word)));
    const known = bestLabel(labels, rest, vocabulary) === null ? [] : rest;
    const query = { ...about, facet: cue.facet, also: cue.also, about: stems(rest) };
    return weighed(query, { ...reading, content: rest }, { known, base: match.confidence * 0.98 });
  }
  const passage = asksPassage(reading, match);
  if (passage) return passage;
  if (row !== null && mayAskRow && unsaid.length < content.length && unsaid.length <= MOST_UNSAID) {
    const known = content.filter(word => !unsaid.includes(word));
    return weighed({ ...about, facet: row }, reading, { known, base: match.confidence * 0.95 });
  }
  if (isAboutMore(reading)) {
    return weighed({ kind: 'suggest', asked: reading.text, candidates: match.terms }, reading, OUTSIDE);
  }
  const certainty = DEFINES.test(sentence) ? 1 : UNDECIDED;
  return weighed({ kind: 'define', match }, reading, { known: [], base: match.confidence * certainty });
}

/**
 * "asymetric encryption" is not Encryption: the unknown words beside a name may belong to a longer one, misspelt.
 * Null when they do not.
 */
function longerName(reading: Reading, match: Match): { reading: Reading; match: Match } | null {
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
    .map(word => (word.startsWith('§') ? match.name : word))
    .join(' ');
  const found = reading.lexicon.index.find(phrase) ?? reading.lexicon.index.correct(phrase);
  if (!found || found.via === 'mention' || found.terms.some(term => match.terms.includes(term))) return null;
  const words = masked.toSpliced(from, to - from, '§0');
  const spotted = { matches: [found], masked: words };
  const content = words.filter(word => isFree(word));
  return { reading: { ...reading, spotted, sentence: words.join(' '), content }, match: found };
}

/** Part of the words that a passage must have, weighed by rarity, to answer a question that no facet covers. */
const COVERED = 0.5;
/** "How do I …" asks for steps; most are about a team's own systems. */
const COVERED_HOW = 0.8;

/** "How do §0s share the kernel?": a statement about the term that has what else was said; null where none has. */
function asksPassage(reading: Reading, match: Match): Understood | null {
  const { content, lexicon, isQuestion, sentence } = reading;
  if (content.length === 0 || (!isQuestion && !HOW_TO.test(sentence))) return null;
  const coverage = Math.max(
    0,
    ...match.terms.map(term => rankPassages(term, stems(content), lexicon)[0]?.coverage ?? 0),
  );
  if (coverage < (HOW_TO.test(sentence) ? COVERED_HOW : COVERED)) return null;
  const query = { kind: 'facet', match, facet: null, also: null, about: stems(content) } as const;
  return weighed(query, reading, { known: content, base: match.confidence * UNDECIDED * coverage });
}

function cueWords({ content, spotted, lexicon }: Reading): string[] {
  const used = facetCue(spotted.masked, lexicon.vocabulary)?.used ?? [];
  return content.filter(word => used.includes(stemOf(word)));
}

/** The word that is set against the name, "zeppelin" in "§0 vs zeppelin"; null when nothing is. */
function otherSide(sentence: string): string | null {
  const found = OTHER_SIDE.exec(sentence)
    ?.slice(1)
    .find(word => word !== undefined);
  return found !== undefined && !found.startsWith('§') && !isFunctionWord(found) ? found : null;
}

/** The other side may be misspelt; when it is like no name, that is said rather than half the question answered. */
function readOtherSide(reading: Reading, match: Match, other: string): Understood {
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
  return weighed({ kind: 'suggest', asked: other, candidates }, reading, { known: [], base: 0.4 });
}

/** "container registry", "how do I restart a container": the name is there, but the question is not about it alone. */
function isAboutMore({ sentence, spotted: { masked }, content }: Reading): boolean {
  if (content.length > MOST_CONTENT) return true;
  if (content.length > 0 && HOW_TO.test(sentence)) return true;
  const at = masked.findIndex(word => word.startsWith('§'));
  const next = /^(?:over|as|of)$/.test(masked[at + 1] ?? '') ? masked[at + 2] : masked[at + 1];
  return [masked[at - 1], next].some(word => word !== undefined && !isFunctionWord(word));
}
