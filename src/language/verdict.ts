import { isLikeAbbreviation } from './function-words.ts';
import { splitWords } from './normalise.ts';
import { matchesOf, type Understood } from './query.ts';
import type { Match } from './said-names.ts';

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
/** A description with nearly all of whose words a term's own text agrees. */
const WELL_DESCRIBED = 0.9;

interface Circumstances {
  readonly heardAs: 'command' | 'mention' | 'channel';
  /** Whether the text names a person, who is then the one asked. */
  readonly namesPerson: boolean;
  readonly text: string;
}

/** Whether the bot would say its answer, given how it came to hear the text. */
export function judge(understood: Understood, { heardAs, namesPerson, text }: Circumstances): Verdict {
  if (heardAs !== 'channel') return { speaks: true, because: 'It was addressed.' };
  const { query, confidence, isQuestion, isParticular, unexplained } = understood;
  const matches = matchesOf(query);
  if (namesPerson) return silent('Somebody else is asked.');
  if (!isQuestion) return silent('It is not a question.');
  if (matches.length === 0) return silent('Nothing in the glossary answers it for certain.');
  if (isParticular) return silent('It seems to be about one thing here and now, which the wiki cannot know.');
  if (
    matches.some(match => match.via === 'fuzzy' || (match.via === 'described' && confidence < WELL_DESCRIBED))
  )
    return silent('A name had to be guessed.');
  if (matches.some(match => isPlainWord(match, text)))
    return silent('An everyday word may not mean the term.');
  const isFacet = query.kind === 'facet' && query.facet !== null;
  if (unexplained.length > (isFacet ? MOST_UNEXPLAINED : 0))
    return silent(`It asks for more than the glossary has: ${unexplained.length} unexplained words.`);
  const least = isFacet ? SURE_OF_FACET : SURE_ENOUGH;
  if (confidence < least) return silent(`Its confidence of ${confidence} is below ${least}.`);
  return { speaks: true, because: `A question that the glossary answers, with confidence ${confidence}.` };
}

/** Whether all that names a term is a plain word in small letters that is one of its abbreviations: "the dot". */
function isPlainWord({ via, terms }: Match, text: string): boolean {
  if (via !== 'alias') return false;
  const aliases = terms.flatMap(term => term.aliases);
  const plain = aliases.filter(alias => isLikeAbbreviation(alias.toLowerCase()));
  const typed = new Set(splitWords(text));
  return plain.some(alias => typed.has(alias.toLowerCase()) && !typed.has(alias));
}

function silent(because: string): Verdict {
  return { speaks: false, because };
}
