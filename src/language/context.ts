import { firstFacet } from '../glossary/first-facet.ts';
import { bestLabel, labelsOf } from './aspects.ts';
import { facetCue } from './facet-cue.ts';
import { contentWords, isFunctionWord } from './function-words.ts';
import type { NameIndex } from './name-index.ts';
import { words } from './normalise.ts';
import { matchesOf, type Query } from './query.ts';
import { isSuperlative, type Lexicon, MOST_COMPARED } from './reading.ts';
import type { Match } from './said-names.ts';
import type { Spotted } from './spot.ts';

const POINTING_BACK = /\b(?:it|its|they|them|their|those|these|that|this|both|each)\b/;
const GOING_ON =
  /^(?:and|what about|how about|vs|versus|or|than|(?:what(?:s| is) )?(?:the )?differences? (?:to|from|with)|compared (?:to|with)|compare (?:it |them )?(?:to|with))\b/;
/** Asked of several things that were named before. */
const SETS_AGAINST =
  /\b(?:differences?|differ|diff|compare|compared|comparison|better|worse|which|same|relate|related|together|both|each|two|three|either)\b/;
const SAME_QUESTION = /^(?:and|what about|how about)\b/;

/** "and on security?", "what about the startup time": nothing but a row or facet of what was asked about before. */
function namesLabel(
  sentence: string,
  before: Query,
  { glossary, vocabulary }: Pick<Lexicon, 'glossary' | 'vocabulary'>,
): boolean {
  const content = contentWords(sentence);
  const terms = matchesOf(before).flatMap(match => match.terms);
  const label = bestLabel(labelsOf(terms, glossary), content, vocabulary);
  return label !== null && content.every(word => vocabulary.labelScore([word], label) > 0);
}

const MORE =
  /^(?:(?:tell|show|give) (?:me|us) )?(?:some |any )?(?:more|others?|other (?:ones|examples)|what else|anything else|go on|continue|and|else|further|next)(?: (?:please|pls|about (?:it|that|them)|details?|info|is there|do you know))*$/;

/** The facet that "more" goes on to: the next one of the term that was not shown yet; null where all were. */
export function readMore(masked: readonly string[], before: Query | null): Query | null {
  if (before === null || !MORE.test(masked.join(' '))) return null;
  if (before.kind !== 'define' && before.kind !== 'facet') return null;
  const { match } = before;
  const [term] = match.terms;
  if (!term) return null;
  const asked = before.kind === 'facet' ? (before.also ?? before.facet) : null;
  // One facet was shown with the definition; the others follow in the page's order.
  const shown = firstFacet(term)?.name;
  const others = term.facets.filter(({ name }) => name !== shown);
  const next = others[others.findIndex(({ name }) => name === asked) + 1];
  return next ? { kind: 'facet', match, facet: next.name, also: null, about: [] } : null;
}

/** "Does a §0 help?", with what was asked about before. */
const HELPS =
  /^(?:and |but |so )?(?:does|do|would|will|can|could) (?:an? |the )?§0 (?:help|protect|apply|work|matter)$/;
const WHY =
  /^(?:but |and |so |ok |okay )*why(?: (?:is|does|do|would) (?:that|it|this|they))?(?: so| though| exactly)?$/;

/** Adds the terms asked about before, when this text points back at them or goes on from them. */
export function withContext(spotted: Spotted, before: Query | null, lexicon: Lexicon): Spotted {
  if (before === null) return spotted;
  const [subject, ...others] = matchesOf(before);
  if (subject && others.length === 0 && WHY.test(spotted.masked.join(' ')))
    return { matches: [subject], masked: ['why', '§0'] };
  const counted = spotted.matches.length === 0 ? byOrder(spotted, before) : null;
  if (counted) return counted;
  const completed = spotted.matches.length === 0 ? withHead(spotted, before, lexicon.index) : null;
  if (completed) return withContext(completed, before, lexicon);
  const sentence = spotted.masked.join(' ');
  const count = spotted.matches.length;
  const [one, ...more] = matchesOf(before);
  if (one && more.length === 0 && count === 1 && HELPS.test(sentence)) {
    const [other] = spotted.matches;
    if (other && other.terms[0] !== one.terms[0])
      return { matches: [other, one], masked: [...spotted.masked, 'with', '§1'] };
  }
  const goesOn = GOING_ON.test(sentence) && count === 1;
  const pointsBack = POINTING_BACK.test(sentence) && count < 2;
  const { vocabulary } = lexicon;
  const lacksSubject =
    count === 0 &&
    (facetCue(spotted.masked, vocabulary) !== null ||
      isSuperlative(sentence, vocabulary) ||
      namesLabel(sentence, before, lexicon));
  const earlier = matchesOf(before);
  const setsAgainst = count === 0 && earlier.length > 1 && SETS_AGAINST.test(sentence);
  if (!goesOn && !pointsBack && !lacksSubject && !setsAgainst) return spotted;
  if (earlier.length === 0) return spotted;
  const [again] = spotted.matches;
  const isSame = again !== undefined && again.terms[0] === earlier[0]?.terms[0];
  if (isSame && earlier.length === 1) return spotted;
  if (goesOn && SAME_QUESTION.test(sentence) && before.kind === 'facet' && before.facet !== null) {
    return { matches: spotted.matches, masked: [...words(before.facet), 'of', '§0'] };
  }
  if (goesOn && SAME_QUESTION.test(sentence) && before.kind === 'define') return spotted;
  if (earlier.length === 1 && !goesOn) {
    const replaced = inPlaceOfPronoun(spotted, earlier);
    if (replaced) return replaced;
  }
  const later = spotted.masked.map(word =>
    word.startsWith('§') ? `§${Number(word.slice(1)) + earlier.length}` : word,
  );
  return {
    matches: [...earlier, ...spotted.matches].slice(0, MOST_COMPARED),
    masked: [...earlier.map((_, index) => `§${index}`), ...later],
  };
}

const ORDER = new Map([
  ['first', 0],
  ['former', 0],
  ['second', 1],
  ['latter', -1],
  ['third', 2],
  ['last', -1],
]);

/** "Pros of the second one": of several things that were asked about before. */
function byOrder({ masked }: Spotted, before: Query): Spotted | null {
  const earlier = matchesOf(before);
  const at = masked.findIndex(word => ORDER.has(word));
  const match = earlier.at(ORDER.get(masked[at] ?? '') ?? 0);
  if (at < 0 || earlier.length < 2 || !match) return null;
  const length = masked[at + 1] === 'one' ? 2 : 1;
  return { matches: [match], masked: masked.toSpliced(at, length, '§0') };
}

/** After symmetric encryption, "and asymmetric?" means asymmetric encryption: the head of the name is said once. */
function withHead({ masked }: Spotted, before: Query, index: NameIndex): Spotted | null {
  const heads = matchesOf(before).flatMap(
    ({ terms }) =>
      terms[0]?.name
        .split(/[\s-]+/)
        .slice(1)
        .at(-1) ?? [],
  );
  const parts = masked.filter(word => !isFunctionWord(word));
  if (parts.length === 0 || parts.length > MOST_BEFORE_HEAD) return null;
  for (const head of heads) {
    const match = index.find(`${parts.join(' ')} ${head}`);
    const at = masked.indexOf(parts[0] ?? '');
    if (match && match.via !== 'mention')
      return {
        matches: [match],
        masked: masked.toSpliced(at, masked.lastIndexOf(parts.at(-1) ?? '') - at + 1, '§0'),
      };
  }
  return null;
}

const MOST_BEFORE_HEAD = 2;

/** "What does it stand for?", with the earlier name for the pronoun; null where none stands for a thing. */
function inPlaceOfPronoun({ masked, matches }: Spotted, earlier: readonly Match[]): Spotted | null {
  const at = PRONOUNS.map(pronoun => masked.findIndex(word => pronoun.has(word))).find(place => place >= 0);
  if (at === undefined) return null;
  const shifted = masked.map(word =>
    word.startsWith('§') ? `§${Number(word.slice(1)) + earlier.length}` : word,
  );
  return { matches: [...earlier, ...matches].slice(0, MOST_COMPARED), masked: shifted.with(at, '§0') };
}

/** Those that rarely mean anything else come first. */
const PRONOUNS = [
  new Set(['it', 'its', 'they', 'them', 'their', 'one']),
  new Set(['that', 'this', 'those', 'these']),
];
