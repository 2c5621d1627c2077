import { NEXT_BEST } from '../glossary/facets.ts';
import type { Group } from '../glossary/glossary.ts';
import { asksDefinition, definingWords, isPlainDefinition } from './asks-definition.ts';
import { bestLabel, labelsOf } from './aspects.ts';
import {
  HOW_TO,
  isAboutMore,
  longerName,
  MOST_CONTENT,
  nearPhrase,
  otherSide,
  readOtherSide,
} from './beside-name.ts';
import { type FacetCue, facetCue } from './facet-cue.ts';
import { nameKey, words } from './normalise.ts';
import { type RankedPassage, rankPassages, shareOf } from './passages.ts';
import type { Understood } from './query.ts';
import {
  CLEARLY,
  type Lexicon,
  OFFERED,
  POINTS_AT_NAME,
  type Reading,
  stems,
  weighed,
  YES_NO,
} from './reading.ts';
import type { Match } from './said-names.ts';
import { NUMBER } from './statements.ts';
import { stemOf } from './stem.ts';

/** How much is left of the confidence when a name stands in a question of another form; too little to speak unasked. */
const UNDECIDED = 0.82;

/** Part of the words that a statement must have, weighed by rarity, to answer a question that no facet covers. */
const COVERED = 0.25;
const HALF = 0.5;
/** Part of the words that have to stand there as they were said. */
const LITERALLY = 0.3;
const MOSTLY = 0.75;
/** "Does a §0 …" asks for one fact; what has less of it than this decides nothing. */
const DECIDING = 0.2;
/** A statement outside of the facet that was asked for has to say that much of what else was said. */
const DECIDING_ELSEWHERE = 0.7;
/** Where the facet that was asked for is missing. */
const ENOUGH_INSTEAD = 0.35;
/** "How do I …" asks for steps; most are about a team's own systems. */
const COVERED_STEPS = 0.5;
const STEPS = /^(?:§\d+ )*(?:how|where) (?:do|can|could|would|should|shall) (?:i|we)\b|^(?:§\d+ )*how to\b/;
/** Words at least that a text has to say about a name when it asks nothing. */
const FEWEST_SAID = 2;

/** One term is named: what it is, one side of it, or a statement that decides what was asked. */
export function readOne(reading: Reading, match: Match): Understood {
  const { sentence } = reading;
  const other = otherSide(sentence);
  if (other !== null) return readOtherSide(reading, match, other);
  if (match.via === 'mention') return readMention(reading, match);
  const longer = longerName(reading, match);
  if (longer) return readOne(longer.reading, longer.match);
  const cue = cueOf(reading, match);
  // "What is the silver layer?": a layer is what it is, where it has no such side.
  const isKind = cue !== null && KIND_OF_IT.test(sentence) && !hasOrNear(match, cue.facet, reading.lexicon);
  if (isKind)
    return weighed({ kind: 'define', match }, reading, { known: reading.content, base: match.confidence });
  const known = definingWords(reading);
  const asksOfPart = IN_IT.test(sentence) && reading.content.some(word => !known.includes(word));
  if (asksDefinition(sentence) && !asksOfPart)
    return weighed({ kind: 'define', match }, reading, {
      known,
      base: match.confidence,
    });
  if (POINTS_AT_NAME.test(sentence) && cue === null)
    return weighed({ kind: 'define', match }, reading, { known: [], base: match.confidence * UNDECIDED });
  const isAllAsked =
    !IS_SOMETHING.test(sentence) &&
    cue !== null &&
    reading.content.every(word => cue.used.includes(stemOf(word)));
  if (YES_NO.test(sentence) && !isAllAsked) {
    return readYesNo(reading, match) ?? (cue ? readCue(reading, match, cue) : unanswered(reading, match));
  }
  const isMeant = cue !== null && !QUANTITY.test(sentence);
  return (
    readRow(reading, match, cue) ??
    (isMeant ? readCue(reading, match, cue) : null) ??
    (IT_DOES.test(sentence) ? readHow(reading, match) : null) ??
    asksPassage(reading, match) ??
    readHow(reading, match) ??
    readDefinition(reading, match)
  );
}

const KIND_OF_IT = /^(?:what|whats)(?: (?:is|are|s))? (?:an? |the )?§0 \w+$/;

/** "What does critical mean in §0?" */
const IN_IT = /\b(?:in|for|of|with) (?:an? |the )?§0$/;

/** "Is §0 a product?" asks whether it is one, not for products. */
const IS_SOMETHING = /^(?:so )?(?:is|are) (?:an? |the )?§0 (?:an?|the|just|only|really|some|any kind of) /;

/** Asks for a number, which no facet is called after. */
const QUANTITY =
  /\bhow (?:many|much|often|old|big|large|far)\b|\b(?:number of|which number|what number|port number|what port|which port|what year|which year|what percentage|percentage of|which rfc|what rfc|rfc number|in (?:euros?|dollars?|seconds?|minutes?|hours?|percent|bits?|bytes)|what size|which size)\b|\bwhen (?:was|were|did)\b/;

/** "How often must it be …" is answered by "whenever …" as well. */
const LOOSELY = /\bhow (?:often|old|big|large|far)\b|\bwhen\b/;

/** The stems of what is said beside the name, and a number where one is asked for. */
function aboutOf({ content, sentence }: Reading): string[] {
  return [...stems(content), ...(QUANTITY.test(sentence) ? [NUMBER] : [])];
}

/** What is ours is known to us alone: more than half of what was said has to stand in the wiki. */
function least(usual: number, { sentence }: Reading): number {
  return OURS.test(sentence) ? Math.max(usual, HALF) : usual;
}

const OURS = /\b(?:our|ours)\b/;

/** The facet that is asked for: of several that the words may mean, the first that the term has. */
function cueOf({ spotted, lexicon }: Reading, match: Match): FacetCue | null {
  const cue = facetCue(spotted.masked, lexicon.vocabulary);
  if (cue === null || hasFacet(match, cue.facet, lexicon)) return cue;
  const isNear = hasOrNear(match, cue.facet, lexicon);
  if (isNear && !cue.others.some(({ facet }) => hasFacet(match, facet, lexicon))) return cue;
  const other =
    cue.others.find(({ facet }) => hasFacet(match, facet, lexicon)) ??
    cue.others.find(({ facet }) => hasOrNear(match, facet, lexicon));
  return other ? { ...cue, facet: other.facet, used: [...cue.used, ...other.used] } : cue;
}

/** A statement decides: "does a §0 have its own kernel?". Where none does, that is said. */
function readYesNo(reading: Reading, match: Match): Understood | null {
  const { content } = reading;
  const about = aboutOf(reading);
  const best = bestOf(match, about, reading);
  if (!best || best.coverage < least(DECIDING, reading)) return null;
  const query = { kind: 'facet', match, facet: null, also: null, about } as const;
  return weighed(query, reading, { known: content, base: match.confidence * sureness(best) });
}

/** A row of a table, or a facet of the page's own, that the words name. */
function readRow(reading: Reading, match: Match, cue: FacetCue | null): Understood | null {
  const { content, sentence, lexicon } = reading;
  const { vocabulary } = lexicon;
  const row = bestLabel(labelsOf(match.terms, lexicon.glossary), content, vocabulary);
  if (row === null) return null;
  const unsaid = content.filter(word => vocabulary.labelScore([word], row) === 0);
  const isClear = vocabulary.labelScore(content, row) >= CLEARLY;
  // "Which versions should I use" asks for the versions; "use" is how one asks.
  const mayBe = (cue === null || cue.isLoose) && content.length <= MOST_CONTENT + 1 && !HOW_TO.test(sentence);
  if (!isClear && !(mayBe && unsaid.length === 0)) return null;
  const query = { kind: 'facet', match, facet: row, also: null, about: stems(content) } as const;
  return weighed(query, reading, { known: content, base: match.confidence * 0.95 });
}

/** A facet that is asked for by its words; a statement elsewhere that has more of what else was said answers instead. */
function readCue(reading: Reading, match: Match, cue: FacetCue): Understood {
  const { content, lexicon } = reading;
  const rest = content.filter(word => !cue.used.includes(stemOf(word)));
  const about = stems(rest);
  const labels = labelsOf(match.terms, lexicon.glossary);
  const isKnown = bestLabel(labels, rest, lexicon.vocabulary) !== null;
  const inFacet = coverageIn(match, about, reading, cue.facet);
  const elsewhere = bestOf(match, about, reading);
  const has =
    hasFacet(match, cue.facet, lexicon) || (cue.also !== null && hasFacet(match, cue.also, lexicon));
  const asPassage = { kind: 'facet', match, facet: null, also: null } as const;
  const group = has ? null : groupNamed(match, cue, reading);
  if (group)
    return weighed({ kind: 'list', subject: group.title, group }, reading, {
      known: content,
      base: match.confidence * 0.95,
    });
  if (!has && rest.length > 0) {
    const said = bestOf(match, stems(content), reading);
    if (said && said.coverage >= ENOUGH_INSTEAD)
      return weighed({ ...asPassage, about: stems(content) }, reading, {
        known: content,
        base: match.confidence * sureness(said),
      });
  }
  if (rest.length > 1 && elsewhere && elsewhere.coverage >= DECIDING_ELSEWHERE && inFacet === 0)
    return weighed({ ...asPassage, about }, reading, {
      known: content,
      base: match.confidence * sureness(elsewhere),
    });
  const query = { kind: 'facet', match, facet: cue.facet, also: cue.also, about } as const;
  const known = isKnown || inFacet >= HALF ? content : content.filter(word => !rest.includes(word));
  // "Why don't §0s ever get lonely?" has a question's form and asks something else.
  const isOdd = WHY.test(reading.sentence) && rest.length > 0 && inFacet === 0;
  return weighed(query, reading, { known, base: match.confidence * (isOdd ? UNDECIDED : 0.98) });
}

const WHY = /^(?:so )?(?:why|who)\b/;

/** "How do §0s share the kernel?": a statement about the term that has what else was said; null where none has. */
function asksPassage(reading: Reading, match: Match): Understood | null {
  const { content, isQuestion, sentence } = reading;
  // "Container registry" is a name that the glossary lacks, rather than a question.
  if (content.length === 0 || (!isQuestion && content.length < FEWEST_SAID)) return null;
  const about = aboutOf(reading);
  const best = bestOf(match, about, reading);
  if (!best || best.coverage < least(STEPS.test(sentence) ? COVERED_STEPS : COVERED, reading)) return null;
  const isSaid = LOOSELY.test(sentence) && coverageOf(match, stems(content), reading) >= MOSTLY;
  const needsNumber = about.includes(NUMBER) && !isSaid;
  if (needsNumber && !hasNumber(match, about, reading)) return null;
  const query = { kind: 'facet', match, facet: null, also: null, about } as const;
  return weighed(query, reading, { known: content, base: match.confidence * sureness(best) });
}

/** "How is a §0 number handed out?": the way it works, unless a statement elsewhere has nearly all of the words. */
function readHow(reading: Reading, match: Match): Understood | null {
  const isOwn = STEPS.test(reading.sentence) && reading.content.length > 0;
  const isBare = reading.content.length === 0 && !IT_DOES.test(reading.sentence);
  const isAsked = HOW.test(reading.sentence) && !isOwn && !isBare;
  if (!isAsked || !hasFacet(match, HOW_IT_WORKS, reading.lexicon)) return null;
  const about = stems(reading.content.filter(word => !DOERS.has(word)));
  const anywhere = coverageOf(match, about, reading);
  if (
    about.length > 1 &&
    anywhere >= MOSTLY &&
    coverageIn(match, about, reading, HOW_IT_WORKS) < anywhere / 2
  )
    return null;
  const query = { kind: 'facet', match, facet: HOW_IT_WORKS, also: null, about } as const;
  const known = anywhere >= HALF ? reading.content : [];
  return weighed(query, reading, { known, base: match.confidence });
}

const HOW =
  /^(?:§\d+ )*how(?: (?:exactly|actually|really))* (?:is|are|was|were|does|do|did|can|will|gets?|come|to|would|should)\b|^(?:so )?how(?: exactly)? (?:an? |the )?§\d+ (?:\w+ )?(?:is|are|gets?|does|do|works?|was|were)\b/;
/** Who does it says nothing of how. */
const DOERS = new Set(
  'attacker attackers hacker hackers intruder intruders criminal criminals people teams team companies engineers devs developers admins users'.split(
    ' ',
  ),
);

/** "How does a §0 …", "how is §0 done", "how to §0", rather than "how do you know that somebody uses a §0". */
const IT_DOES =
  /\bhow(?: (?:exactly|actually|really|even))* (?:is|are|was|were|does|do|did|can|will|would|to|should|could)(?: (?:i|we|you|one|they|people|attackers?|hackers?|intruders?|criminals?|someone|somebody|teams?|companies|engineers?|devs?|developers?|admins?|users?))?(?: (?:exactly|actually|really|even))*(?: (?:an?|the|do|make|get|use|run|set up|go about))* §\d+/;
const HOW_IT_WORKS = 'How It Works';

function readDefinition(reading: Reading, match: Match): Understood {
  if (isAboutMore(reading) || QUANTITY.test(reading.sentence)) return unanswered(reading, match);
  const certainty = isPlainDefinition(reading.sentence) ? 1 : UNDECIDED;
  return weighed({ kind: 'define', match }, reading, { known: [], base: match.confidence * certainty });
}

/** What is named only under a term: a statement there that has what else was said, else where it is named. */
function readMention(reading: Reading, match: Match): Understood {
  const { sentence, content, lexicon } = reading;
  const cue = facetCue(reading.spotted.masked, lexicon.vocabulary);
  const rest = content.filter(word => !(cue?.used ?? []).includes(stemOf(word)));
  const name = stems(words(match.name));
  if (rest.length > 0) {
    const found = match.terms.map(term => {
      const [best] = rankPassages(term, [...name, ...stems(rest)], lexicon);
      return best && name.every(stem => best.has.has(stem)) ? shareOf(best, stems(rest)) : 0;
    });
    const most = Math.max(0, ...found);
    if (most >= HALF) {
      const terms = match.terms.filter((_, at) => found[at] === most);
      const query = {
        kind: 'facet',
        match: { ...match, terms },
        facet: null,
        also: null,
        about: [...name, ...stems(rest)],
      } as const;
      return weighed(query, reading, {
        known: content,
        base: match.confidence * sureness({ coverage: most, literal: most }),
      });
    }
    if (HOW_TO.test(sentence) || rest.length > 1 || YES_NO.test(sentence) || isAboutMore(reading))
      return unanswered(reading, match);
  }
  const known = content.filter(word => !rest.includes(word));
  const certainty = isPlainDefinition(sentence) || cue !== null ? 1 : UNDECIDED;
  return weighed({ kind: 'define', match }, reading, { known, base: match.confidence * certainty });
}

/** The term is known, and what was asked about it is not: the nearest lines are offered. */
function unanswered(reading: Reading, { terms }: Match): Understood {
  const about = stems(reading.content);
  const near = nearPhrase(reading).filter(term => !terms.includes(term));
  const candidates = [...terms, ...near];
  return weighed({ kind: 'suggest', asked: reading.text, candidates, about }, reading, OFFERED);
}

function coverageOf(match: Match, about: readonly string[], reading: Reading): number {
  return bestOf(match, about, reading)?.coverage ?? 0;
}

/** The statement about any meaning that has most of what was said. */
function bestOf({ terms }: Match, about: readonly string[], { lexicon }: Reading): RankedPassage | null {
  const best = terms.flatMap(term => rankPassages(term, about, lexicon)[0] ?? []);
  return best.toSorted((a, b) => b.coverage - a.coverage)[0] ?? null;
}

/** Whether a statement that has some of the words has a number as well. */
function hasNumber({ terms }: Match, about: readonly string[], { lexicon }: Reading): boolean {
  return terms.some(term =>
    rankPassages(term, about, lexicon).some(({ has }) => has.has(NUMBER) && has.size > 1),
  );
}

/** The most that a statement under one facet has of what was said. */
function coverageIn({ terms }: Match, about: readonly string[], { lexicon }: Reading, facet: string): number {
  const found = terms.flatMap(term => rankPassages(term, about, lexicon));
  return Math.max(0, ...found.filter(passage => passage.facet === facet).map(({ coverage }) => coverage));
}

/** "DNS record types" names what the heading "Record Types" stands above: words of the name, and the word for kinds. */
function groupNamed(match: Match, { used }: FacetCue, { lexicon }: Reading): Group | null {
  const own = new Set(
    match.terms
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .flatMap(words)
      .map(stemOf),
  );
  const isNamed = ({ title }: Group) => {
    const parts = words(title).map(stemOf);
    return (
      parts.some(part => used.includes(part)) &&
      parts.some(part => own.has(part)) &&
      parts.every(part => own.has(part) || used.includes(part))
    );
  };
  return lexicon.glossary.groups.find(isNamed) ?? null;
}

function hasOrNear(match: Match, facet: string, lexicon: Lexicon): boolean {
  return [facet, ...(NEXT_BEST[facet] ?? [])].some(name => hasFacet(match, name, lexicon));
}

function hasFacet({ terms }: Match, facet: string, { glossary }: Lexicon): boolean {
  const key = nameKey(facet);
  return labelsOf(terms, glossary).some(label => nameKey(label) === key);
}

/** How sure an answer is whose statement has so much of what was said. */
function sureness({ coverage, literal }: Pick<RankedPassage, 'coverage' | 'literal'>): number {
  if (coverage < HALF || literal < LITERALLY) return 0.7;
  return coverage >= MOSTLY ? 0.96 : 0.88;
}
