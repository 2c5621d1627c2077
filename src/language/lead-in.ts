const PEOPLE = `(?:team|all|folks|everyone|everybody|guys|there|people|y'?all|gang|bot|secterm|friends|mates?|ladies|again)`;
const WHOEVER = `(?:you|u|someone|some1|anyone|somebody|anybody|sb|one of you|any of you|people|folks|you (?:guys|folks|all|people))`;
const ADVERBS = `(?:please|pls|plz|kindly|maybe|perhaps|quickly|briefly|shortly|possibly|here|just|real quick|ever|actually|happen to|again|still|really|quite|fully|also|even)`;
const EXPLAIN = `(?:explain|tell|describe|define|say|clarify|remind|enlighten|teach|show|help|give|walk|point|share|spell out|sum up|summari[sz]e|elaborate on|recap|shed (?:some )?light on|expand|decode|translate)`;

/** What people say before a question, and that asks nothing. */
const GREETINGS = [
  new RegExp(
    String.raw`^(?:hey|hi|hiya|hello|yo|heya|howdy|moin|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings|so|ok|okay|um+|uh+|hm+|erm|er|ah|oh|right|alright|well|but|and(?= (?:what|how|why|which|who|when|where|is|are|does|do|can|could)\b)|also|btw|fyi|pls|please|plz|sorry|apologies|thanks|thx|cheers|anyway|actually|honestly|seriously|lol|oof|argh|wait|yeah|yes|no|quick|q|hmm)\b(?:[\s,:;.!–—-]+${PEOPLE}\b)*[\s,:;.!…–—-]+`,
    'i',
  ),
  /^(?:(?:a |an |one |just |my |another |maybe |possibly |probably |sorry for (?:the )?|this (?:is|might be|may be) )*(?:very |really |super |total |prob(?:ably)? |maybe |most likely |kinda |rather |slightly |potentially |also )?(?:quick|dumb|stupid|silly|noob|newbie|basic|naive|random|simple|short|small|little|honest|genuine|serious|beginner'?s?|rookie|dummy|general|side|obvious|real) ?(?:q|question|qn|one|thought|ask|check)s?\b(?:,? (?:maybe|i know|probably|perhaps|sorry|but|here|incoming|alert|from me|time|for (?:you|the (?:group|channel|team))))*[\s,:;.!…–—-]*(?:but\b[\s,:]*)?)/i,
  /^(?:question|q|ask|context|background|tl;?dr|asking for a friend|sorry (?:if|for)[^,:.]{0,60}|(?:i'?m |i am )?(?:new|newbie|noob|beginner|rookie|junior|intern)(?: (?:here|to this|to the team|joiner|starter|dev|on the team))*|first (?:day|week|month)(?: here)?)[\s]*[:,;–—-]+\s*(?:but\b[\s,:]*|so\b[\s,:]*)?/i,
  /^(?:(?:some|any)(?:one|body)|(?:my|our|the|a) (?:\w+ )?(?:lead|boss|manager|mentor|buddy|colleague|teammate|vendor|cto|ciso|pm|auditor|friend|guy|dev|docs?|wiki|blog|contractor|consultant)|people|they|folks|colleagues|docs|(?:he|she|it))(?: (?:just|here|always|also|once|keep|keeps))* (?:told|tells?|says?|said|saying|claims?|claimed|insists?|mentioned|mentions?|wrote|writes?)(?: (?:me|us))?(?: (?:that|earlier|today|yesterday))*[\s,:]+(?=\S+ \S)/i,
  /^(?:(?:i|we)(?:['’]?(?:m|ve|re)| am| have| are| was)? )?(?:(?:just|recently|newly|only) )?(?:joined|joining|started|starting|moved|switched|transferred|onboarding|new)\b[^,.?!:;–—]{0,50}[,:;–—]+\s*(?:and |but |so )?(?=\S+ \S)/i,
  /^i(?:['’]ve)? (?:just |only |once |recently |always |also )*(?:heard|read|saw|learned|learnt|thought|was told|got told|assumed|assume|think|believe|guess|gather|keep hearing|keep reading)(?: (?:that|somewhere|today|yesterday))*[\s,:]+(?=\S+ \S)/i,
] as const;

/** What asks for the rest of the sentence to be explained. */
const ASKING = [
  new RegExp(
    String.raw`^(?:can|could|would|will|may|might|cud|cld)(?: ${ADVERBS})* (?:${WHOEVER}|i)(?: ${ADVERBS})*(?: be (?:so kind|so nice|able|kind enough) (?:as )?to| mind| want to| care to| have)?(?: ${ADVERBS})* ${EXPLAIN}(?:ing)?(?: (?:me|us|a newbie|a noob|to me|to us|the rest of us))?(?: ${ADVERBS}| understand| through| out| figure out| (?:an?|the)? ?(?:idea|hint|overview|summary|definition|explanation|rundown|clue)(?: (?:of|on|about))?| (?:me|us))*[\s,:]+`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:does|do|did|has|have|is|are)?n?'?t? ?(?:${WHOEVER}|there (?:anyone|somebody|someone|anybody))(?: (?:in|on|around) here)?(?: ${ADVERBS})*(?: who)? (?:knows?|remembers?|recalls?|understands?|has (?:an )?idea|got (?:an )?idea|can (?:say|tell|explain))(?: (?:me|us))?(?: ${ADVERBS})*\b[\s,:]*(?:about |of )?`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:please |pls |plz )?(?:someone|somebody|anyone|anybody)(?: ${ADVERBS})* ${EXPLAIN}s?(?: (?:me|us|to me|to us))?\b[\s,:]*`,
    'i',
  ),
  /^(?:(?:i|we)(?:['’ ]?(?:m|am|ve|have|d|would|was|were|re|are|been|just|still|really|also|kind of|kinda|always|only))* ?|(?:just |still |really )?(?=trying|struggling|hoping|keen|eager|happy))(?:want|wanted|need|needed|like|love|trying|try|hoping|hope|have|got|happy|glad|keen|eager|interested|appreciate|supposed|struggling|failing|looking)(?:ed)?(?: (?:to|in|if|for))? ?(?:be able to )?(?:know|understand|hear|learn|find out|figure out|get|see|ask|grasp|understanding|knowing|hearing|learning|wrap my head around|have|be told|make sense of)(?: (?:a bit |a little )?(?:more |better )?(?:about|of|on))?(?: (?:a |an |some )?(?:short |brief |quick )?(?:definition|explanation|overview|examples?|few words|summary)(?: (?:of|on|about|for))?)?[\s,:]+/i,
  /^(?:(?:i|we)(?:['’ ]?(?:m|am|was|were|ve been|have been|re|are))? ?(?:just |always |still |kinda |also |a bit |sort of )*|just |kinda |still )?(?:(?<=\b(?:m|am|was|were|re|are|been|just|kinda|still|always|also|sort of|bit) )(?:lost|stuck|fuzzy)|wondering|curious|asking(?: myself)?|puzzled|confused|unsure|unclear|clueless)\b(?: (?:about|on|with|as to|by|over|now|here|myself))*[\s,:]*/i,
  /^(?:(?:i|we) (?:just |still |really |honestly |quite |simply |also )*(?:do not|don['’]?t|dunno|never|can['’]?t|cannot|didn['’]?t|couldn['’]?t|forgot|forget|always forget|keep forgetting|am not sure|m not sure)(?: (?:really|quite|fully|ever|yet|even|still|exactly|actually))*(?: (?:know|understand|get|understood|got|remember|see|grasp|tell|sure|figure out|follow|recall)|(?<=dunno|forgot|forget|forgetting|m not sure|am not sure))(?: (?:about|of|on))?)\b[\s,:]*/i,
  /^(?:(?:i['’]?m |i am )?not (?:quite |really |entirely |completely |100% |too )?(?:sure|clear|certain)(?: (?:i|we|about|on|that|of))*(?: (?:get|understand|know|follow|remember|grasp))*)\b[\s,:]*/i,
  /^(?:please |pls |plz |kindly )*(?:remind|tell|teach|enlighten|help)(?: (?:me|us|a newbie|a noob|a newcomer))?(?: (?:out|please|pls|again|to|understand|more|about|with|on|figure out|remember))*[\s,:]+/i,
  /^(?:please |pls |plz |kindly )*(?:walk|talk|guide|take) (?:me|us)(?: \w+ly)? through[\s,:]+/i,
  /^(?:please |pls |plz |kindly )*(?:explain|describe|define|clarify|eli5|elaborate on|decode|expand|spell out)(?: (?:me|us|to me|to us|please|pls|briefly|again|the (?:term|word|acronym|abbreviation|concept)(?: of)?))*[\s,:]+/i,
  /^(?:any(?:one|body)?|some(?:one|body)?|who|no|got an?|have an?|is there an?|got any)(?: (?:here|out there))?(?: (?:got|have|has|with))?(?: (?:an?|any|the))? ?(?:idea|idea of|clue|hint|thoughts|pointers?|know|knows|explanation|good explanation|link)(?: (?:on|about|of|to|for|as to|regarding))?\b[\s,:]*/i,
  /^(?:would (?:love|like|be (?:great|good|nice|helpful|happy|glad|interested|curious))|looking|in need|in search|be (?:great|nice|glad|happy))(?: (?:to|for|of|about|if))?(?: ?(?:know|hear|learn|understand|see|get|have|find|someone (?:could|can) (?:explain|tell me)))?(?: (?:about|on))?(?: (?:a |an |some )?(?:short |brief |quick )?(?:definition|explanation|overview)(?: (?:of|on|about|for))?)?\b[\s,:]*/i,
  /^(?:what (?:i|we) (?:do not|don['’]?t|never|still don['’]?t) (?:get|understand|know)(?: is)?|my question(?: here)?(?: is| would be)?|the question(?: is)?|the thing is|asking because)\b[\s,:]*/i,
] as const;

/** What people say after a question. */
const ENDINGS = [
  /[\s,;:.!?–—(-]+(?:please|pls|plz|plx|thanks?(?: (?:a lot|so much|in advance|you|all|folks|everyone|guys))*|thx|ty|cheers|ta|tia|any(?:one|body)|some(?:one|body)|folks|guys|people|team|all|lol|haha|tbh|btw|fyi|imo|though|tho|exactly|roughly|basically|practically|(?:in|from) (?:practice|general|a nutshell|short|brief|simple (?:terms|words)|plain (?:english|words|terms)|layman'?s? terms|one sentence|a few words|a sentence|your (?:opinion|experience|own words))|generally(?: speaking)?|as an? (?:(?:new|junior|fresh|total|complete|future) )?(?:dev|developer|beginner|newcomer|newbie|noob|starter|junior|engineer|joiner)|if you please|if you(?:['’]d| would) be so kind|if you (?:do not|don['’]?t) mind|if possible|if i may ask|if (?:you|any(?:one|body)|some(?:one|body)) (?:know|can|could|has|have)[^.?!]*|any (?:pointers?|ideas?|clue|hints?|help)(?: (?:welcome|appreciated))?|help a (?:newbie|noob|newcomer)(?: out)?|asking for a friend|out of curiosity|just curious|real quick|like (?:i'?m|i am) (?:five|5)|eli5|by the way|beyond the (?:buzz ?words?|hype|marketing|name)|right|or what|again|at all|then|these days|nowadays|i (?:wonder|forgot|forget)|no idea|sorry|got it|yet|even|anyway|[:;]-?[)dp(])(?=[\s?!.,;:)]*$)[\s?!.,;:)]*$/i,
] as const;

/** What turns a statement into a question: "SCIM logs users in, right?". */
const TAGS = [
  /[\s]*[,;:.–—-]\s*(?:right|correct|no|yes or no|y\/n|true|possible|allowed|ok|okay|isn['’]?t it|doesn['’]?t it|don['’]?t they|aren['’]?t they|is that (?:right|true|correct|so)|am i right|true or false|or not|or no|eh|huh|yeah)(?=[\s?!.]*$)[\s?!.]*$/i,
] as const;

/** Characters at the beginning and at the end of a text that are looked at: politeness is short, and patterns take time. */
const LONGEST_LEAD = 200;
const LONGEST_ENDING = 80;
/** The most that is taken off in turn: "hi all, sorry, quick question: can someone tell me …". */
const MOST_TAKEN = 6;

export interface Asked {
  readonly text: string;
  /** Whether what was taken off asks for an explanation, so that the rest is one of a question. */
  readonly asks: boolean;
}

/**
 * The question without the polite words around it: "hey, can someone please explain what ASLR means?" asks "what ASLR
 * means". "Wondering whether SCIM logs people in" asks "does SCIM logs people in". A text that is nothing else stays.
 */
export function withoutLeadIn(typed: string): Asked {
  let text = typed.replace(/^[^\p{L}\p{N}`"“'‘(<[.#/]+/u, '').trim();
  let asks = false;
  for (let taken = 0; taken < MOST_TAKEN; taken += 1) {
    const asking = shortened(text, ASKING, LONGEST_LEAD);
    const rest = asking ?? shortened(text, GREETINGS, LONGEST_LEAD);
    if (rest === undefined) break;
    if (asking !== undefined) asks = true;
    text = rest.trim();
  }
  const tagged = shortened(text, TAGS, -LONGEST_ENDING);
  if (tagged !== undefined) [text, asks] = [tagged.trim(), true];
  for (let taken = 0; taken < MOST_TAKEN; taken += 1) {
    const rest = shortened(text, ENDINGS, -LONGEST_ENDING);
    if (rest === undefined) break;
    text = rest.trim();
  }
  text = text
    .replace(/^(?:in (?:what|which) ways?|by (?:what|which) means|in what sense)\b/i, 'how')
    .replace(/^how come\b/i, 'why');
  if (asks) text = text.replace(/^(?:if|whether)\s+(?=\S+\s)/i, 'does ');
  return text === '' ? { text: typed.trim(), asks: false } : { text, asks };
}

/** The text without what the first pattern that fits takes off; undefined when none does, or nothing would be left. */
function shortened(text: string, patterns: readonly RegExp[], part: number): string | undefined {
  const [head, tail] = [text.slice(0, part), text.slice(part)];
  const [kept, looked] = part > 0 ? [tail, head] : text.length > -part ? [head, tail] : ['', text];
  for (const pattern of patterns) {
    const rest = looked.replace(pattern, '');
    const whole = part > 0 ? rest + kept : kept + rest;
    if (rest.length < looked.length && /[\p{L}\p{N}]/u.test(whole)) return whole;
  }
  return undefined;
}
