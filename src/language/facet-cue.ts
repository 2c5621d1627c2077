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

/** The facet that a masked text asks for, with the words that say so; null when it names none. */
export function facetCue(masked: readonly string[]): { facet: string; used: readonly string[] } | null {
  const text = masked.join(' ');
  const pattern = PATTERNS.find(([regexp]) => regexp.test(text));
  const key = ` ${masked.map(word => nameKey(word) || word).join(' ')} `;
  const phrase = PHRASES.find(candidate => key.includes(` ${candidate.key} `));
  if (phrase && (!pattern || phrase.key.includes(' ') || isAskedOutright(key, phrase.key))) {
    return { facet: phrase.name, used: phrase.key.split(' ') };
  }
  if (pattern) return { facet: pattern[1], used: [] };
  return null;
}

/** "benefits of §0", "§0 benefits": the facet's word stands beside the name. */
function isAskedOutright(key: string, phrase: string): boolean {
  return new RegExp(`${phrase} (?:of|for|to|in) (?:using |an? |the )*§|§\\d+ ${phrase}`).test(key);
}
