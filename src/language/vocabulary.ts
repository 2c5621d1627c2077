import { FACETS } from '../glossary/facets.ts';
import { editDistance } from './distance.ts';
import { contentWords } from './function-words.ts';
import { nameKey, words } from './normalise.ts';
import { stemOf } from './stem.ts';
import bundled from './words.json' with { type: 'json' };

/**
 * What people say, by what they mean. A word that stands in several lists means the first of them that the wiki has.
 * Plurals and other forms of a word are folded. words.json is the bundled one; a team's file has the same form.
 */
export interface WordsByMeaning {
  /** By the facet's name: "Advantages": ["upside", "good about"]. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** By what a row or column of a comparison is called: "Startup Time": ["boot", "spin up"]. */
  readonly aspects: Readonly<Record<string, readonly string[]>>;
  /** By the term's name: "Virtual Machine": ["box"]. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** By a word that pages use: "attacker": ["hacker", "bad guy"]. They find passages, never names. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
}

/** Words that ask for a facet, as stems. */
export interface Phrase {
  readonly stems: readonly string[];
  /** The facet's canonical name. */
  readonly name: string;
}

/** An aspect's own words and those that people use for it, as stems. */
interface Aspect {
  readonly single: ReadonlySet<string>;
  readonly several: readonly (readonly string[])[];
}

/** What ends like a superlative and is none. */
const NOUNS_IN_EST = new Set(
  'request digest forest interest harvest honest protest pentest manifest invest contest conquest guest quest arrest attest detest ingest suggest modest earnest tempest priest chest nest vest west unrest inquest bequest infest midwest latest test retest'.split(
    ' ',
  ),
);

/** Letters at least in a facet's word that is recognised misspelt; from the second number on with two edits. */
const SHORTEST_MISSPELT = 6;
const LONG = 11;

/** What people call facets and aspects: the bundled words, and a team's own before them. */
export class Vocabulary {
  /** The team's names for terms, for the index of names. */
  readonly terms: WordsByMeaning['terms'];
  /** The longest first, so that "best practice" wins over "practice". */
  readonly #phrases: readonly Phrase[];
  readonly #byStem: ReadonlyMap<string, readonly Phrase[]>;
  readonly #longest: number;
  readonly #aspects: readonly Aspect[];
  readonly #synonyms: ReadonlyMap<string, readonly string[]>;
  /** Under the first stem of each: synonyms of several words, and what they may stand for. */
  readonly #said: ReadonlyMap<string, readonly Said[]>;
  readonly #spellings: readonly string[];
  readonly #known: ReadonlySet<string>;
  /** The facets' single words, folded. */
  readonly #nouns: ReadonlySet<string>;

  constructor(team: WordsByMeaning | null = null) {
    this.terms = team?.terms ?? {};
    const texts = [...Object.entries(team?.facets ?? {}), ...facetTexts()];
    this.#phrases = texts
      .flatMap(([name, said]) => said.map(text => ({ stems: words(text).map(stemOf), name })))
      .filter(({ stems }) => stems.length > 0)
      .sort((a, b) => b.stems.length - a.stems.length || b.stems.join().length - a.stems.join().length);
    this.#byStem = Map.groupBy(this.#phrases, ({ stems }) => stems[0] ?? '');
    this.#longest = Math.max(...this.#phrases.map(({ stems }) => stems.length));
    this.#aspects = [...Object.entries(team?.aspects ?? {}), ...Object.entries(bundled.aspects)].map(
      aspectOf,
    );
    const synonyms = [...Object.entries(team?.synonyms ?? {}), ...Object.entries(bundled.synonyms)];
    this.#synonyms = synonymsIn(this.#aspects, synonyms);
    this.#said = Map.groupBy(saidIn(synonyms), ({ stems }) => stems[0] ?? '');
    const spelled = texts.flatMap(([, said]) => said.flatMap(words));
    this.#spellings = [...new Set(spelled)].filter(word => word.length >= SHORTEST_MISSPELT);
    this.#known = new Set(this.#spellings.map(stemOf));
    this.#nouns = new Set(texts.flatMap(([, said]) => said.map(nameKey)).filter(key => !key.includes(' ')));
  }

  /** The phrases of facets that stand in stemmed words, the longest first. */
  phrasesIn(stems: readonly string[]): Phrase[] {
    const found = new Set(
      stems.flatMap((stem, at) =>
        (this.#byStem.get(stem) ?? []).filter(phrase => startsWith(stems, at, phrase.stems)),
      ),
    );
    return this.#phrases.filter(phrase => found.has(phrase));
  }

  /** How many of the words, from the first, are a facet's phrase of several words: 3 for "tools and platforms of …". */
  phraseLength(following: readonly string[]): number {
    const stems = following.slice(0, this.#longest).map(word => stemOf(word.toLowerCase()));
    const phrase = this.#byStem
      .get(stems[0] ?? '')
      ?.find(({ stems: own }) => own.length > 1 && startsWith(stems, 0, own));
    return phrase ? phrase.stems.length : 0;
  }

  /** Whether the word by itself asks for a facet. */
  isFacetWord(word: string): boolean {
    return this.#byStem.get(stemOf(word.toLowerCase()))?.some(({ stems }) => stems.length === 1) ?? false;
  }

  /** The same for the word itself or its plural: "containers" is no form of the "contain" that asks for components. */
  isFacetNoun(word: string): boolean {
    return this.#nouns.has(nameKey(word));
  }

  /** Whether the word begins a facet's phrase, or has synonyms. */
  isWord(word: string): boolean {
    const stem = stemOf(word);
    return this.#byStem.has(stem) || this.#synonyms.has(stem);
  }

  /** The facet word that a misspelt one must be, else the word itself. One edit, two in long words. */
  corrected(word: string): string {
    if (word.length < SHORTEST_MISSPELT || this.#known.has(stemOf(word))) return word;
    const edits = word.length >= LONG ? 2 : 1;
    return (
      this.#spellings.find(known => known[0] === word[0] && editDistance(word, known, edits) <= edits) ?? word
    );
  }

  /** "faster", "safest": a form of a word that names an aspect, or any superlative in -est. "printer" is none. */
  isComparative(word: string): boolean {
    const stems = plainStems(word);
    if (stems.length === 0) return false;
    return (
      (word.endsWith('est') && !NOUNS_IN_EST.has(word)) ||
      this.#aspects.some(({ single }) => stems.some(stem => single.has(stem)))
    );
  }

  /**
   * How well a question's words name a label, 0 when not at all: for each word the same stem gives 3, a word for the
   * same aspect 2 and a little less for its second meanings, the same beginning 1.5.
   */
  labelScore(asked: readonly string[], label: string): number {
    const own = contentOrAll(label).map(stemOf);
    const all = new Set(asked.flatMap(stemsOf));
    let score = 0;
    for (const word of asked) {
      const stems = stemsOf(word);
      if (own.some(stem => stems.includes(stem))) score += 3;
      else {
        const said = this.#saidFor(stems, all, own);
        if (said > 0) score += said;
        else if (own.some(stem => stems.some(other => startAlike(stem, other)))) score += 1.5;
      }
    }
    return score;
  }

  /** For each of some stems, others that may mean the same: of single words, and of phrases whose words all stand here. */
  alternativesOf(asked: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const all = new Set(asked);
    const found = new Map([...all].map(stem => [stem, [...(this.#synonyms.get(stem) ?? [])]]));
    for (const stem of all)
      for (const { stems, means } of this.#said.get(stem) ?? [])
        if (stems.every(part => all.has(part))) for (const part of stems) found.get(part)?.push(means);
    return found;
  }

  /** 2 where the label has the first aspect that the word stands for; less for each other; 0 where it has none. */
  #saidFor(stems: readonly string[], all: ReadonlySet<string>, label: readonly string[]): number {
    let score = 2;
    for (const { single, several } of this.#aspects) {
      const isSaid =
        stems.some(stem => single.has(stem)) ||
        several.some(
          phrase => phrase.some(part => stems.includes(part)) && phrase.every(part => all.has(part)),
        );
      if (!isSaid) continue;
      if (
        label.some(stem => single.has(stem)) ||
        several.some(phrase => phrase.every(part => label.includes(part)))
      )
        return score;
      score -= SECOND_MEANING;
    }
    return 0;
  }
}

/** So much less counts a label for each earlier meaning of the word that it has not: it decides between labels only. */
const SECOND_MEANING = 0.05;

function facetTexts(): [string, readonly string[]][] {
  const said: Readonly<Record<string, readonly string[]>> = bundled.facets;
  return FACETS.map(({ name, headings }) => [name, [name, ...headings, ...(said[name] ?? [])]]);
}

function aspectOf([name, said]: [string, readonly string[]]): Aspect {
  const phrases = [name, ...said].map(text => [...new Set(contentOrAll(text).map(stemOf))]);
  return {
    single: new Set(phrases.filter(({ length }) => length === 1).flat()),
    several: phrases.filter(({ length }) => length > 1),
  };
}

/** Words for one aspect mean the same; of a list of synonyms each means the same as the word that heads it. */
function synonymsIn(
  aspects: readonly Aspect[],
  synonyms: readonly (readonly [string, readonly string[]])[],
): Map<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (stem: string, others: Iterable<string>) =>
    found.set(stem, new Set([...(found.get(stem) ?? []), ...others]));
  for (const { single } of aspects) for (const stem of single) add(stem, single);
  for (const [head, said] of synonyms) {
    const own = words(head).map(stemOf);
    const others = said.map(text => words(text).map(stemOf)).filter(({ length }) => length === 1);
    if (own.length !== 1) continue;
    for (const [other = ''] of others) {
      add(own[0] ?? '', [other]);
      add(other, own);
    }
  }
  return new Map([...found].map(([stem, all]) => [stem, [...all].filter(other => other !== stem)]));
}

/** What people say in several words, as stems, and the stem that pages have for it. */
interface Said {
  readonly stems: readonly string[];
  readonly means: string;
}

function saidIn(synonyms: readonly (readonly [string, readonly string[]])[]): Said[] {
  return synonyms.flatMap(([head, said]) => {
    const [means, ...more] = words(head).map(stemOf);
    if (means === undefined || more.length > 0) return [];
    return said
      .map(text => ({ stems: contentWords(text).map(stemOf), means }))
      .filter(({ stems }) => stems.length > 1);
  });
}

function startsWith(stems: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((stem, offset) => stems[at + offset] === stem);
}

/** The stem of a word and, of a comparative, those that its plain form may have: "safer" is a form of "safe". */
export function stemsOf(word: string): string[] {
  return [stemOf(word), ...plainStems(word)];
}

/** Stems of what a comparative may be made of: "safe", "big", "easy" for "safer", "bigger", "easier". */
function plainStems(word: string): string[] {
  const [, bare = '', y] = /^(.{3,}?)(i?)(?:er|est)$/.exec(word) ?? [];
  if (bare === '') return [];
  return (y === 'i' ? [`${bare}y`] : [bare.replace(/([bdgnt])\1$/, '$1'), `${bare}e`]).map(stemOf);
}

function contentOrAll(text: string): string[] {
  const content = contentWords(text);
  return content.length > 0 ? content : words(text);
}

function startAlike(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return length >= 5 && a.slice(0, length) === b.slice(0, length);
}
