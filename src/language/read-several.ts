import { aspectIn, bestLabel, comparisonsOf } from './aspects.ts';
import { facetCue } from './facet-cue.ts';
import type { Match } from './name-index.ts';
import { nameKey } from './normalise.ts';
import type { Query, Understood } from './query.ts';
import { askedAdjectives, MOST_COMPARED, type Reading, weakest, weighed, YES_NO } from './reading.ts';

const COMPARING =
  /\b(?:vs|versus|differences?|differs?|different|compared?|comparing|comparison|than|instead|rather|over|or|better|contrast|distinguish|similar|similarit(?:y|ies)|which)\b/;
const CONTRASTING = /\b(?:vs|versus|differences?|differs?|different|compare|than|better|instead)\b/;
const RELATING =
  /§\d+(?: \w+)* (?:in|inside|on|within|with|behind|under|use|uses|using|through|together|into|need|needs|require|requires)(?: \w+)* §\d+|\b(?:together|relate|relates|related|relation|relationship|interact|combine|combined|connect|connected)\b/;

/** Two or more terms are named: how they combine, or how they differ. */
export function readSeveral(reading: Reading, named: readonly Match[]): Understood {
  const { sentence, content, compares } = reading;
  const matches = named.slice(0, MOST_COMPARED);
  if (RELATING.test(sentence) && !CONTRASTING.test(sentence) && !compares) {
    return weighed({ kind: 'relation', matches }, reading, { known: content, base: weakest(matches) * 0.97 });
  }
  const aspect = aspectOf(reading, matches);
  const isComparing =
    compares || COMPARING.test(sentence) || YES_NO.test(sentence) || aspect !== null || content.length === 0;
  const query: Query = { kind: 'compare', matches, aspect };
  const base = weakest(matches) * (isComparing ? 0.98 : 0.7);
  return weighed(query, reading, { known: aspect === null ? [] : content, base });
}

/** The row or facet asked about: by a facet's own word, else by words that a row's label or cells share. */
function aspectOf(
  { lexicon, spotted, sentence, content }: Reading,
  matches: readonly Match[],
): string | null {
  const tables = comparisonsOf(
    lexicon.glossary,
    matches.flatMap(match => match.terms.slice(0, 1)),
  );
  const labels = tables.flatMap(table => table.rows.map(row => row.label));
  const byWords = aspectIn(tables, content) ?? bestLabel(labels, askedAdjectives(sentence));
  const cue = facetCue(spotted.masked);
  if (cue === null || (byWords !== null && cue.used.length === 0)) return byWords;
  return labels.find(label => nameKey(label) === nameKey(cue.facet)) ?? byWords ?? cue.facet;
}
