import { matchesOf, type Understood } from './query.ts';

export interface Verdict {
  readonly speaks: boolean;
  /** One sentence: why the bot would say this, or why not. */
  readonly because: string;
}

/**
 * Least confidence for speaking unasked. A wrong interruption costs more than a missed answer;
 * understand.test.ts has the overheard sentences that this was chosen on.
 */
const SURE_ENOUGH = 0.85;
/** A term and one of its facets, both by their words, say what is asked, whatever a word or two beside them mean. */
const SURE_OF_FACET = 0.8;
const MOST_UNEXPLAINED = 1;

interface Circumstances {
  readonly heardAs: 'command' | 'mention' | 'channel';
  /** Whether the text names a person, who is then the one asked. */
  readonly namesPerson: boolean;
}

/** Whether the bot would say its answer, given how it came to hear the text. */
export function judge(understood: Understood, { heardAs, namesPerson }: Circumstances): Verdict {
  if (heardAs !== 'channel') return { speaks: true, because: 'It was addressed.' };
  const { query, confidence, isQuestion, isParticular, unexplained } = understood;
  const matches = matchesOf(query);
  if (!isQuestion) return silent('It is not a question.');
  if (matches.length === 0) return silent(`Nothing in the glossary answers it for certain (${query.kind}).`);
  if (namesPerson) return silent('Somebody else is asked.');
  if (isParticular) return silent('It seems to be about one thing here and now, which the wiki cannot know.');
  if (matches.some(match => match.via === 'fuzzy' || match.via === 'described'))
    return silent('A name had to be guessed.');
  const isFacet = query.kind === 'facet' && query.facet !== null;
  if (unexplained.length > (isFacet ? MOST_UNEXPLAINED : 0))
    return silent(`It asks for more than the glossary has: ${unexplained.length} unexplained words.`);
  const least = isFacet ? SURE_OF_FACET : SURE_ENOUGH;
  if (confidence < least) return silent(`Its confidence of ${confidence} is below ${least}.`);
  return { speaks: true, because: `A question that the glossary answers, with confidence ${confidence}.` };
}

function silent(because: string): Verdict {
  return { speaks: false, because };
}
