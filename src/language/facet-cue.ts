import { FACETS, type FacetKind } from '../glossary/facets.ts';
import { editDistance } from './distance.ts';
import { FACET_WORDS } from './facet-words.ts';
import { words } from './normalise.ts';
import { stemOf } from './stem.ts';

/** Ways to ask for a facet whose words stand around the name. `§0` is the name. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [
    /\bhow (?:do |does |did |is |are |an? |the |exactly )*§\d+ (?:actually |really )?(?:work|works|function|functions|operate|operates|done|do it)\b/,
    'How It Works',
  ],
  [
    /\bwhen (?:to|not|do|does|did|should|would|could|can|is|are|might)\b.*(?:\b(?:use|using|need|choose|pick|want|prefer)\b.*§\d+|§\d+ (?:\w+ )?(?:used|useful|needed|appropriate|right|good|better)\b)/,
    'Use Cases',
  ],
  [
    /\bwhere (?:do|does|should|would|could|can|is|are)\b.*(?:\b(?:use|using|need)\b.*§\d+|§\d+.* (?:used|useful|needed)$)/,
    'Use Cases',
  ],
  [
    /\bwhat(?:s| is| are| would| do| does| can)?\b.*§\d+ (?:\w+ly )?(?:used |good |useful |meant |there |great )?for$/,
    'Use Cases',
  ],
  [/\b(?:what|when) (?:do|does|can|would|should) .*\buse (?:an? |the )?§\d+(?: for)?\b/, 'Use Cases'],
  [/§\d+ (?:are |is )?(?:\w+ly )?used for\b/, 'Use Cases'],
  [/\bwhen (?:do|does|can|would|should) .*\buse (?:it|them|one|that)\b/, 'Use Cases'],
  [
    /\bwhy (?:(?:do|does|did|would|should|might) (?:\w+ ){0,2})?(?:use|choose|pick|need|want|bother|run|have|prefer|care)\b.*§\d+|\bwhy §\d+$|\bwhy (?:is|are) (?:an? |the )?§\d+ (?:\w+ )?(?:useful|good|important|better|worth|needed)\b/,
    'Advantages',
  ],
  [
    /\bhow (?:do|does|can|could|should|to|would|is|are)\b.*\b(?:prevent|prevented|stop|stopped|avoid|avoided|mitigate|mitigated|defend|protect|block|blocked|fix)\b/,
    'Prevention',
  ],
  [
    /\bhow (?:do|does|can|could|should|to|would|is|are)\b.*\b(?:detect|detected|spot|spotted|recognise|recognised|recognize|recognized|notice|noticed)\b/,
    'Detection',
  ],
];

/** Words that ask for a facet only beside the name or at the start; anywhere else they are plain English. */
const WEAK = new Set(
  words(`use uses usage process operation step role goal why limit risk issue problem con pro plus part element form class
  kind type sort function property attribute software security platform product application stop fix avoid spot notice effect
  damage sign symptom feature technology objective motivation scenario sample implementation consideration implication
  protection indicator detect detection prevent mitigate defend impact trait variant category minus merit advice related
  similar against useful suited suitable`).map(word => stemOf(word)),
);

interface Phrase {
  readonly stems: readonly string[];
  readonly name: string;
}

/** Longest first, so that "best practice" wins over "practice". */
const PHRASES: readonly Phrase[] = FACETS.flatMap(kind =>
  wordsFor(kind).map(phrase => ({ stems: words(phrase).map(word => stemOf(word)), name: kind.name })),
).sort((a, b) => b.stems.length - a.stems.length || b.stems.join().length - a.stems.join().length);

function wordsFor({ name, headings }: FacetKind): string[] {
  return [name, ...headings, ...(FACET_WORDS[name] ?? [])];
}

const MOST_PHRASE_WORDS = Math.max(...PHRASES.map(({ stems }) => stems.length));

/** The facets that a masked text asks for, with the stems of the words that say so. */
export interface FacetCue {
  readonly facet: string;
  /** "pros and cons" asks for two. */
  readonly also: string | null;
  readonly used: readonly string[];
}

/** Reads which facet a masked text asks for; null when it names none. */
export function facetCue(masked: readonly string[]): FacetCue | null {
  const stems = masked.map(word => stemOf(word));
  const text = masked.join(' ');
  const named = PHRASES.filter(phrase => isAsked(phrase, stems, text));
  const [phrase] = named;
  if (phrase) {
    const other = named.find(
      ({ name, stems: own }) => name !== phrase.name && joined(stems, phrase.stems, own),
    );
    return {
      facet: phrase.name,
      also: other?.name ?? null,
      used: [...phrase.stems, ...(other?.stems ?? [])],
    };
  }
  const pattern = PATTERNS.find(([regexp]) => regexp.test(text));
  return pattern ? { facet: pattern[1], also: null, used: VERBS } : null;
}

/** The stems of the words in PATTERNS that carry meaning. */
const VERBS = words(
  'prevent stop avoid mitigate defend protect block fix detect spot recognise recognize notice function operate useful meant',
).map(word => stemOf(word));

function isAsked({ stems }: Phrase, text: readonly string[], line: string): boolean {
  const at = text.findIndex((_, index) => stems.every((stem, offset) => text[index + offset] === stem));
  if (at < 0) return false;
  if (stems.length > 1 || !WEAK.has(stems[0] ?? '')) return true;
  const before = text.slice(0, at).join(' ');
  const after = text.slice(at + 1).join(' ');
  if (/^(?:of|for|to|in|with|against|from|behind|on) (?:.* )?§/.test(after)) return true;
  if (before === '' && /^(?:the )?§/.test(after)) return true;
  if (/§\d+(?: s)?$/.test(before) && !VERBAL.test(line)) return true;
  return OPENING.test(before) || PAIRED.test(` ${before} | ${after} `);
}

/** In "are containers secure" or "which port does DoT use" the word after the name is no heading. */
const VERBAL =
  /^(?:is|are|was|were|does|do|did|can|could|will|would|should|has|have)\b|\b(?:does|do|did|can|should) (?:an? |the )?§/;
/** "what are the main …", "list …", "what's the …", all stemmed. */
const OPENING =
  /^(?:and )?(?:what|which|list|name|give|show|ani)(?: (?:ar|is|me|the|some|main|common|typic|sort|kei))*$|\b(?:what|its|their)(?: the)?$/;
const PAIRED = / (?:pro|plus) and \| | \| and (?:con|minus) /;

/** "pros and cons", "cons or pros". */
function joined(text: readonly string[], a: readonly string[], b: readonly string[]): boolean {
  const line = ` ${text.join(' ')} `;
  const [one, two] = [a.join(' '), b.join(' ')];
  return [`${one} and ${two}`, `${two} and ${one}`, `${one} or ${two}`, `${two} or ${one}`].some(pair =>
    line.includes(` ${pair} `),
  );
}

/** Long words of the phrases, for people's typing slips: "advantges", "challanges". */
const SPELLINGS = [...new Set(FACETS.flatMap(kind => wordsFor(kind).flatMap(words)))].filter(
  word => word.length >= 7,
);
/** Stems of the phrases that are one word. */
const SINGLE_STEMS = new Set(PHRASES.flatMap(({ stems }) => (stems.length === 1 ? stems : [])));
const STEMS = new Set(SPELLINGS.map(word => stemOf(word)));

/** The facet word that a misspelt one must be, else the word itself. One edit, two in words of nine letters or more. */
export function correctCueWord(word: string): string {
  if (word.length < 7 || STEMS.has(stemOf(word))) return word;
  const edits = word.length >= 9 ? 2 : 1;
  return SPELLINGS.find(known => editDistance(word, known, edits) <= edits) ?? word;
}

/** How many of the words, from the first, are a facet's phrase of several words: 3 for "tools and platforms of …". */
export function facetPhraseLength(following: readonly string[]): number {
  const stems = following.slice(0, MOST_PHRASE_WORDS).map(word => stemOf(word.toLowerCase()));
  const phrase = PHRASES.find(
    candidate => candidate.stems.length > 1 && candidate.stems.every((stem, at) => stems[at] === stem),
  );
  return phrase ? phrase.stems.length : 0;
}

/**
 * Whether a word that is a name as well stands where a facet is asked for: "which tools for §0", "risk of §0".
 * `before` and `after` are the words around it.
 */
export function standsAsFacet(word: string, before: string | undefined, after: string | undefined): boolean {
  const isPlace =
    after === 'of' ||
    after === 'for' ||
    ((before === 'which' || before === 'what') && after !== undefined && after !== 'is');
  return isPlace && SINGLE_STEMS.has(stemOf(word.toLowerCase()));
}
