import { isFunctionWord } from '../language/function-words.ts';
import { type Named, readName } from './names.ts';
import { isVerb } from './term-words.ts';

/** Words at most before a bracket or comma that are looked at for a name. */
const MOST_WORDS = 3;

/** "driver (the person who types)", "ping-pong programming (where one writes a test …)": a bracket that explains. */
const BRACKET =
  / \((?:(?:i\.e\.|that is|meaning),? )?(?:the|an?|any|one|someone|people|where|which|who|when|your|our|its|also (?:called|known as))\s[^()]{20,}\)/gi;

/** ", also known as UI redressing": said of what stands before. */
const ALSO = /, (?:also|sometimes|often|commonly|better|formerly) (?:known as|called|referred to as) /gi;

/** "subnet set - subnets that most accounts use", “"controllers" which act on it”: goes on to say what that is. */
const GOES_ON =
  / [–—-] (?:an? |the )?(?:[\p{L}-]+ ){1,4}(?:that|which|who) |(?<=["”]),? (?:that|which) \p{Ll}{3,} /gu;

/** Characters before a bracket or comma in which a name may stand. */
const LONGEST_PHRASE = 100;

/** What sentences explain without being about it. */
export function namedInPassing(text: string): Named[] {
  const before = (ends: Iterable<RegExpExecArray>) =>
    [...ends]
      .map(({ index }) => phraseBefore(text.slice(Math.max(0, index - LONGEST_PHRASE), index)))
      .filter(name => name !== '');
  // What is also called something else may be any word: "fit for cryptography, also called …".
  const called = before(text.matchAll(ALSO)).filter(name => /^\p{Lu}|\s/u.test(name));
  return [...before(text.matchAll(BRACKET)), ...before(text.matchAll(GOES_ON)), ...called].map(readName);
}

/** The last words of a text that may be a name: up to an article, a preposition, a verb or a comma. */
function phraseBefore(text: string): string {
  const [, quoted] = /["“]([^"“”]{3,40})["”]$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted;
  const [clause = ''] = text.split(/[,.;:()!?“”"—–]/).slice(-1);
  const words = clause.trim().split(/\s+/);
  const found: string[] = [];
  for (let at = words.length - 1; at >= 0 && found.length <= MOST_WORDS; at -= 1) {
    const word = words[at] ?? '';
    const isVerbHere = MODAL.test(words[at - 1] ?? '') || /^\p{Ll}+ed$/u.test(word);
    const isPlainBeforeName = /^\p{Ll}/u.test(word) && /^\p{Lu}/u.test(found[0] ?? '');
    if (
      word === '' ||
      isPlainBeforeName ||
      isFunctionWord(word.toLowerCase()) ||
      (found.length > 0 && isVerb(word.toLowerCase())) ||
      isVerbHere
    )
      break;
    found.unshift(word);
  }
  return found.length > MOST_WORDS ? '' : found.join(' ');
}

const MODAL = /^(?:may|might|can|could|will|would|should|must|to|not)$/i;
