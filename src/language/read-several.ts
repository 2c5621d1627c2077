import { bestLabel, rowAbout, tablesOf } from './aspects.ts';
import { facetCue } from './facet-cue.ts';
import type { Match } from './name-index.ts';
import { nameKey, words } from './normalise.ts';
import type { Query, Understood } from './query.ts';
import {
  askedAdjectives,
  CLEARLY,
  MOST_COMPARED,
  type Reading,
  weakest,
  weighed,
  YES_NO,
} from './reading.ts';
import { labelScore } from './vocabulary.ts';

const COMPARING =
  /\b(?:vs|versus|diff|differences?|differs?|different|compared?|comparing|comparison|than|instead|rather|over|or|better|against|separates?|apart|contrast|distinguish|similar|similarit(?:y|ies)|which)\b/;
const CONTRASTING = /\b(?:vs|versus|diff|differences?|differs?|different|compare|than|better|instead)\b/;
const RELATING =
  /§\d+(?: \w+)* (?:in|inside|on|within|with|behind|under|use|uses|using|through|together|into|need|needs|require|requires)(?: \w+)* §\d+|\b(?:together|relate|relates|related|relation|relationship|interact|combine|combined|connect|connected|connection|fit)\b/;

/** Two or more terms are named: how they combine, or how they differ. */
export function readSeveral(reading: Reading, named: readonly Match[]): Understood {
  const { sentence, content, compares } = reading;
  const all = withoutPurpose(withoutRows(named, reading), reading);
  const matches = all.slice(0, MOST_COMPARED);
  const leftOut = all.slice(MOST_COMPARED).map(match => match.name);
  const aspect = aspectOf(reading, matches);
  const asksRow = aspect !== null && labelScore(content, aspect) >= CLEARLY;
  if (RELATING.test(sentence) && !CONTRASTING.test(sentence) && !compares && !asksRow) {
    return weighed({ kind: 'relation', matches }, reading, { known: [], base: weakest(matches) * 0.97 });
  }
  const isComparing =
    compares || COMPARING.test(sentence) || YES_NO.test(sentence) || aspect !== null || content.length === 0;
  if (!isComparing) {
    const candidates = matches.flatMap(match => match.terms);
    return weighed({ kind: 'suggest', asked: reading.text, candidates }, reading, { known: [], base: 0.4 });
  }
  const query: Query = { kind: 'compare', matches, aspect, leftOut, unknown: [] };
  return weighed(query, reading, { known: aspect === null ? [] : content, base: weakest(matches) * 0.98 });
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
  const named = spotted.matches.filter(match => match.via !== 'mention' && !matches.includes(match));
  const content = [...reading.content, ...named.flatMap(match => words(match.name))];
  const tables = tablesOf(lexicon.glossary, matches);
  const labels = tables.flatMap(table => table.rows.map(row => row.label));
  const byLabel = bestLabel(labels, content) ?? bestLabel(labels, askedAdjectives(sentence));
  const cue = facetCue(spotted.masked);
  if (cue === null || (byLabel !== null && cue.used.length === 0))
    return byLabel ?? rowAbout(tables, content);
  const isFacet = matches.every(({ terms }) =>
    terms.some(({ facets }) => facets.some(({ name }) => name === cue.facet)),
  );
  const row = labels.find(label => nameKey(label) === nameKey(cue.facet));
  return row ?? (isFacet ? cue.facet : (byLabel ?? cue.facet));
}
