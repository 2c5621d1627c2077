import type { Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { bestLabel, rowAbout, tablesOf } from './aspects.ts';
import { facetCue } from './facet-cue.ts';
import { contentWords } from './function-words.ts';
import { nameKey, words } from './normalise.ts';
import { rankPassages, statementsOn } from './passages.ts';
import type { Query, Understood } from './query.ts';
import { readOne } from './read-one.ts';
import {
  askedAdjectives,
  CLEARLY,
  type Lexicon,
  MOST_COMPARED,
  OFFERED,
  POINTS_AT_NAME,
  type Reading,
  stems,
  weakest,
  weighed,
  YES_NO,
} from './reading.ts';
import type { Match } from './said-names.ts';
import { saysName } from './says-name.ts';
import type { Passage } from './statements.ts';

const COMPARING =
  /\b(?:vs|versus|diff|differences?|differs?|different|compared?|comparing|comparison|than|instead|rather|over|or|better|against|separates?|apart|contrast|distinguish|distinguishes|distinction|distinctions|unlike|opposed|similar|similarit(?:y|ies)|which|same|equal|identical|synonyms?|interchangeabl[ey]|exclusive|side by side)\b/;
const CONTRASTING =
  /\b(?:vs|versus|diff|differences?|differs?|different|compared?|comparing|than|better|instead|side by side)\b/;
const RELATING =
  /§\d+(?: \w+)* (?:in|inside|on|within|with|behind|under|use|uses|using|through|together|into|feed|feeds|build|builds|built|belong|belongs|link|links|linked|made|consist|consists|need|needs|require|requires)(?: \w+)* §\d+|\b(?:together|relate|relates|related|relation|relationship|interact|combine|combined|connect|connected|connection|fit|coexist|co exist|coexists|alongside|next to each other|hand in hand|complement|complements|complementary|link|linked|depend|depends|dependent|belong|belongs|in combination|team up|ties|tied|got to do with|has to do with|interplay|play)\b/;

/** What a question on a relation says besides its names. */
const JOINING = new Set(
  'coexist coexists alongside connection connected connect complement complements complementary link links linked hand feed feeds build builds built belong belongs consist consists depend depends dependent interact interplay play interaction combine combined combination join joined joint top part parts people come comes'.split(
    ' ',
  ),
);

/** "what does §0 mean in §1?", "meaning of §0 in §1": the second is only where the first was met. */
const DEFINES_WITHIN =
  /^(?:what|whats|wtf|define|explain|describe|meaning|definition)(?: (?:is|are|does|do|of|an?|the|exactly|counts? as))* §0(?: (?:mean|means|stand for|refer to|refers to|is|are))? (?:in|for|within|when|with|inside|on|by)(?: (?:an?|the|terms?|context|of|talking|about))* §1(?: \w+)?$/;
/** "What does §0 stand for, I only know §1." */
const STANDS_FOR = /§(\d+) (?:stands?|is short|standing) for\b/;

/** Two or more terms are named: how they combine, or how they differ. */
export function readSeveral(reading: Reading, all: readonly Match[]): Understood {
  const named = withoutWhole(all, reading);
  const [alone] = named;
  if (alone && named.length === 1 && all.length > 1) return readOne(asOne(reading, alone), alone);
  const { sentence, content, compares, lexicon } = reading;
  const [first] = named;
  const isRelated = lexicon.glossary.relations.some(({ terms }) =>
    named.every(match => match.terms.some(term => terms.includes(term))),
  );
  if (first && !compares && !isRelated && (DEFINES_WITHIN.test(sentence) || POINTS_AT_NAME.test(sentence)))
    return weighed({ kind: 'define', match: first }, reading, {
      known: [],
      base: first.confidence * ONLY_FIRST,
    });
  const spelledOut = named.find(
    match => STANDS_FOR.exec(sentence)?.[1] === `${reading.spotted.matches.indexOf(match)}`,
  );
  if (spelledOut)
    return weighed({ kind: 'define', match: spelledOut }, reading, {
      known: [],
      base: spelledOut.confidence * ONLY_FIRST,
    });
  const decided = compares || isRelated ? null : readPredicate(reading, named);
  if (decided) return decided;
  const sides = withoutPurpose(withoutRows(named, reading), reading);
  const matches = sides.slice(0, MOST_COMPARED);
  const leftOut = sides.slice(MOST_COMPARED).map(match => match.name);
  const aspect = aspectOf(reading, matches);
  const asksRow = aspect !== null && reading.lexicon.vocabulary.labelScore(content, aspect) >= CLEARLY;
  if (RELATING.test(sentence) && !CONTRASTING.test(sentence) && !compares && !asksRow) {
    const known = content.filter(word => JOINING.has(word));
    return weighed({ kind: 'relation', matches }, reading, { known, base: weakest(matches) * 0.97 });
  }
  if (HOW_TOGETHER.test(sentence) && !SETTING_AGAINST.test(sentence) && !compares && matches.length === 2)
    return weighed({ kind: 'relation', matches }, reading, { known: [], base: weakest(matches) * 0.9 });
  const isComparing =
    compares || COMPARING.test(sentence) || YES_NO.test(sentence) || aspect !== null || content.length === 0;
  const joins =
    YES_NO.test(sentence) &&
    !compares &&
    askedAdjectives(sentence, lexicon.vocabulary).length === 0 &&
    !SETTING_AGAINST.test(sentence) &&
    !IS_THE_OTHER.test(sentence);
  if (joins && matches.length === 2) {
    const known = content.filter(word => JOINING.has(word));
    return weighed({ kind: 'relation', matches }, reading, { known, base: weakest(matches) * 0.9 });
  }
  if (!isComparing && !isTouched(matches, reading)) {
    const candidates = matches.flatMap(match => match.terms);
    return weighed({ kind: 'suggest', asked: reading.text, candidates }, reading, OFFERED);
  }
  const query: Query = { kind: 'compare', matches, aspect, leftOut, unknown: [] };
  return weighed(query, reading, { known: aspect === null ? [] : content, base: weakest(matches) * 0.98 });
}

/**
 * In "Kubernetes Secrets" or "a pod in k8s" the whole is named only to say which part is meant: it heads the page or
 * the section that explains the part. It is left out, and of the part's meanings those elsewhere are.
 */
function withoutWhole(named: readonly Match[], { sentence, spotted, compares }: Reading): readonly Match[] {
  if (compares) return named;
  const wholes = named.filter(whole => {
    const at = spotted.matches.indexOf(whole);
    const parts = named.filter(part => part !== whole && partOf(part, whole).length > 0);
    return (
      parts.length === named.length - 1 &&
      parts.some(part => standsAround(sentence, at, spotted.matches.indexOf(part)))
    );
  });
  const [whole] = wholes;
  const isSide = CONTRASTING.test(sentence) && named.length < 3;
  if (!whole || wholes.length > 1 || isSide) return named;
  return named.filter(match => match !== whole).map(part => ({ ...part, terms: partOf(part, whole) }));
}

function standsAround(sentence: string, whole: number, part: number): boolean {
  return (
    sentence.includes(`§${whole} §${part}`) ||
    sentence === `§${part} §${whole}` ||
    new RegExp(`§${part}(?: \\w+)? (?:in|of|on|inside|within|under|for) (?:an? |the )?§${whole}`).test(
      sentence,
    ) ||
    new RegExp(`^(?:in|on|with|within|inside) (?:an? |the )?§${whole} .*§${part}`).test(sentence)
  );
}

/** The meanings of a part that stand below a title or heading that names the whole. */
function partOf(part: Match, whole: Match): readonly Term[] {
  const isNamed = (subject: string, { terms }: Match) =>
    terms.some(({ name, aliases }) =>
      [name, ...aliases].some(other => ` ${nameKey(subject)} `.includes(` ${nameKey(other)} `)),
    );
  // A title such as "Containers and VMs" names two things side by side.
  return part.terms.filter(({ subjects }) =>
    subjects.some(subject => isNamed(subject, whole) && !isNamed(subject, part)),
  );
}

/** The reading without the other names, which only say where the one is meant. */
export function asOne(reading: Reading, match: Match): Reading {
  const at = `§${reading.spotted.matches.findIndex(({ name }) => name === match.name)}`;
  const masked = reading.spotted.masked
    .filter(word => !word.startsWith('§') || word === at)
    .map(word => (word === at ? '§0' : word));
  return { ...reading, spotted: { matches: [match], masked }, sentence: masked.join(' ') };
}

/** Whether the wiki says something of what was asked about each of the terms. */
function isTouched(matches: readonly Match[], { content, isQuestion, sentence, lexicon }: Reading): boolean {
  if (!isQuestion || !/\b(?:and|or)\b/.test(sentence)) return false;
  const about = stems(content);
  return matches.every(({ terms }) =>
    terms.some(term => (rankPassages(term, about, lexicon)[0]?.coverage ?? 0) >= TOUCHED),
  );
}

const TOUCHED = 0.3;

/** How sure it is that only the first of two names is asked about. */
const ONLY_FIRST = 0.9;
/** Least part of the words that a statement must have which decides a yes/no question. */
const DECIDED = 0.3;

/**
 * "Is a §0 supposed to be §1?", "does every §0 get a §1?": one of the names is asked of the other. The answer is a
 * statement about either that names the other and has what else was said; null where there is none.
 */
function readPredicate(reading: Reading, named: readonly Match[]): Understood | null {
  const { sentence, lexicon, content, isQuestion } = reading;
  const isBare = content.length === 0 && !PREDICATE.test(sentence) && !OF_EACH.test(sentence);
  if (!isQuestion || SETTING_AGAINST.test(sentence) || isBare || named.length !== 2) return null;
  const candidates = named.flatMap(match => {
    const [other] = named.filter(one => one !== match);
    return other ? match.terms.map(term => ({ match, ...predicateOf(term, other, content, lexicon) })) : [];
  });
  const [best] = candidates.toSorted((a, b) => b.coverage - a.coverage);
  if (!best || best.coverage < DECIDED) return null;
  const query = { kind: 'facet', match: best.match, facet: null, also: null, about: best.about } as const;
  return weighed(query, reading, {
    known: content,
    base: weakest(named) * (best.coverage >= SURELY ? 0.95 : 0.8),
  });
}

/** "How does §0 get around §1?" */
const HOW_TOGETHER = /^(?:so |and |but )?(?:how|why) (?:do|does|did|can|could|is|are|would|will)\b/;
const SETTING_AGAINST =
  /\b(?:vs|versus|diff|differences?|differs?|different|compared?|comparing|comparison|than|instead|rather|or|better|contrast|similar|same|equal|which|both|and|over|pick|choose|prefer|unlike|relate|relates|related|together)\b/;
/** "Is encoding a kind of encryption?" */
const IS_THE_OTHER =
  /^(?:so )?(?:is|are) (?:an? |the )?§0 (?:(?:really|just|basically|also|a kind of|a type of|a form of|some kind of|an?|the) )*§1$/;
/** "Must a §0 be kept §1?": the second name says something of the first. */
const PREDICATE =
  /^(?:so )?(?:is|are|was|were|does|do|did|can|could|must|should|will|has|have)\b.* (?:be|been|kept|is|are|stay|remain|called|considered|not) §1$/;
/** "Does every §0 get a §1?" */
const OF_EACH = /^(?:so )?(?:does|do|must|can|will|has|have|is|are) (?:every|each|all|any|no) (?:the )?§0 /;
/** Part of the words beside the names that makes a statement a sure answer. */
const SURELY = 0.6;

/** How much of what was said some statement about a term has that names the other as well. */
function predicateOf(term: Term, other: Match, content: readonly string[], lexicon: Lexicon) {
  const namesOther = ({ point }: Passage) => {
    const text = `${point.label ?? ''} ${plain(point.text)}`;
    return other.terms.some(one => saysName(text, one));
  };
  const about = stems([...content, ...contentWords(other.name)]);
  if (content.length === 0) {
    const said = statementsOn(term, lexicon.glossary).filter(namesOther);
    const isOfEach = said.some(({ point }) =>
      /\b(?:every|each|all|any|always|never|no)\b/i.test(plain(point.text)),
    );
    return { about, coverage: said.length === 0 ? 0 : isOfEach ? 1 : SURELY };
  }
  const found = rankPassages(term, stems(content), lexicon).filter(namesOther);
  return { about, coverage: Math.max(0, ...found.map(({ coverage }) => coverage)) };
}

/** In "RBAC or ABAC for the new service" the service is what they are for, not a third to compare. */
function withoutPurpose(named: readonly Match[], { sentence, spotted }: Reading): readonly Match[] {
  const purposes = [...sentence.matchAll(/ for(?: \w+){0,2} §(\d+)/g)].map(
    ([, at]) => spotted.matches[Number(at)],
  );
  const sides = named.filter(match => !purposes.includes(match));
  return sides.length >= 2 ? sides : named;
}

/** In "signature or anomaly detection, which has fewer false positives?" the third name is a row of their table. */
function withoutRows(named: readonly Match[], { lexicon }: Reading): readonly Match[] {
  if (named.length < 3) return named;
  const isRow = (match: Match) => {
    const others = named.filter(other => other !== match);
    const rows = tablesOf(lexicon.glossary, others).flatMap(table => table.rows);
    return rows.some(row => nameKey(row.label) === nameKey(match.name));
  };
  const sides = named.filter(match => !isRow(match));
  return sides.length >= 2 ? sides : named;
}

/** The row or facet asked about: by a facet's own word, else by words that a row's label or cells share. */
function aspectOf(reading: Reading, matches: readonly Match[]): string | null {
  const { lexicon, spotted, sentence } = reading;
  const { vocabulary } = lexicon;
  const named = spotted.matches.filter(match => match.via !== 'mention' && !matches.includes(match));
  const content = [...reading.content, ...named.flatMap(match => words(match.name))];
  const tables = tablesOf(lexicon.glossary, matches);
  const labels = tables.flatMap(table => table.rows.map(row => row.label));
  const byLabel =
    bestLabel(labels, content, vocabulary) ??
    bestLabel(labels, askedAdjectives(sentence, vocabulary), vocabulary);
  const exact = labels.find(label => isSaid(label, content));
  if (exact !== undefined) return exact;
  const asked = facetCue(spotted.masked, vocabulary);
  // "A instead of B" sets them against each other, and asks for nothing related.
  const cue = asked?.facet === 'Related' ? null : asked;
  if (cue === null || (byLabel !== null && cue.used.length === 0))
    return byLabel ?? rowAbout(tables, content);
  const isFacet = matches.every(({ terms }) =>
    terms.some(({ facets }) => facets.some(({ name }) => name === cue.facet)),
  );
  const row = labels.find(label => nameKey(label) === nameKey(cue.facet));
  return row ?? (isFacet ? cue.facet : (byLabel ?? cue.facet));
}

/** Whether the words have all that a label says: "speed?" asks for the row Speed. */
function isSaid(label: string, content: readonly string[]): boolean {
  const said = stems(content);
  const own = stems(contentWords(label));
  return own.length > 0 && own.every(stem => said.includes(stem));
}
