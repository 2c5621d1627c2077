/** What stands before a name that is all that is asked about. */
export const DEFINING =
  /^(?:what(?:s| is| are| was| does| do)?|who is|define|explain|describe|meaning of|definition of|the meaning of|tell me (?:more )?about|wtf (?:is|are)|eli5|about)\b(?: (?:is|are|about|an?|the|meant by|it mean by)\b)*\s*/i;

/** What an abbreviation is short for. */
const STANDS_FOR =
  /\b(?:stands? for|standing for|short for|shorthand for|abbreviat\w+|acronym|initialism|spell(?:ed|t)? out|long form|full (?:form|name|title|version)|written out|in full|expands?(?: to)?|expanded|expansion|letters)\b/;

/** Forms in which the name is all that is asked about; §0 is the name. What follows "in" or "within" only says where it was met. */
const FORMS: readonly RegExp[] = [
  /\b(?:what|wat|wut|wtf)\b.*\b(?:mean|means|meant|meaning)\b(?! (?:for|to)\b)/,
  /§0 (?:supposed to )?(?:mean|means)\b(?: what)?(?! (?:for|to)\b)/,
  /\b(?:meaning|definition|define|defining|defined|describe|description|overview|summary|intro|introduction|explanation|info|information|entry|entries|article|basics|primer|rundown|crash course|gist|one liner|oneliner|liner|tldr|short version|elevator pitch|cliff notes)(?: (?:of|on|for|about|to|behind|as))?(?: (?:an?|the|this|term|word|concept|idea|notion|thing|acronym|abbreviation|called))* §0\b/,
  /^(?:(?:what|which) (?:kind|sort|type) of (?:an? )?(?:thing|concept|animal|beast|entity|object|word|term|idea|creature|stuff|attack|tool|software|technology|technique|method|system|protocol|mechanism|device|role|document|standard|format|process) (?:is|are) (?:an? |the )?§0|(?:is|are) (?:an? |the )?§0 (?:an? )?\w+ or what)$/,
  /^(?:so )?(?:what|whats|wtf|wth|wat)(?: (?:is|are|was|s|the|an?|this|exactly|even|actually|that|heck|hell|on|earth|in|world))* §0 (?:in|within|when it comes to|in terms of|in the (?:context|world|field) of)(?: (?:the|an?|our))? \w+(?: \w+)?$/,
  /^(?:look up|lookup|search(?: for)?|find(?: me)?|google|anything on|something on|info|wiki)(?: (?:the|an?))? §0$/,
  /\b(?:idea|concept|notion|term|word|thing|stuff|buzzword|expression|phrase)(?: (?:behind|of|called|named))? (?:an? |the )?§0(?: (?:mean|means|refer|refers|describe|describes|about|is|are|all|what))*$/,
  /^(?:(?:what|whats|the|this|an?|is|are|s|that) )*§0 (?:thing|stuff|thingy|business|buzz|buzzword|concept|term|word)(?: (?:about|is|are|all|mean|means))*$/,
  /^(?:an? |the )?§0 (?:principle|methodology|method|technique|protocol|standard|concept|model|approach|algorithm|mechanism|practice|paradigm|philosophy)$/,
  /^what (?:an? |the )?§0 (?:is|are|means?)(?: (?:in|within|for|when it comes to|in terms of) \w+(?: \w+){0,3})?$/,
  /^(?:what|who)(?: or what| or who)? (?:is|are) (?:an? |the )?§0$/,
  /^(?:what|whats) (?:is )?up with §0$|^(?:and )?§0 (?:and )?(?:what|why) (?:is|are|do|does) (?:it|they|people|everyone|everybody)(?: \w+){0,4}$|^what (?:is|are) §0 and (?:why|how|what|when|who)\b/,
];

/** Whether a question about one name asks what it is, or stands for, and nothing else. */
export function asksDefinition(sentence: string): boolean {
  return STANDS_FOR.test(sentence) || FORMS.some(form => form.test(sentence));
}

/** Whether it asks what a name stands for. */
export function asksLetters(sentence: string): boolean {
  return STANDS_FOR.test(sentence);
}

/** The words of a question on a definition that say nothing else. */
export function definingWords({ content }: { readonly content: readonly string[] }): readonly string[] {
  return content.filter(word => SAYING_SO.has(word));
}

const SAYING_SO = new Set(
  'principle methodology method technique protocol standard model approach algorithm mechanism practice paradigm philosophy long full one liner oneliner tldr version elevator pitch exactly mean means meant meaning definition define defining defined describe description overview summary intro introduction explanation info information entry article basics primer rundown gist concept idea notion term word thing stuff buzzword expression phrase kind sort type acronym abbreviation abbreviate abbreviates abbreviated initialism letters expansion expand expands expanded spelled spelt written form name title version stand stands short shorthand lookup look search find google wiki security networking context field world terms supposed refer refers say says tech it people official legal proper plain english real exact clear call called'.split(
    ' ',
  ),
);

/** Words that may stand around a name where nothing is asked but what it is: "what on earth is a §0, exactly". */
const PLAIN = new Set(
  'what whats wat wut wtf wth define explain describe meaning definition tell full long give got need form name abbreviation expansion short quick brief explanation is are was does do did of me us my about the a an this word term acronym exactly actually even s heck hell earth on in meant by called thing thingy mean means expand expands to spelled out general like i im five 5 one stand stands for really please again it that anyway though tho here guys folks all everyone anyone stuff simple plain english terms words lol btw refer and'.split(
    ' ',
  ),
);

/** "What is a §0", "§0 meaning": nothing else is asked. */
export function isPlainDefinition(sentence: string): boolean {
  const all = sentence.split(' ');
  return all.includes('§0') && all.every(word => word === '§0' || PLAIN.has(word));
}
