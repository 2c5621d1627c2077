/** Marks and words without which nothing is asked. */
const ASKING =
  /\?|\b(?:what|whats|wat|wut|waht|which|whcih|who|whos|whom|whose|why|when|where|wheres|how|hows|hwo|wtf|wth|explain|define|definition|describe|compare|differences?|diff|wonder|wondering|curious|know|tell|understand|understanding|clue|idea|help|looking|remind|meaning|means?|meant|stands?|eli5|pros|cons|unsure|unclear|lost|confused|get|give|gimme|show|interested|hear|anyone|anybody|somebody|someone|need|want|like|love|vs|versus|any|clarify|question)\b|(?:^|[.!\n]\s*|\b(?:so|and|but|hey|hi|hello)\s+)(?:is|are|was|were|does|do|did|can|could|should|would|will|may|might|must|has|have)\b/i;

/** Words up to which a text may be the name of what is asked about. */
const FEW_WORDS = 6;

/** Whether a text may ask something at all; most of what is said in a channel does not, and need not be read. */
export function mayAsk(text: string): boolean {
  const mayBe = ASKING.test(text) || text.split(/\s+/, FEW_WORDS + 1).length <= FEW_WORDS;
  return mayBe && !asksForEffect(text);
}

/** Of a whole message: what shows that none of its sentences asks for an explanation. */
const IN_ALL =
  /\byet\W*$|\bwhy do you (?:keep|always|still)\b|\btell me again (?:how|why)\b|\blet['’]?s (?:pick|vote|decide|go with|settle)\b|\?\s+(?:no|nope|yes|yep|yeah|never|nobody|nothing|none|obviously|exactly)[.!,…]|\b(?:lgtm|nit:|reply with|react with|vote (?:with|for|now)|(?:quick )?poll:|i nominate|thumbs up|hands up|raise your hand|remember when|in this economy|knock knock|haha\w*|lmao|rofl)/i;

/** Whether a message as a whole is a joke, a poll or a review, whatever its sentences ask. */
function asksForEffect(message: string): boolean {
  return IN_ALL.test(message) || TO_SOMEBODY.test(message) || echoes(message);
}

/** "Maria, do you remember …": the first word is a name, with what only one person can be asked behind it. */
const TO_SOMEBODY =
  /^(?!(?:Hi|Hey|Hello|Hiya|So|Ok|Okay|Well|Question|Quick|Sorry|Also|And|But|Please|Guys|Folks|Team|All|Morning|Evening|Everyone|Anyone|Somebody|Someone|Anybody)\b)\p{Lu}\p{Ll}+[,!:]+ (?:do|did|can|could|would|have|are|were|is|was|what|where|when|which|how|any)\b/u;
/** "SBOM? I hardly know him": the name is said again to comment on it. */
const ECHO = /^(?:(?:what|which) )?[\p{L}\p{N}./-]+(?: [\p{L}\p{N}./-]+){0,2}\?+\s+([^?]+)$/u;
/** Whoever wants to know says that they do, or where they met the word. */
const WANTS_TO_KNOW =
  /\b(?:wh\w+|how|heard|hear|idea|mean\w*|explain\w*|define|clue|new|first|any(?:one|body)|some(?:one|body)|please|pls|thanks|thx|tell|help|read\w*|saw|seen|acronym|term|word|stands?|mention\w*|c[ao]m(?:e|es|ing)|keeps?|every(?:one|body)?|said|says|sorry|newbie|wiki|docs|joined|started|understand|never|lost|confused|wondering)\b/i;

function echoes(message: string): boolean {
  const comment = ECHO.exec(message.slice(0, LONGEST_ECHO))?.[1];
  return comment !== undefined && !WANTS_TO_KNOW.test(comment);
}

const LONGEST_ECHO = 300;
