import { stemmer } from 'stemmer';
import type { Comparison, Glossary, Group, Term } from '../glossary/glossary.ts';
import { aspectIn, bestLabel, comparisonsOf, tableAbout } from './aspects.ts';
import { readCommand } from './commands.ts';
import { facetCue } from './facet-cue.ts';
import type { Match, NameIndex } from './name-index.ts';
import { nameKey, words } from './normalise.ts';
import { matchesOf, type Query, type Understood } from './query.ts';
import { type Spotted, spot } from './spot.ts';
import { aspectStem, isFunctionWord } from './vocabulary.ts';

/** A glossary with its names indexed: all that understanding needs. */
export interface Lexicon {
  readonly glossary: Glossary;
  readonly index: NameIndex;
}

const MOST_COMPARED = 4;
const QUESTION =
  /\?\s*$|^\W*(?:what|whats|which|who|why|when|where|how|is|are|does|do|can|could|should|would|will|wtf|difference|explain|define)\b/i;
const YES_NO =
  /^(?:so |and |but |hey |hi )*(?:is|are|was|were|does|do|did|can|could|will|would|should|has|have|isnt|arent|doesnt|dont|cant)\b/;
const COMPARING =
  /\b(?:vs|versus|differences?|differs?|different|compared?|comparing|comparison|than|instead|rather|over|or|better|contrast|distinguish|similar|similarit(?:y|ies)|which)\b/;
const RELATING =
  /§\d+(?: \w+)* (?:in|inside|on|within|with|behind|under|use|uses|using|through|together|into|need|needs|require|requires)(?: \w+)* §\d+|\b(?:together|relate|relates|related|relation|relationship|interact|combine|combined|connect|connected)\b/;
const SUPERLATIVE = /\b(?:most|least|which|best|\w{3,}est|\w{3,}er)\b/;
const LISTING =
  /\b(?:what|which) (?:\w+ )?(?:terms|words|entries|topics|pages|things)\b|\bwhat (?:do we|do you|have we|have you|else do we) (?:have|got|know)?\b|^(?:list|show)\b|\b(?:all|any) (?:the )?(?:terms|words)\b|^terms (?:on|about)\b/;
const DEFINING =
  /^(?:(?:hey|hi|hello|so|ok|um|please|sorry) )*(?:(?:can|could|would) (?:you|someone|anyone|somebody) (?:please )?)?(?:(?:tell me|do you know|does anyone know|i (?:do not|dont) (?:know|understand|get)|remind me) )?(?:what(?:s| is| are| was| does| do)?|who is|define|explain|describe|meaning of|definition of|(?:what is )?the meaning of|tell me (?:more )?about|wtf (?:is|are)|eli5|about)\b(?: (?:is|are|an?|the|meant by|it mean by))*/;
const POINTING_BACK = /\b(?:it|its|they|them|their|those|these|that|this|both|each)\b/;
const GOING_ON =
  /^(?:and|what about|how about|vs|versus|or|compared (?:to|with)|compare (?:it |them )?(?:to|with))\b/;

/**
 * Reads what was typed. Names come first; the words around them tell what is asked about them.
 * `after` holds what was asked before in the same thread, oldest first: "and its downsides?" is about that.
 * Any text gives a query; never throws.
 */
export function understand(text: string, lexicon: Lexicon, after: readonly string[] = []): Understood {
  const isQuestion = QUESTION.test(text);
  const bare = text.replace(/[\s?!.,;:]+$/u, '').trim();
  const whole = wholeText(bare, lexicon);
  if (whole) return { ...whole, isQuestion, unexplained: [] };
  const command = readCommand(bare);
  if (command?.kind === 'help') return sure({ kind: 'help' }, isQuestion);
  if (command?.kind === 'list') return listed(command.rest, lexicon, isQuestion);
  const compares = command?.kind === 'compare';
  const asked = command && command.rest !== '' ? command.rest : bare;
  const commanded = asked === bare ? null : wholeText(asked, lexicon);
  if (commanded && (!compares || commanded.query.kind === 'compare'))
    return { ...commanded, isQuestion, unexplained: [] };
  return understandQuestion(asked, lexicon, after, { isQuestion, compares });
}

interface Manner {
  readonly isQuestion: boolean;
  /** The compare command was given, so that "containers vms" names two terms to compare. */
  readonly compares: boolean;
}

/** The text is a name, a group's title, or one of the forms that buttons send: "Advantages of X", "X vs Y". */
function wholeText(text: string, { index, glossary }: Lexicon): { query: Query; confidence: number } | null {
  const match = index.find(text);
  if (match) return { query: { kind: 'define', match }, confidence: match.confidence };
  const group = index.group(text);
  if (group) return { query: { kind: 'list', subject: group.title, group }, confidence: 0.99 };
  for (const { index: at } of text.matchAll(/ of /gi)) {
    const owner = index.find(text.slice(at + 4));
    const facet =
      owner && owner.via !== 'mention' ? ownLabel(owner.terms, glossary, text.slice(0, at)) : null;
    if (owner && facet !== null) {
      return { query: { kind: 'facet', match: owner, facet, about: [] }, confidence: owner.confidence };
    }
  }
  const sides = text.replace(/^compare\s+/i, '').split(/\s+vs\.?\s+/i);
  const matches =
    sides.length > 1 && sides.length <= MOST_COMPARED ? sides.map(side => index.find(side)) : [];
  const known = matches.filter(side => side !== null);
  const isWhole =
    known.length === sides.length && new Set(known.map(side => side.terms[0])).size === known.length;
  return isWhole && known.length > 1
    ? { query: { kind: 'compare', matches: known, aspect: null }, confidence: weakest(known) }
    : null;
}

/** A facet or table row of the terms with this very name. */
function ownLabel(terms: readonly Term[], glossary: Glossary, label: string): string | null {
  const key = nameKey(label);
  return labelsOf(terms, glossary).find(own => nameKey(own) === key) ?? null;
}

function labelsOf(terms: readonly Term[], glossary: Glossary): string[] {
  const facets = terms.flatMap(term => term.facets.map(facet => facet.name));
  const rows = terms
    .flatMap(term => comparisonsOf(glossary, [term]))
    .flatMap(table => table.rows.map(row => row.label));
  return [...facets, ...rows];
}

function understandQuestion(
  text: string,
  lexicon: Lexicon,
  after: readonly string[],
  manner: Manner,
): Understood {
  const spotted = withContext(spot(text, lexicon.index), lexicon, after);
  const { matches, masked } = spotted;
  const sentence = masked.join(' ');
  const reading: Reading = {
    ...manner,
    text,
    sentence,
    spotted,
    lexicon,
    content: masked.filter(word => !word.startsWith('§') && !isFunctionWord(word)),
  };
  if (/^(?:help|what can you do|how do i use (?:this|you|it)|commands|usage)$/.test(sentence))
    return sure({ kind: 'help' }, manner.isQuestion);
  if (LISTING.test(sentence)) {
    const list = readList(reading);
    if (list) return list;
  }
  if (matches.length >= 2) return readSeveral(reading);
  if (matches.length === 1 && matches[0] && !manner.compares) return readOne(reading, matches[0]);
  return readUnnamed(reading);
}

interface Reading extends Manner {
  readonly text: string;
  /** The masked words, joined. */
  readonly sentence: string;
  readonly spotted: Spotted;
  readonly lexicon: Lexicon;
  /** Words that carry meaning and name no term. */
  readonly content: readonly string[];
}

/** Adds the terms asked about before, when this text points back at them or goes on from them. */
function withContext(spotted: Spotted, lexicon: Lexicon, after: readonly string[]): Spotted {
  const last = after.at(-1);
  if (last === undefined) return spotted;
  const sentence = spotted.masked.join(' ');
  const pointsBack = POINTING_BACK.test(sentence) && spotted.matches.length < 2;
  const goesOn = GOING_ON.test(sentence) && spotted.matches.length === 1;
  const lacksSubject =
    spotted.matches.length === 0 && (facetCue(spotted.masked) !== null || SUPERLATIVE.test(sentence));
  if (!pointsBack && !goesOn && !lacksSubject) return spotted;
  const before = understand(last, lexicon, after.slice(0, -1)).query;
  const earlier = matchesOf(before);
  if (earlier.length === 0) return spotted;
  if (
    goesOn &&
    /^(?:and|what about|how about)\b/.test(sentence) &&
    before.kind === 'facet' &&
    before.facet !== null
  ) {
    return { matches: spotted.matches, masked: [...words(before.facet), 'of', '§0'] };
  }
  const shift = earlier.length;
  const later = spotted.masked.map(word =>
    word.startsWith('§') ? `§${Number(word.slice(1)) + shift}` : word,
  );
  return {
    matches: [...earlier, ...spotted.matches].slice(0, MOST_COMPARED),
    masked: [...earlier.map((_, index) => `§${index}`), ...later],
  };
}

function readSeveral(reading: Reading): Understood {
  const { sentence, lexicon, content } = reading;
  const matches = reading.spotted.matches.slice(0, MOST_COMPARED);
  const tables = comparisonsOf(
    lexicon.glossary,
    matches.flatMap(match => match.terms.slice(0, 1)),
  );
  const asksRelation =
    RELATING.test(sentence) &&
    !/\b(?:vs|versus|differences?|differs?|different|compare|than|better)\b/.test(sentence);
  if (asksRelation && !reading.compares) {
    return weighed({ kind: 'relation', matches }, reading, { known: content, base: weakest(matches) * 0.97 });
  }
  const cue = facetCue(reading.spotted.masked);
  const labels = tables.flatMap(table => table.rows.map(row => row.label));
  const fromWords = aspectIn(tables, content) ?? bestLabel(labels, askedAdjectives(sentence));
  const fromCue =
    cue &&
    (labels.find(label => nameKey(label) === nameKey(cue.facet)) ?? (fromWords === null ? cue.facet : null));
  const aspect = fromCue && (fromWords === null || (cue && cue.used.length > 0)) ? fromCue : fromWords;
  const compares =
    reading.compares ||
    COMPARING.test(sentence) ||
    YES_NO.test(sentence) ||
    aspect !== null ||
    content.length === 0;
  const query: Query = { kind: 'compare', matches, aspect };
  return weighed(query, reading, {
    known: aspect === null ? [] : content,
    base: weakest(matches) * (compares ? 0.98 : 0.7),
  });
}

/** Comparatives that are too common to be content: "which is better", "is it faster". */
function askedAdjectives(sentence: string): string[] {
  return sentence.split(' ').filter(word => !word.startsWith('§') && aspectStem(word) !== stemmer(word));
}

function readOne(reading: Reading, match: Match): Understood {
  const { sentence, spotted, lexicon, content } = reading;
  if (isUnfinishedComparison(sentence)) return readUnnamed(reading);
  const cue = facetCue(spotted.masked);
  const own = labelsOf(match.terms, lexicon.glossary);
  const named =
    content.length > 0
      ? bestLabel(
          own,
          content.filter(word => !cue?.used.includes(nameKey(word))),
        )
      : null;
  if (cue) {
    const rest = content.filter(word => !cue.used.includes(nameKey(word)));
    return weighed(
      { kind: 'facet', match, facet: cue.facet, about: stems(rest) },
      { ...reading, content: rest },
      { known: named ? rest : [], base: match.confidence * 0.98 },
    );
  }
  if (YES_NO.test(sentence)) {
    return weighed({ kind: 'facet', match, facet: null, about: stems(content) }, reading, {
      known: content,
      base: match.confidence * 0.85,
    });
  }
  if (named !== null && content.length <= 3) {
    return weighed({ kind: 'facet', match, facet: named, about: stems(content) }, reading, {
      known: content,
      base: match.confidence * 0.95,
    });
  }
  if (standsInLongerName(spotted.masked) || content.length > 2) {
    return weighed({ kind: 'suggest', asked: reading.text, candidates: match.terms }, reading, {
      known: [],
      base: 0.4,
    });
  }
  return weighed({ kind: 'define', match }, reading, { known: [], base: match.confidence });
}

/** "container vs zeppelin": a second side was named that no name accounts for. */
function isUnfinishedComparison(sentence: string): boolean {
  const side =
    /§0 (?:vs|versus)(?: (?:an?|the))? (\S+)|(\S+) (?:vs|versus)(?: (?:an?|the))? §0|\bbetween .*§0 and (\S+)|\bbetween (\S+) and .*§0/.exec(
      sentence,
    );
  return side !== null;
}

/** "container registry": an unknown word right beside the name, so that the name may be part of another one. */
function standsInLongerName(masked: readonly string[]): boolean {
  const at = masked.findIndex(word => word.startsWith('§'));
  return [masked[at - 1], masked[at + 1]].some(word => word !== undefined && !isFunctionWord(word));
}

/** No name was found as spelled: a superlative over a table, a misspelt name, or nothing that the glossary knows. */
function readUnnamed(reading: Reading): Understood {
  const { sentence, lexicon, content, text } = reading;
  if (SUPERLATIVE.test(sentence) && content.length <= 2 && reading.spotted.matches.length === 0) {
    const found = tableAbout(lexicon.glossary.comparisons, [...content, ...askedAdjectives(sentence)]);
    if (found && isQuestionWord(sentence)) return superlative(found, reading);
  }
  const slots = slotsOf(text, sentence, reading.compares);
  const corrected = slots.map(slot => lexicon.index.find(slot) ?? lexicon.index.correct(slot));
  const known = corrected.filter(match => match !== null);
  if (known.length > 0 && known.length === slots.length) {
    const names = known.map(match => match.name);
    if (known.length >= 2)
      return weighed({ kind: 'compare', matches: known, aspect: null }, reading, {
        known: content,
        base: weakest(known),
      });
    const cue = facetCue(reading.spotted.masked);
    const [match] = known;
    if (match && cue && names.length === 1) {
      return weighed({ kind: 'facet', match, facet: cue.facet, about: [] }, reading, {
        known: content,
        base: match.confidence,
      });
    }
    if (match) return weighed({ kind: 'define', match }, reading, { known: content, base: match.confidence });
  }
  const candidates = [
    ...new Set([
      ...known.flatMap(match => match.terms),
      ...slots.flatMap(slot => lexicon.index.nearest(slot, 5).flatMap(near => near.terms)),
    ]),
  ];
  const asked = slots.find((_, index) => corrected[index] === null) ?? text;
  if (candidates.length > 0)
    return weighed({ kind: 'suggest', asked, candidates: candidates.slice(0, 5) }, reading, {
      known: [],
      base: 0.4,
    });
  return {
    query: { kind: 'unknown', asked },
    confidence: 0,
    isQuestion: reading.isQuestion,
    unexplained: content,
  };
}

function isQuestionWord(sentence: string): boolean {
  return /\b(?:what|whats|which|who)\b/.test(sentence);
}

function superlative(found: { table: Comparison; label: string }, reading: Reading): Understood {
  const matches = found.table.subjects
    .slice(0, MOST_COMPARED)
    .map(
      (term): Match => ({ via: 'normalised', confidence: 0.9, terms: [term], mentions: [], name: term.name }),
    );
  return weighed({ kind: 'compare', matches, aspect: found.label }, reading, {
    known: reading.content,
    base: 0.9,
  });
}

/** Words at most in what may be a misspelt name; longer texts are about something else. */
const MOST_SLOT_WORDS = 5;

/** The parts of the text that must be names, by the form of the question: "what is X", "X vs Y", "advantages of X". */
function slotsOf(text: string, sentence: string, compares: boolean): string[] {
  const plainText = words(text).join(' ');
  const subject = plainText
    .replace(/^compare /, '')
    .replace(DEFINING, '')
    .replace(/\b(?:the )?differences? (?:between|of) /, '')
    .trim();
  const sides = subject
    .split(
      compares
        ? / (?:vs|versus|and|with|to|or) /
        : / (?:vs|versus) |(?<=^.{0,40}) (?:or|and|from) (?=\S+(?: \S+)?$)/,
    )
    .map(withoutArticle);
  const isComparison = compares || /\b(?:vs|versus|difference|compare)\b/.test(plainText);
  if (isComparison && sides.length >= 2) return sides.filter(isSlot);
  const ofFacet = / (?:of|for) (?:an? |the )?(.+)$/.exec(plainText)?.[1];
  if (ofFacet !== undefined && facetCue(words(text)) !== null) return [ofFacet].filter(isSlot);
  const isDefining = DEFINING.test(plainText) || words(text).length <= 3;
  return isDefining && !sentence.includes('§') ? [withoutArticle(subject)].filter(isSlot) : [];
}

function withoutArticle(text: string): string {
  return text
    .replace(/^(?:an?|the) /, '')
    .replace(/ (?:mean|means|stand for|please|again)$/, '')
    .trim();
}

function isSlot(text: string): boolean {
  const parts = text.split(' ');
  return text !== '' && parts.length <= MOST_SLOT_WORDS && parts.some(word => !isFunctionWord(word));
}

function readList(reading: Reading): Understood | null {
  const subject =
    /\b(?:on|about|for|regarding|around|in|under|related to|to do with) (?:the |an? )?(.+?)(?: (?:do we have|are there|are known|is there))?$/.exec(
      words(reading.text).join(' '),
    )?.[1];
  if (subject !== undefined) return listed(subject, reading.lexicon, reading.isQuestion);
  return /\b(?:terms|words|entries|topics|pages)\b/.test(reading.sentence)
    ? listed('', reading.lexicon, reading.isQuestion)
    : null;
}

function listed(subject: string, { index }: Lexicon, isQuestion: boolean): Understood {
  const group: Group | null = subject === '' ? null : index.group(subject);
  return { query: { kind: 'list', subject, group }, confidence: 0.95, isQuestion, unexplained: [] };
}

function sure(query: Query, isQuestion: boolean): Understood {
  return { query, confidence: 1, isQuestion, unexplained: [] };
}

/** Each unexplained word makes it less likely that the question was understood. */
const PER_UNEXPLAINED_WORD = 0.85;

function weighed(
  query: Query,
  reading: Reading,
  { known, base }: { known: readonly string[]; base: number },
): Understood {
  const unexplained = reading.content.filter(word => !known.includes(word));
  const confidence = Math.round(base * PER_UNEXPLAINED_WORD ** unexplained.length * 1000) / 1000;
  return { query, confidence, isQuestion: reading.isQuestion, unexplained };
}

function weakest(matches: readonly Match[]): number {
  return Math.min(1, ...matches.map(match => match.confidence));
}

function stems(content: readonly string[]): string[] {
  return content.map(word => stemmer(word));
}
