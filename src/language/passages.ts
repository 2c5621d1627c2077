import MiniSearch from 'minisearch';
import type { Glossary, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { isFunctionWord } from './function-words.ts';
import { words } from './normalise.ts';
import { oncePer, oncePerRecent } from './once-per.ts';
import type { Lexicon } from './reading.ts';
import { flat, HAS_NUMBER, NUMBER, type Passage, passagesOf } from './statements.ts';
import { stemOf } from './stem.ts';
import { MEANS_THE_SAME, rarityOf } from './terms-by-word.ts';

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

/** Every statement about a term, in the page's order. */
export function statementsOn(term: Term, glossary: Glossary): readonly Passage[] {
  return searchable(glossary)(term).passages;
}

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
