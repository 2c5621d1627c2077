import { FACETS } from '../glossary/facets.ts';
import { nameKey } from './normalise.ts';

/** Ways to ask for a facet whose words stand around the name. `§0` is the name. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [
    /\bhow (?:do |does |did |is |are |an? |the |exactly )*§\d+ (?:actually |really )?(?:work|works|function|functions|operate|operates|done|do it)\b/,
    'How It Works',
  ],
  [/\b(?:when|where) (?:to|do|does|did|should|would|could|can|is|are|might|not)\b.*§\d+/, 'Use Cases'],
  [
    /\bwhat (?:is|are|s|would|do|does|can)?\b.*§\d+ (?:commonly |usually |typically |mostly )?(?:used |good |useful |meant |there |great )?for$/,
    'Use Cases',
  ],
  [/\bwhats §\d+ (?:used |good |useful |meant )?for$/, 'Use Cases'],
  [/\bwhat (?:do|does|can|would|should) .*\buse (?:an? |the )?§\d+ for\b/, 'Use Cases'],
  [/\bwhy (?:do|does|would|should|use|choose|pick|need|bother|run|is|are|have)\b.*§\d+/, 'Advantages'],
  [
    /\bhow (?:do|does|can|could|should|to|would) (?:i |we |you |one |someone )?(?:prevent|stop|avoid|mitigate|defend|protect|block|fix)\b.*§\d+/,
    'Prevention',
  ],
  [
    /\bhow (?:do|does|can|could|should|to|would) (?:i |we |you |one |someone )?(?:detect|spot|recognise|recognize|notice|find)\b.*§\d+/,
    'Detection',
  ],
];

interface Phrase {
  readonly key: string;
  readonly name: string;
}

/** Longest first, so that "best practice" wins over "practice". */
const PHRASES: readonly Phrase[] = FACETS.flatMap(({ name, headings, asked }) =>
  [name, ...headings, ...asked].map(phrase => ({ key: nameKey(phrase), name })),
)
  .filter((phrase, index, all) => all.findIndex(other => other.key === phrase.key) === index)
  .sort((a, b) => b.key.length - a.key.length);

const MOST_PHRASE_WORDS = Math.max(...PHRASES.map(({ key }) => key.split(' ').length));

/** The facets that a masked text asks for, with the words that say so. */
export interface FacetCue {
  readonly facet: string;
  /** "pros and cons" asks for two. */
  readonly also: string | null;
  readonly used: readonly string[];
}

/** Reads which facet a masked text asks for; null when it names none. */
export function facetCue(masked: readonly string[]): FacetCue | null {
  const text = masked.join(' ');
  const pattern = PATTERNS.find(([regexp]) => regexp.test(text));
  const key = ` ${masked.map(word => nameKey(word) || word).join(' ')} `;
  const phrases = PHRASES.filter(candidate => key.includes(` ${candidate.key} `));
  const [phrase] = phrases;
  if (phrase && (!pattern || phrase.key.includes(' ') || isAskedOutright(key, phrase.key))) {
    const other = phrases.find(({ name, key: own }) => name !== phrase.name && joined(key, phrase.key, own));
    return {
      facet: phrase.name,
      also: other?.name ?? null,
      used: [...phrase.key.split(' '), ...(other?.key.split(' ') ?? [])],
    };
  }
  return pattern ? { facet: pattern[1], also: null, used: [] } : null;
}

/** "pros and cons", "cons or pros". */
function joined(key: string, a: string, b: string): boolean {
  return [`${a} and ${b}`, `${b} and ${a}`, `${a} or ${b}`, `${b} or ${a}`].some(pair =>
    key.includes(` ${pair} `),
  );
}

/** "benefits of §0", "§0 benefits": the facet's word stands beside the name. */
function isAskedOutright(key: string, phrase: string): boolean {
  return new RegExp(`${phrase} (?:of|for|to|in) (?:using |an? |the )*§|§\\d+ ${phrase}`).test(key);
}

/** How many of the words, from the first, are a facet's phrase of several words: 3 for "tools and platforms of …". */
export function facetPhraseLength(following: readonly string[]): number {
  const key = `${following.slice(0, MOST_PHRASE_WORDS).map(nameKey).join(' ')} `;
  const phrase = PHRASES.find(
    candidate => candidate.key.includes(' ') && key.startsWith(`${candidate.key} `),
  );
  return phrase ? phrase.key.split(' ').length : 0;
}

/**
 * Whether a word that is a name as well stands where a facet is asked for: "which tools for §0", "risk of §0".
 * `before` and `after` are the words around it.
 */
export function standsAsFacet(word: string, before: string | undefined, after: string | undefined): boolean {
  if (!PHRASES.some(({ key }) => key === nameKey(word))) return false;
  return (
    after === 'of' ||
    after === 'for' ||
    ((before === 'which' || before === 'what') && after !== undefined && after !== 'is')
  );
}
