import type { Reading } from './reading.ts';

/** Whose it is: "our customer §0", "this §0". */
const POSSESSED =
  /\b(?:our|ours|my|your|yours|his|her|this|these|those|whose)(?: \w+){0,2} §\d+|\bwhich §\d+/;
/** "the §0", beside the fixed forms of "what is the difference between the §0 and the §1". */
const WITH_ARTICLE = /\bthe §(\d+)/g;
/** When and where something is: a state of affairs, not a word to be explained. */
const AT_A_TIME =
  /\b(?:today|tonight|yesterday|tomorrow|right now|(?:down|up|slow|broken|dead|gone|full|stuck|failing|flaky|red) again|currently|anymore|lately|(?:this|last|next) (?:morning|afternoon|evening|night|week|weekend|month|sprint|quarter|release|time)|prod|staging|broken|failing|failed|crash|crashed|crashing|stuck|outage|ticket|jira|eta)\b/;
/** What we do or have here: "do we encrypt the backups", but not "why do we need a §0" or "when would we use one". */
const AMONG_US =
  /^(?!.*\b(?:why|when|how come)\b).*\b(?:do|did|does|are|were|have|had|can|could|should|shall|will|would) we\b/;
const COMPARES = /\b(?:difference|vs|versus|between|compared?|than)\b/;

/**
 * Whether a question seems to be about one thing at some place and time ("is the §0 slow today?") rather than about the
 * kind. People of a channel answer those; the wiki cannot. Written from what people say in channels; npm run quality has
 * such lines.
 */
export function isParticular({
  sentence,
  spotted,
  isDefinition,
}: Pick<Reading, 'sentence' | 'spotted'> & { readonly isDefinition: boolean }): boolean {
  if (AT_A_TIME.test(sentence) || AMONG_US.test(sentence) || POSSESSED.test(sentence)) return true;
  if (COMPARES.test(sentence)) return false;
  return [...sentence.matchAll(WITH_ARTICLE)].some(([, at]) => {
    const name = spotted.matches[Number(at)]?.name ?? '';
    // "the principle of least privilege", "the DMZ" are called so; "the cluster" is one of ours.
    const isCalledSo = isDefinition && /\s|^\P{Ll}+$/u.test(name);
    return !isCalledSo;
  });
}
