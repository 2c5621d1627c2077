import { facetCue } from './facet-cue.ts';
import { words } from './normalise.ts';
import { matchesOf, type Query } from './query.ts';
import { isSuperlative, MOST_COMPARED } from './reading.ts';
import type { Spotted } from './spot.ts';

const POINTING_BACK = /\b(?:it|its|they|them|their|those|these|that|this|both|each)\b/;
const GOING_ON =
  /^(?:and|what about|how about|vs|versus|or|compared (?:to|with)|compare (?:it |them )?(?:to|with))\b/;
const SAME_QUESTION = /^(?:and|what about|how about)\b/;

/** Adds the terms asked about before, when this text points back at them or goes on from them. */
export function withContext(spotted: Spotted, before: Query | null): Spotted {
  if (before === null) return spotted;
  const sentence = spotted.masked.join(' ');
  const count = spotted.matches.length;
  const goesOn = GOING_ON.test(sentence) && count === 1;
  const pointsBack = POINTING_BACK.test(sentence) && count < 2;
  const lacksSubject = count === 0 && (facetCue(spotted.masked) !== null || isSuperlative(sentence));
  if (!goesOn && !pointsBack && !lacksSubject) return spotted;
  const earlier = matchesOf(before);
  if (earlier.length === 0) return spotted;
  if (goesOn && SAME_QUESTION.test(sentence) && before.kind === 'facet' && before.facet !== null) {
    return { matches: spotted.matches, masked: [...words(before.facet), 'of', '§0'] };
  }
  if (goesOn && SAME_QUESTION.test(sentence) && before.kind === 'define') return spotted;
  const later = spotted.masked.map(word =>
    word.startsWith('§') ? `§${Number(word.slice(1)) + earlier.length}` : word,
  );
  return {
    matches: [...earlier, ...spotted.matches].slice(0, MOST_COMPARED),
    masked: [...earlier.map((_, index) => `§${index}`), ...later],
  };
}
