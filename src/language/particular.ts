import type { Reading } from './reading.ts';

/** Whose it is: "our customer §0", "this §0". */
const POSSESSED =
  /\b(?:our|ours|my|your|yours|his|her|this|these|those|whose)(?: \w+){0,2} §\d+|\bwhich §\d+/;
/** "the §0", beside the fixed forms of "what is the difference between the §0 and the §1". */
const WITH_ARTICLE = /\bthe(?: \w+)? §(\d+)/g;
/** When and where something is: a state of affairs, not a word to be explained. */
const AT_A_TIME =
  /\b(?:today|tonight|yesterday|tomorrow|right now|(?:down|up|slow|broken|dead|gone|full|stuck|failing|flaky|red) again|currently|anymore|lately|right now|nightly|(?:this|last|next) (?:morning|afternoon|evening|night|week|weekend|month|sprint|quarter|release|time)|staging|broken|failing|failed|crash|crashed|crashing|stuck|outage|jira|eta|§\d+ here)\b/;
/** What we do or have here: "do we encrypt the backups", but not "why do we need a §0" or "when would we use one". */
const AMONG_US =
  /^(?!.*\b(?:why|when|how come)\b).*\b(?:do|did|does|are|were|have|had|can|could|should|shall|will|would) we\b/;
const COMPARES = /\b(?:difference|vs|versus|between|compared?|than)\b/;
/** "How do we notice a §0?" asks how one does; without a facet's word it may be how we do it here. */
const HOW_ONE_DOES = /^(?:so )?how (?:do|can|could|should|would|to)\b/;
/** "Is the §0 up again?", "is §0 enforced now or still off?" */
const BY_NOW =
  /^\W*(?:so |and |but )?(?:is|are|was|were|does|do|did|has|have)\b.*\b(?:again|now|already|yet|still|currently|by now)\b/i;
/** "What is a §0 to somebody like them, right?" wants no answer. */
const RHETORICAL =
  /^\W*(?:what|who|why|how|when|where)\b.*[,;]\s*(?:right|huh|eh|lol|am i right|amirite)\W*$/i;

/** "Why does the §0 need …": something that one of ours does. */
const DOES_IT = /\b(?:is|are|was|were|do|does|did|has|have|can|will) the §/;

interface Particulars extends Pick<Reading, 'sentence' | 'spotted'> {
  /** The question as it was typed, with its ending. */
  readonly typed: string;
  readonly isDefinition: boolean;
  /** Whether a facet is asked for by its words. */
  readonly isFacet: boolean;
}

/**
 * Whether a question seems to be about one thing at some place and time ("is the §0 slow today?") rather than about the
 * kind. People of a channel answer those; the wiki cannot. Written from what people say in channels; npm run quality has
 * such lines.
 */
export function isParticular({ sentence, spotted, isDefinition, isFacet, typed }: Particulars): boolean {
  if (RHETORICAL.test(typed) || BY_NOW.test(typed)) return true;
  if (AT_A_TIME.test(sentence) || POSSESSED.test(sentence)) return true;
  if (AMONG_US.test(sentence) && !(isFacet && HOW_ONE_DOES.test(sentence))) return true;
  if (COMPARES.test(sentence)) return false;
  return [...sentence.matchAll(WITH_ARTICLE)].some(([, at]) => {
    const name = spotted.matches[Number(at)]?.name ?? '';
    // "the principle of least privilege", "the DMZ" are called so; "the cluster" is one of ours.
    const isCalledSo = isDefinition ? /\s|^\P{Ll}+$/u.test(name) : /\s/.test(name) && !DOES_IT.test(sentence);
    return !isCalledSo;
  });
}
