const QUESTION_START =
  /(?:^|[\s,:;–—(-])((?:what(?:['’]?s| is| are| does| do| would)?|how (?:do|does|can|is|are|to|would|should)|why|when (?:do|should|would|to)|which|wtf|explain|define|difference between)\s)/gi;

/** Longer parts, in characters, hold a story themselves. */
const LONGEST_PART = 300;
/** Most parts of one message that are tried. */
const MOST_PARTS = 8;

/**
 * The questions that a longer message may hold: its sentences, and what starts at a question word. "First week here,
 * so many acronyms: what's IaC?" holds "what's IaC?". The message itself is not among them.
 */
export function questionsIn(text: string): string[] {
  const whole = text.split(/(?<=[?!.])\s+|\n+/).map(part => part.trim());
  const pieces = whole.flatMap(sentence => sentence.split(/:\s+|\s+[–—-]\s+/)).map(part => part.trim());
  const sentences = [...whole, ...pieces];
  const tails = sentences.flatMap(sentence =>
    [...sentence.matchAll(QUESTION_START)].map(match => sentence.slice(match.index).replace(/^\W+/, '')),
  );
  const parts = [...sentences, ...tails].filter(
    part => part !== '' && part.length <= LONGEST_PART && part !== text.trim(),
  );
  return [...new Set(parts)].slice(0, MOST_PARTS);
}
