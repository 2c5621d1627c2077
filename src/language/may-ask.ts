/** Marks and words without which nothing is asked. */
const ASKING =
  /\?|\b(?:what|whats|wat|wut|waht|which|whcih|who|whos|whom|whose|why|when|where|wheres|how|hows|hwo|wtf|wth|explain|define|definition|describe|compare|differences?|diff|wonder|wondering|curious|know|tell|understand|understanding|clue|idea|help|looking|remind|meaning|means?|meant|stands?|eli5|pros|cons|unsure|unclear|lost|confused|get|give|gimme|show|interested|hear|anyone|anybody|somebody|someone|need|want|like|love|vs|versus|any|clarify|question)\b|(?:^|[.!\n]\s*|\b(?:so|and|but|hey|hi|hello)\s+)(?:is|are|was|were|does|do|did|can|could|should|would|will|may|might|must|has|have)\b/i;

/** Words up to which a text may be the name of what is asked about. */
const FEW_WORDS = 6;

/** Whether a text may ask something at all; most of what is said in a channel does not, and need not be read. */
export function mayAsk(text: string): boolean {
  return ASKING.test(text) || text.split(/\s+/, FEW_WORDS + 1).length <= FEW_WORDS;
}
