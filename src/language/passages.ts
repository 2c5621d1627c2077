import MiniSearch from 'minisearch';
import type { Glossary, Point, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { contentWords, isFunctionWord } from './function-words.ts';
import { addTo } from './multi-map.ts';
import { words } from './normalise.ts';
import { oncePer, oncePerRecent } from './once-per.ts';
import type { Lexicon } from './reading.ts';
import { stemOf } from './stem.ts';
import { itemsWithAll, WordIndexBuilder } from './word-index.ts';

/** One statement of the wiki about a term. */
export interface Passage {
  readonly term: Term;
  readonly point: Point;
  /** The facet or table row that it stands under; null for the definition. */
  readonly facet: string | null;
  /** Whether it is a cell of a comparison, which says little by itself. */
  readonly isCell: boolean;
}

export interface RankedPassage extends Passage {
  /** How well it answers, by coverage and BM25; only to be compared with others of the same question. */
  readonly score: number;
  /** Which part of the asked words it has, or others that mean the same, 0 to 1; rare words count more. */
  readonly coverage: number;
  /** The same for the asked words alone. */
  readonly literal: number;
  /** The stems that it has of those that were asked with, or of others that mean the same. */
  readonly has: ReadonlySet<string>;
}

/** The part of some stems that a passage has, each counting the same. */
export function shareOf({ has }: RankedPassage, stems: readonly string[]): number {
  return stems.length === 0 ? 0 : stems.filter(stem => has.has(stem)).length / stems.length;
}

/** How much less a word counts that only may mean what was asked. */
const MEANS_THE_SAME = 0.5;
/** Which part of a word another one covers that only may mean it. */
const COVERS_THE_SAME = 0.6;
const BOOST = { label: 1.6, text: 1, definition: 2 };

/**
 * Statements about a term, the best answer first; those that have none of the words are left out.
 * @param asked stems of the words that were asked with.
 */
export function rankPassages(
  term: Term,
  asked: readonly string[],
  { glossary, vocabulary }: Pick<Lexicon, 'glossary' | 'vocabulary'>,
): RankedPassage[] {
  const { passages, search } = searchable(glossary)(term);
  const own = new Set([term.name, ...term.aliases].flatMap(words).map(stemOf));
  const sought = [...new Set(asked)].filter(stem => !own.has(stem));
  const meant = vocabulary.alternativesOf(sought);
  const rarity = new Map(sought.map(stem => [stem, rarityOf(stem, glossary)]));
  const total = [...rarity.values()].reduce((sum, weight) => sum + weight, 0);
  const weightOf = (stem: string) => (meant.has(stem) ? 1 : MEANS_THE_SAME);
  const terms = [...new Set([...sought, ...[...meant.values()].flat()])];
  if (terms.length === 0) return [];
  const found = search
    .search(terms.join(' '), { boostTerm: weightOf, boost: BOOST })
    .flatMap(({ id, score, queryTerms }) => {
      const passage = passages[Number(id)];
      if (!passage) return [];
      const has = new Set(queryTerms);
      const shareHeld = (stem: string) =>
        has.has(stem) ? 1 : meant.get(stem)?.some(other => has.has(other)) ? COVERS_THE_SAME : 0;
      const weight = sought.reduce((sum, stem) => sum + (rarity.get(stem) ?? 0) * shareHeld(stem), 0);
      const literal = sought.reduce((sum, stem) => sum + (has.has(stem) ? (rarity.get(stem) ?? 0) : 0), 0);
      const share = (part: number) => (total === 0 ? 0 : part / total);
      const held = new Set(sought.filter(stem => shareHeld(stem) > 0));
      return [{ ...passage, score, coverage: share(weight), literal: share(literal), has: held }];
    });
  const highest = Math.max(0, ...found.map(({ score }) => score));
  return found
    .map(passage => ({
      ...passage,
      score: passage.coverage * (1 + passage.score / highest) * worthOf(passage),
    }))
    .sort((a, b) => b.score - a.score);
}

/** A cell says less than a sentence, and who asks for a detail mostly knows the definition. */
function worthOf({ isCell, facet }: Passage): number {
  return isCell ? CELL : facet === null ? DEFINITION : 1;
}

const CELL = 0.9;
const DEFINITION = 0.9;

/** Every statement about a term: its definition, what its facets say, and its cells in comparisons. */
function* passagesOf(term: Term, glossary: Glossary): Generator<Passage> {
  if (term.definition) yield { term, facet: null, isCell: false, point: { ...term.definition, points: [] } };
  for (const facet of term.facets)
    for (const point of flat(facet.points)) yield { term, facet: facet.name, isCell: false, point };
  for (const point of cellsOf(term, glossary)) yield { term, facet: point.label, isCell: true, point };
}

/** Every statement about a term, in the page's order. */
export function statementsOn(term: Term, glossary: Glossary): readonly Passage[] {
  return searchable(glossary)(term).passages;
}

function flat(points: readonly Point[]): Point[] {
  return points
    .flatMap(point => [point, ...flat(point.points)])
    .filter(point => plain(point.text) !== '' || point.label !== null);
}

/** What comparison tables say of the term, each cell with its row's label. */
export function cellsOf(term: Term, glossary: Glossary): readonly Point[] {
  return cells(glossary).get(term) ?? [];
}

const cells = oncePer(({ comparisons }: Glossary) => {
  const found = new Map<Term, Point[]>();
  for (const { subjects, rows } of comparisons)
    for (const [column, term] of subjects.entries())
      for (const { label, cells, place } of rows) {
        const text = cells[column] ?? [];
        if (plain(text).trim() !== '') addTo(found, term, { label, text, place, points: [] });
      }
  return found;
});

/** Terms whose statements are kept indexed: each takes some 200 kB, and is made in a millisecond. */
const MOST_SEARCHABLE = 20;

/** A term's statements with an index of their words, made when the term is asked about. */
const searchable = oncePer((glossary: Glossary) =>
  oncePerRecent((term: Term) => {
    const passages = [...passagesOf(term, glossary)];
    const search = textIndex(['label', 'text']);
    search.addAll(
      passages.map(({ point, facet }, id) => ({
        id,
        label: [point.label, facet].filter(label => label !== null).join(' '),
        // A statement that only heads others is found by what they say.
        text: [point, ...flat(point.points)].map(each => plain(each.text)).join(' '),
      })),
    );
    return { passages, search };
  }, MOST_SEARCHABLE),
);

/** Stands among stems for a number, whichever: "how many …" asks for a statement that has one. */
export const NUMBER = '#';
const HAS_NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|half|twice|once|single|percent|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/i;

/** Stems of so many letters also find the words that they begin. */
const SHORTEST_BEGUN = 5;

/** Where a text index is asked with stems, "os" also finds "operating system". */
function textIndex(fields: string[]): MiniSearch {
  return new MiniSearch({
    fields,
    tokenize: text => {
      const typed = words(text);
      return [...typed, ...initialsOf(typed), ...(HAS_NUMBER.test(text) ? [NUMBER] : [])];
    },
    processTerm: word => (word === NUMBER ? NUMBER : isFunctionWord(word) ? null : stemOf(word)),
    searchOptions: {
      tokenize: text => text.split(' '),
      processTerm: stem => stem,
      combineWith: 'OR',
      prefix: stem => stem.length >= SHORTEST_BEGUN,
    },
  });
}

/** First letters of two to four neighbouring words that carry meaning: "os" of "operating system". */
function initialsOf(typed: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < typed.length; at += 1)
    for (let length = 2; length <= 4; length += 1) {
      const run = typed.slice(at, at + length);
      if (run.length < length || run.some(isFunctionWord)) break;
      found.push(run.map(word => word[0]).join(''));
    }
  return found;
}

/** What a word weighs that no statement has: it may be a way of speaking as well as another subject. */
const UNKNOWN_WORD = 2.5;

/** How rare a stem is among the terms, 1 for one in all of them. */
function rarityOf(stem: string, glossary: Glossary): number {
  const count = wordsOfTerms(glossary).get(stem)?.length ?? 0;
  return count === 0 ? UNKNOWN_WORD : 1 + Math.log((glossary.terms.length + 1) / (1 + count));
}

/** How many terms have a stem in their statements. */
export function termsWith(stem: string, glossary: Glossary): number {
  return wordsOfTerms(glossary).get(stem)?.length ?? 0;
}

/** The numbers of the terms in whose statements each stem stands. */
const wordsOfTerms = oncePer((glossary: Glossary) => {
  const index = new WordIndexBuilder();
  for (const term of glossary.terms) {
    index.add(stemsOf(term, glossary));
  }
  return index.build();
});

function* stemsOf(term: Term, glossary: Glossary): Generator<string> {
  for (const { point } of passagesOf(term, glossary)) {
    const text = `${point.label ?? ''} ${plain(point.text)}`;
    for (const word of contentWords(text)) yield stemOf(word);
    if (HAS_NUMBER.test(text)) yield NUMBER;
  }
}

/** The same for names, what they stand under, and definitions alone. */
const wordsOfDefinitions = oncePer(({ terms }: Glossary) => {
  const index = new WordIndexBuilder();
  for (const { name, subjects, definition } of terms) {
    const text = [name, ...subjects, definition ? plain(definition.text) : ''].join(' ');
    index.add(contentWords(text).map(stemOf));
  }
  return index.build();
});

/** The terms in whose statements all of some stems stand, in the glossary's order. */
export function termsWithAll(stems: readonly string[], glossary: Glossary): Term[] {
  return itemsWithAll(stems, wordsOfTerms(glossary)).flatMap(number => glossary.terms[number] ?? []);
}

/** A term that some words describe. */
export interface Described {
  readonly term: Term;
  /** Which part of the words its statements have, 0 to 1; rare words count more, and the definition's most. */
  readonly coverage: number;
  /** How many of the words it has. */
  readonly count: number;
}

/** Terms looked at for one word; a word in more of them tells little apart, and costs time. */
const MOST_WITH_WORD = 1500;
/** How much less counts what stands only in a term's facets. */
const BESIDE_DEFINITION = 0.5;

/**
 * The terms that some words describe, the best first: "stops code on the stack from running".
 * @param asked stems of the words.
 */
export function termsDescribed(
  asked: readonly string[],
  { glossary, vocabulary }: Pick<Lexicon, 'glossary' | 'vocabulary'>,
  limit: number,
): Described[] {
  const sought = [...new Set(asked)];
  const meant = vocabulary.alternativesOf(sought);
  const scores = new Map<number, number>();
  const counts = new Map<number, number>();
  let total = 0;
  for (const stem of sought) {
    const weight = rarityOf(stem, glossary);
    total += weight;
    const best = new Map<number, number>();
    const count = (numbers: Uint32Array | undefined, share: number) => {
      if (numbers === undefined || numbers.length > MOST_WITH_WORD) return;
      for (const number of numbers) best.set(number, Math.max(best.get(number) ?? 0, weight * share));
    };
    for (const [other, share] of [
      [stem, 1] as const,
      ...(meant.get(stem) ?? []).map(same => [same, MEANS_THE_SAME] as const),
    ]) {
      count(wordsOfDefinitions(glossary).get(other), share);
      count(wordsOfTerms(glossary).get(other), share * BESIDE_DEFINITION);
    }
    for (const [number, score] of best) {
      scores.set(number, (scores.get(number) ?? 0) + score);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .flatMap(([number, score]) => {
      const term = glossary.terms[number];
      return term ? [{ term, coverage: score / total, count: counts.get(number) ?? 0 }] : [];
    });
}
