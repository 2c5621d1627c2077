import { isFunctionWord } from './function-words.ts';
import { words } from './normalise.ts';
import { stemOf } from './stem.ts';
import type { Phrase, Vocabulary } from './vocabulary.ts';

/** Ways to ask for a facet whose words stand around the name. `§0` is the name. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:please )?(?:name|list|give|show|mention)(?: (?:me|us))? (?:an? (?:few|couple(?: of)?)|some|any|one|two|three|four|five|several)(?: (?:real|common|popular|typical|known|examples? of))* §\d+(?: (?:that |which )?(?:we|i|you|one|people) (?:can|could|might|should|may) \w+(?: or \w+)?)?$/,
    'Examples',
  ],
  [
    /\bhow (?:do |does |did |is |are |an? |the |exactly )*§\d+ (?:actually |really )?(?:work|works|function|functions|operate|operates|done|do it|(?:do|does|did) (?:its|their) (?:thing|job|magic|work))\b/,
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

/** Ways that hold a facet's word and ask for another: "what problem does §0 solve" asks for no problems of it. */
const FIRST: typeof PATTERNS = [
  [
    /\bwhat(?: (?:is|are|does|do|can|else|all))*(?: (?:an? |the )?§\d+)? (?:not|doesnt|dont|cant|cannot|wont|isnt|arent)\b.*§\d+|\bwhat(?: (?:does|do|can|is|are|will))* (?:an? |the )?§\d+ (?:not|cant|cannot|doesnt)\b|§\d+ (?:not|doesnt|dont|cant|cannot|wont) (?:protect|cover|stop|prevent|help|hide|encrypt|detect|catch|work|block|fix|solve)\b(?!.*\?)/,
    'Challenges',
  ],
  [
    /^(?:so |and |but )?why (?:not|isnt|arent|dont|doesnt|cant|cannot|shouldnt|wouldnt|wont|wasnt)\b|\bwhy (?:is|are) (?:it|they|§\d+) not\b|\bwhy (?:would|should|do|does|can) (?:i|we|you|one|anyone|people|it|they|an? §\d+|§\d+) not\b/,
    'Challenges',
  ],
  [
    /\b(?:what|which) (?:kinds? of |sorts? of )?(?:problems?|issues?|needs?|challenges?|pain)(?: \w+)?(?: (?:do|does|did|is|are|can|would|will))? (?:an? |the )?§\d+ (?:\w+ )?(?:solve|solves|solving|address|addresses|addressing|tackle|tackles|fix|fixes|meant|supposed|try|trying|deal|remove|removes)\b/,
    'Purpose',
  ],
  [
    /\bhow (?:do|does|can|could|would|will) (?:an? |the )?§\d+ (?:\w+ )?(?:help|helps|benefit|benefits)\b/,
    'Advantages',
  ],
];

/** Words that ask for a facet only beside the name or at the start; anywhere else they are plain English. */
const WEAK = new Set(
  words(`use uses usage process operation step role goal why limit risk issue problem con pro plus part element form class
  kind type sort function property attribute software security platform product application stop fix avoid spot notice effect
  damage sign symptom feature technology objective motivation scenario sample implementation consideration implication
  protection indicator detect detection prevent mitigate defend impact trait variant category minus merit advice related
  similar against useful suited suitable app solution provider brand quality offer handy value gain win appeal hype improve
  positive bonus hurt pain trouble danger concern worry bypass evade trap lack careful nasty bite struggle solve achieve reason
  intended intention contain include structure layer ingredient concrete famous popular prominent historical commercial
  counter combat cure resist hardening harden harm outcome trigger arise identify discover catch clue confuse
  technically properly recommend recommended sensible sane internals workflow annoy suck backfire useless functionality
  attractive payoff hole measure scanner server engine suite candidate option offering framework library tech stack
  managed freeware combo classic picture minimal eg bits reduce fewer shrink minimise minimize safely serve serves miss misses beat
  beats cumbersome burden worse overlook dislike snag implemented calculated computed plug improves obstacle hurdle headache`).map(
    word => stemOf(word),
  ),
);

/** The facets that a masked text asks for, with the stems of the words that say so. */
export interface FacetCue {
  readonly facet: string;
  /** "pros and cons" asks for two. */
  readonly also: string | null;
  readonly used: readonly string[];
  /** Whether only the form of the question says so, "when would I use", and no word of the facet's own. */
  readonly isLoose: boolean;
  /** What else the words may ask for. */
  readonly others: readonly { readonly facet: string; readonly used: readonly string[] }[];
}

/** Words that are looked at; the patterns take time that grows faster than their number. */
const MOST_WORDS = 40;

/** Reads which facet a masked text asks for; null when it names none. */
export function facetCue(all: readonly string[], vocabulary: Vocabulary): FacetCue | null {
  const masked = all.slice(0, MOST_WORDS);
  const stems = masked.map(word => stemOf(word));
  const text = masked.join(' ');
  const first = FIRST.find(([regexp]) => regexp.test(text));
  if (first)
    return { facet: first[1], also: null, used: [...VERBS, ...ASKED_FOR], isLoose: false, others: [] };
  const content = masked.filter(word => !word.startsWith('§') && !isFunctionWord(word)).length;
  const named = vocabulary
    .phrasesIn(stems)
    .filter(phrase => isAsked(phrase, stems, text) || isAllThatIsSaid(phrase, content));
  // "What products are there for" asks for products, whatever "there for" may mean elsewhere.
  const phrase = named.find(({ stems: own }) => own.some(stem => !isFunctionWord(stem))) ?? named[0];
  if (phrase) {
    const other = named.find(
      ({ name, stems: own }) => name !== phrase.name && joined(stems, phrase.stems, own),
    );
    return {
      facet: phrase.name,
      also: other?.name ?? null,
      used: [...phrase.stems, ...(other?.stems ?? [])],
      isLoose: phrase.stems.every(stem => isFunctionWord(stem)),
      others: named
        .filter(({ name }) => name !== phrase.name)
        .map(({ name, stems: own }) => ({ facet: name, used: own })),
    };
  }
  const pattern = PATTERNS.find(([regexp]) => regexp.test(text));
  return pattern ? { facet: pattern[1], also: null, used: VERBS, isLoose: true, others: [] } : null;
}

/** The stems of the words in PATTERNS that carry meaning. */
const VERBS = words(
  'prevent stop avoid mitigate defend protect block fix detect spot recognise recognize notice function operate useful meant',
).map(word => stemOf(word));

const ASKED_FOR = words(
  'problem issue need challenge pain solve address tackle fix deal remove help benefit',
).map(word => stemOf(word));

/** "Software I can use as a §0": nothing else could be meant. */
function isAllThatIsSaid({ stems }: Phrase, content: number): boolean {
  return stems.length === 1 && content === 1;
}

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

/**
 * Whether a word that is a name as well stands where a facet is asked for: "which tools for §0", "risk of §0".
 * `before` and `after` are the words around it.
 */
export function standsAsFacet(
  word: string,
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
  vocabulary: Vocabulary,
): boolean {
  const isNamed = /^(?:of|an?|is|called|term|word|about|explain|define)$/.test(before ?? '');
  const isPlace =
    /^(?:of|for|in|with|to|when|around|behind)$/.test(after ?? '') ||
    ((before === 'which' || before === 'what') && after !== undefined && after !== 'is');
  return isPlace && !isNamed && vocabulary.isFacetNoun(word);
}
