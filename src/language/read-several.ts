import { bestLabel, rowAbout, tablesOf } from './aspects.ts';
import { facetCue } from './facet-cue.ts';
import { contentWords } from './function-words.ts';
import type { Match } from './name-index.ts';
import { nameKey, words } from './normalise.ts';
import { rankPassages } from './passages.ts';
import type { Query, Understood } from './query.ts';
import {
  askedAdjectives,
  CLEARLY,
  MOST_COMPARED,
  POINTS_AT_NAME,
  type Reading,
  stems,
  weakest,
  weighed,
  YES_NO,
} from './reading.ts';

const COMPARING =
  /\b(?:vs|versus|diff|differences?|differs?|different|compared?|comparing|comparison|than|instead|rather|over|or|better|against|separates?|apart|contrast|distinguish|similar|similarit(?:y|ies)|which|same|equal|identical|synonyms?|interchangeabl[ey]|exclusive)\b/;
const CONTRASTING = /\b(?:vs|versus|diff|differences?|differs?|different|compare|than|better|instead)\b/;
const RELATING =
  /§\d+(?: \w+)* (?:in|inside|on|within|with|behind|under|use|uses|using|through|together|into|need|needs|require|requires)(?: \w+)* §\d+|\b(?:together|relate|relates|related|relation|relationship|interact|combine|combined|connect|connected|connection|fit)\b/;

/** "what does §0 mean in §1?", "meaning of §0 in §1": the second is only where the first was met. */
const DEFINES_WITHIN =
  /^(?:what|whats|wtf|define|explain|describe|meaning|definition)(?: (?:is|are|does|do|of|an?|the))* §0(?: (?:mean|means|stand for|refer to))? (?:in|for|within|when|with|inside|on)(?: (?:an?|the|terms?|context|of|talking|about))* §1(?: \w+)?$/;
/** Two or more terms are named: how they combine, or how they differ. */
export function readSeveral(reading: Reading, named: readonly Match[]): Understood {
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
  const decided = compares || isRelated ? null : readPredicate(reading, named);
  if (decided) return decided;
  const all = withoutPurpose(withoutRows(named, reading), reading);
  const matches = all.slice(0, MOST_COMPARED);
  const leftOut = all.slice(MOST_COMPARED).map(match => match.name);
  const aspect = aspectOf(reading, matches);
  const asksRow = aspect !== null && reading.lexicon.vocabulary.labelScore(content, aspect) >= CLEARLY;
  if (RELATING.test(sentence) && !CONTRASTING.test(sentence) && !compares && !asksRow) {
    return weighed({ kind: 'relation', matches }, reading, { known: [], base: weakest(matches) * 0.97 });
  }
  const isComparing =
    compares || COMPARING.test(sentence) || YES_NO.test(sentence) || aspect !== null || content.length === 0;
  const joins =
    YES_NO.test(sentence) &&
    !compares &&
    aspect === null &&
    !COMPARING.test(sentence) &&
    !/ and /.test(sentence);
  if (joins && matches.length === 2)
    return weighed({ kind: 'relation', matches }, reading, { known: [], base: weakest(matches) * 0.9 });
  if (!isComparing) {
    const candidates = matches.flatMap(match => match.terms);
    return weighed({ kind: 'suggest', asked: reading.text, candidates }, reading, { known: [], base: 0.4 });
  }
  const query: Query = { kind: 'compare', matches, aspect, leftOut, unknown: [] };
  return weighed(query, reading, { known: aspect === null ? [] : content, base: weakest(matches) * 0.98 });
}

/** How sure it is that only the first of two names is asked about. */
const ONLY_FIRST = 0.9;
/** Least part of the words that a statement must have which decides a yes/no question. */
const DECIDED = 0.5;

/**
 * "Is a §0 supposed to be §1?", "are §0 §1 encrypted by default?": no joiner stands between the names, so one of them
 * is what is asked of the other. Null when no statement about either has the words.
 */
function readPredicate(reading: Reading, named: readonly Match[]): Understood | null {
  const { sentence, lexicon } = reading;
  const isOpen =
    !YES_NO.test(sentence) || COMPARING.test(sentence) || RELATING.test(sentence) || / and /.test(sentence);
  if (isOpen || named.length !== 2) return null;
  const candidates = named.map(match => {
    const others = named.filter(other => other !== match).flatMap(other => words(other.name));
    const about = stems([...reading.content, ...others]);
    const coverage = Math.max(
      0,
      ...match.terms.map(term => rankPassages(term, about, lexicon)[0]?.coverage ?? 0),
    );
    return { match, about, coverage };
  });
  const [best] = candidates.toSorted((a, b) => b.coverage - a.coverage);
  if (!best || best.coverage < DECIDED) return null;
  const query = { kind: 'facet', match: best.match, facet: null, also: null, about: best.about } as const;
  return weighed(query, reading, { known: reading.content, base: weakest(named) * 0.8 });
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
  return named.filter(match => !isRow(match));
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
  const cue = facetCue(spotted.masked, vocabulary);
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
