import type { Reading } from './reading.ts';

/** Whose it is: "our customer §0", "this §0". */
const POSSESSED =
  /\b(?:our|ours|my|your|yours|his|her|these|those|whose|this(?! (?:thing|term|word|acronym|abbreviation|concept|topic|idea)\b))(?: \w+){0,2} §\d+|\bwhich §\d+(?: (?:is|are|was|were|do|does|did|has|have|should|shall|can|to)\b|$)/;
/** "the §0", beside the fixed forms of "what is the difference between the §0 and the §1". */
const WITH_ARTICLE = /\bthe(?: \w+)?(?: §\d+)* §(\d+)/g;
/** When and where something is: a state of affairs, not a word to be explained. */
const AT_A_TIME =
  /\b\d{1,2} ?(?:am|pm)\b|\b(?:today|tonight|yesterday|tomorrow|right now|(?:down|up|slow|broken|dead|gone|full|stuck|failing|flaky|red) again|currently|anymore|lately|nightly|(?:this|last|next) (?:morning|afternoon|evening|night|week|weekend|month|sprint|quarter|release|time)|staging|failed|crashed|crashing|outage|jira|eta|§\d+ here)\b|\b(?:is|are|was|were|got|seems?|looks?|keeps?)(?: \w+)? (?:broken|stuck|failing|down|red|flaky|looping)\b|§\d+ (?:is |are )?(?:broken|failing|flaky|down)\b/;
/** What we do or have here: "do we encrypt the backups", but not "why do we need a §0" or "when would we use one". */
const AMONG_US =
  /^(?!.*\b(?:why|when|how come)\b).*\b(?:do|did|does|are|were|have|had|can|could|should|shall|will|would) we\b/;
const COMPARES = /\b(?:difference|vs|versus|between|compared?|than)\b/;
/** "How do we notice a §0?" asks how one does; without a facet's word it may be how we do it here. */
const HOW_ONE_DOES = /^(?:so )?how (?:do|can|could|should|would|to)\b|\bshould (?:we|i)\b/;
/** "Is the §0 up again?", "is §0 enforced now or still off?" */
const BY_NOW =
  /^\W*(?:so |and |but )?(?:is|are|was|were|does|do|did|has|have)\b.*\b(?:again|now|already|yet|still|currently|by now)\b/i;
/** "Is §0 still considered secure?" is about the kind at any time. */
const STILL_GOOD =
  /\bstill (?:ok|okay|fine|safe|secure|good|considered|recommended|supported|needed|relevant|valid|worth|a thing|the (?:way|future))\b/i;
/** "Does §0 hide my lookups?": what one has stands for what anybody has. */
const TO_ONES_OWN =
  /^(?:so )?(?:does|do|can|could|will|would|is|are) §\d+ (?:\w+ ){1,2}(?:my|your|our) \w+|^(?:do|can|should|must) i (?:\w+ )+my (?:own )?\w+ (?:to|for|with|before|when)\b.*§\d+/;
/** "Which of those costs the most?", after several names. */
const POINTS_AT_SEVERAL = /\b(?:these|those)\b/;
/** "What is the §0?", and nothing else: who asks that does not know one. */
const NAMED_WITH_ARTICLE =
  /^(?:(?:and|so|but) )*(?:what(?:s| is| are)?|define|explain) (?:exactly )?the §\d+(?: exactly)?$|^(?:the )?§\d+ what (?:is|are|does|do) (?:it|that|they)(?: do)?(?: exactly)?$|^what (?:does|do) the §\d+ do(?: exactly)?$/;
/** "What is a §0 to somebody like them, right?" wants no answer. */
const RHETORICAL =
  /^\W*(?:what|who|why|how|when|where)\b.*[,;]\s*(?:right|huh|eh|lol|am i right|amirite)\W*$/i;

/** Asked of people, not of a wiki: who has it, what they want, whether it is up. */
const OF_PEOPLE =
  /\bwho (?:has|have|had|owns?|owned|broke|changed|set|approved|merged|did|wrote|runs|manages|maintains|wants?|will|else|here|volunteers?|feels|thinks|wins)\b|\b(?:anyone|anybody|someone|somebody|everyone) (?:else|up for|around|using|used|tried|seen|seeing)\b|\bwhat did (?:i|we) miss\b|\bwhat(?: has| is)? happened (?:to|with)\b|\bwhats? (?:is )?(?:an? |the )?§\d+ doing (?:in|on|here|there)\b|\b(?:is|was) (?:this|that) the (?:one|thing) \w+|§\d+ (?:\w+ )?(?:done|finished|merged|deployed|fixed|rotated|rolled out|upgraded|migrated)$|^(?:is|are|was|were) (?:§\d+|\w+) (?:up|down|back|ok|okay|alive|live|done|ready|out|working|running|deployed|merged)$/;
/** "This regex", "this sidecar thing": something that the others see. */
const THIS =
  /\b(?:this|these|those) (?!(?:two|three|four|days|kinds|types|sorts|both|stand|stands|is|was|mean|means|meant|term|word|acronym|abbreviation|thing|called|about|channel|works?|would|could|can|does|do|and|or|in|on|for|to|even|so|all|again|one|stuff|the|a|an|it|you|we|i|has|have|who|what|when|if|where|topic|concept|name)\b)[a-z]+\b/;
/** "Why X here and not Y?", "lgtm, but …": said of a change. */
const OF_A_CHANGE =
  /\b(?:pr|regex|this line|line \d+|reviewer)\b|^why (?:not )?(?:let|use|do|have|keep|make|add|put|set|call)?\b.* here\b|^why (?:[§\w]+ ){1,4}here\b|^why not \w+/;
/** What is asked for effect. */
const FOR_EFFECT =
  /\bremember (?:when|that time|how)\b|^(?:so )?(?:is|are|was|isnt|wasnt) (?:it|that|this|they) (?:really|even|still|actually|just)\b|\bmeans? (?:nothing|anything) to\b|\bmost hated\b|\bof course\b|\bin this economy\b|\bwho needs\b|\bwho knew\b|\bwhat could (?:possibly )?go wrong\b|\bdo (?:i|we) look like\b|\bhave you (?:ever )?(?:tried|seen|met|heard)\b/;
/** "My ticket", "your branch": a question about something of somebody's. */
const SOMEBODYS =
  /^(?:is|are|was|were|do|does|did|can|could|has|have|will|should)\b.*\b(?:my|your|his|her|their|mine|yours) (?!own\b)\w+/;

/** "Why does the §0 need …": something that one of ours does. */
const DOES_IT = /\b(?:is|are|was|were|do|does|did|has|have|can|will) the §/;

interface Particulars extends Pick<Reading, 'sentence' | 'spotted'> {
  /** The question as it was typed, with its ending. */
  readonly typed: string;
  /** The names that the answer is about. */
  readonly about: readonly string[];
  readonly isDefinition: boolean;
  /** Whether a facet is asked for by its words. */
  readonly isFacet: boolean;
}

/**
 * Whether a question seems to be about one thing at some place and time ("is the §0 slow today?") rather than about the
 * kind. People of a channel answer those; the wiki cannot. Written from what people say in channels; npm run quality has
 * such lines.
 */
export function isParticular({
  sentence,
  spotted,
  about,
  isDefinition,
  isFacet,
  typed,
}: Particulars): boolean {
  if (RHETORICAL.test(typed) || FOR_EFFECT.test(sentence)) return true;
  if (BY_NOW.test(typed) && !STILL_GOOD.test(typed)) return true;
  if ([OF_PEOPLE, OF_A_CHANGE].some(pattern => pattern.test(sentence))) return true;
  if (SOMEBODYS.test(sentence) && !TO_ONES_OWN.test(sentence)) return true;
  if (THIS.test(sentence) && !(about.length > 1 && POINTS_AT_SEVERAL.test(sentence))) return true;
  if (AT_A_TIME.test(sentence) || POSSESSED.test(sentence)) return true;
  if (AMONG_US.test(sentence) && !(isFacet && HOW_ONE_DOES.test(sentence))) return true;
  if (isDefinition && NAMED_WITH_ARTICLE.test(sentence)) return false;
  if (COMPARES.test(sentence)) return false;
  return [...sentence.matchAll(WITH_ARTICLE)].some(([, at]) => {
    const name = spotted.matches[Number(at)]?.name ?? '';
    if (!about.includes(name)) return false;
    // "the principle of least privilege", "the DMZ" are called so; "the cluster" is one of ours.
    const isCalledSo = isDefinition ? /\s|^\P{Ll}+$/u.test(name) : /\s/.test(name) && !DOES_IT.test(sentence);
    return !isCalledSo;
  });
}
