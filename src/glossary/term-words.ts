import { facetKind, isDefinitionLabel, isFacetHeading } from './facets.ts';
import { looksLikeName, type Named } from './names.ts';

/** Verbs that hardly begin a name, in any form: "Enable …", "Reduces …", "Bypassing …". "Block", "load" or "code" may. */
const VERBS = new Set(
  words(`
  adapt add address adhere adjust adopt allow analyse analyze anticipate apply arrange assess assign assume attach authenticate authorise
  authorize automate avoid be become begin bring build bypass calculate capture carry centralise centralize choose classify collect
  combine communicate compare complement complicate comply compromise conduct configure confirm connect consider consolidate
  consult contain continue contribute convert coordinate correlate create customise customize decide decommission decouple
  decrease decrypt define delete deliver demonstrate deny depend deploy describe destroy detect determine develop differentiate
  diagnose disable discard disconnect discover distinguish distribute divide educate eliminate embed employ empower enable encourage
  encrypt enforce enhance enrich ensure enumerate escalate establish evaluate examine exceed execute expand explain exploit explore
  extend extract facilitate find fix follow gain gather generate get give grant guarantee handle harden have help hide identify
  ignore implement improve include incorporate increase inform inject inspect install integrate intercept introduce invest
  investigate involve isolate join keep know learn leave lead leverage limit locate look lose lower maintain make manage
  manipulate maximise maximize measure migrate minimise minimize mitigate modify move need neglect notify observe obtain offer
  operate optimise optimize organise organize outline overcome overwrite perform permit persist pick prefer prepare prevent
  prioritise prioritize produce prohibit promote protect prove provide publish pursue put raise reach react read realise realize
  receive recognise recognize recommend reconfigure recover redirect reduce refer refine reinforce reject remain remember
  remove rename replace replicate require resolve respond restart restore restrict retain retrieve revoke rewrite rotate run
  sanitise sanitize save secure select send separate serve set ship show simplify simulate slow specify speed spread start stay
  steal stop strengthen submit suffer support take target tell tend think throttle train transform treat troubleshoot try tune turn
  understand undermine uninstall unlock update upgrade use utilise utilize validate verify visit wait warn watch weaken win wipe
  work write
`),
);

/** Words with which a benefit, a drawback, a question or a sentence begins, and no name: "Limited …", "Unlike …". */
const FIRST = new Set(
  words(`
  limited reduced enhanced improved increased increasing decreased stronger stricter tighter weaker faster slower quicker easier
  harder better worse incomplete comprehensive thorough additional extra unusual odd abnormal sudden suspicious unexpected
  missing notable significant substantial considerable main popular typical usual frequent rare other various particular
  sophisticated effective ineffective efficient inefficient streamlined simplified seamless flexible granular robust reliable
  accurate inaccurate inconsistent possible potential different similar important essential crucial higher lower greater fewer
  less more most no lack ease impact summary overall further related certain several many some any all each every such poor
  proper improper proactive regularly timely ongoing immediate expensive cheap affordable cost-effective user-friendly
  time-consuming wider broader deeper longer shorter larger smaller newer older dependency dependence reliance consequences
  comparison example examples step always never not does do don't can cannot can't must should may will would could might
  what when where why how who which whether if e.g e.g. i.e i.e.
  nothing everything something anything today yesterday tomorrow last next another one other others
  it this that these those they there here we you he she i both either neither its their our your my his her unlike like
  a an the in on at for from with by to of as into over under between during without within across after before because while
  it's don't don’t it’s description definition suggested deprecated alternative selected since
  out below above and or but so also however therefore thus then instead additionally furthermore moreover similarly finally only just even still inside outside
  around through per via about near beyond against among along
`),
);

/** Words that may begin either: "Strong Isolation" is a name only where the page uses it as one, and so is "Key Exchange". */
const MAY_BE_FIRST = new Set(
  words(`
  key common strong strict weak slow fast quick easy hard complete full simple complex effective best worst good bad real minimal
  major minor critical initial final modern future current traditional high low lack cost costs trust importance role type types
  level number list core basic known specific continuous regular rapid wide broad deep long short large small new old isolated
  centralized centralised scalable protection context domains execution purpose phase part custom general generic multiple
  user-specific encrypted redundant proper secondary
`),
);

/** What is done with keys; other "key …" are the main ones. */
const OF_KEYS = new Set(
  words(
    'distribution management exchange derivation generation rotation escrow pair server store ring agreement schedule vault',
  ),
);

/** Heads of names that begin with an -ing form: "Learning Period", "Hashing Functions". Others are tasks: "Accessing Files". */
const AFTER_ING = new Set(
  words(`
  function functions period phase stage attack attacks algorithm algorithms key keys table tables rate mode modes tool tools
  protocol protocols system systems model models list lists proxy certificate certificates policy policies process engine
  service services platform curve curves machine machines language languages framework environment pool server team test
  tests window cycle loop point points node nodes unit units code plan plane strategy pattern patterns context gateway agent agents
`),
);

/** Words with which a side, a task or a group ends, and no name: "… Limitations", "… Overhead". */
const LAST = new Set(
  words(`
  benefit benefits advantage advantages disadvantage disadvantages challenge challenges limitation limitations consideration
  considerations requirement requirements implication implications overview example examples scenario scenarios feature
  features step steps option options practice practices tip tips summary usage detail details measures issue issues
  concern concerns risk risks cost costs consequences effectiveness complexity overhead intensive improvement improvements
  difference differences trend trends concepts principles strategies functions characteristics components sources tools
  types case cases visibility performance efficiency flexibility compatibility usability basics use work works regularly
  resources support configuration configurations mistakes fundamentals
  pitfalls myths misconceptions prerequisites pre-requisites implementation implementations comparison snippets snippet
  checklist checklists priorities diagram diagrams urls settings structure set-up checking failures
  instructions notes setup guidelines
  length lengths size sizes count value values behavior behaviour required effort time times together needed
`),
);

/** By themselves these say how something is, or what a passage is about. */
const ALONE = new Set(
  words(`
  lightweight heavyweight faster slower fast slow efficient complexity compatibility flexibility usability performance
  efficiency speed cost security privacy reliability simplicity convenience adaptability consistency accuracy stability
  users user applications application processes process windows linux macos command commands scenario impact purpose rule rules
  tool tools technique techniques type types scope attack attacks attackers attacker system systems network networks server
  servers data code device devices file files host hosts customization customisation support maintenance management
  monitoring automation prevention detection response description detail property feature function functions management
  administrators developers organizations organisations companies people teams team employees access control resources
  pros cons output input result results action actions goal goals method methods effort time versions version mode modes
  algorithm algorithms key keys software hardware information solution solutions technology technologies environment
  asymmetric symmetric static dynamic automatic synchronous asynchronous stateless stateful public private local remote internal
  external virtual physical global environments challenge implementation deployment note notes warning tip important caution question answer chunks
  questions diagram states success failure todo fixme scope background contact architecture troubleshooting overview faq
  transparency centralization decentralization interoperability versatility ownership visibility mitigation mitigations
  protection overhead latency usage details authentic alert alerts review reviews contributing
  setup imports recipes installation prioritization infrastructure mission vision applicability account accounts billing
  deployments
`),
);

/** Before " of " these count or rate something, and name nothing. */
const OF_SOMETHING = new Set(
  words(`cost costs execution lack loss use usage type types example examples importance impact role list lists number amount
  amounts risk risks ease level levels domains volume volumes lots set sets range ways way part parts result results kind kinds
  core effect effects purpose benefits limitations consequences challenges details overview history basics forms aspects causes
  signs methods principles steps value description definition storage disadvantages advantages rules introduction`),
);

const LOOSE =
  / (?:against|on|in|for|with|from|during|without|within|through|by|to|at|into|via|using|as|than|like|not|is|are|was|were|can|may|must|should|will|has|have|takes?|contains?|gives|gets|goes|makes|includes?|happens?|requires?|needs|becomes?|depends?|helps|allows|provides|means|that|which|who|when|where|if|and|or|&|vs\.?|versus|your|their|its|this|these|our|the|a|an) /i;

/** "Defending with …", "Logging in". */
const TASK = /^\p{L}+ing (?:with|against|from|for|to|by|in|on|around|through|of|into|up|out|off)(?: |$)/iu;

/** "Option 1", "Scenario 2": one of several that are told apart by number alone. */
const COUNTED =
  /^(?:option|step|phase|part|chapter|example|appendix|figure|table|stage|day|week|scenario|case|task|exercise|module|lesson|round|note|approach|alternative|solution|problem|question|rule|principle|item|point|method) [\dIVX]+$/i;

/** "RFC 7519", "CVE-2021-44228", "Test004", "www.example.com" name documents, bugs, cases and places. */
const NUMBERED = /\b\d{3,}\b|\bv\d+\.\d|\p{Ll}0\d+$/u;
const ADDRESS = /\b(?:www\.\w|[\w-]+\.(?:com|org|net|io|gov|edu|dev|uk|eu|local)\b)/;

/** Words at most in a name without an abbreviation, and in one that has one. */
const MOST_WORDS = 5;
const MOST_WORDS_ABBREVIATED = 8;

/**
 * Whether a label or a part of a sentence reads as a name that somebody would look up, judged by its words:
 * "Token Hijacking" does, and "Reduced Complexity", "Enable Logging" and "Cost of Certificates" do not.
 * The words were collected from the pages of `npm run quality:terms` that may be tuned on, and from others by eye; one
 * with which real names end, too ("Stored Procedures", "Bounded Context"), is left out.
 * @param isUsed whether the page uses the name elsewhere as well, asked where the words may mean either.
 */
export function readsAsTerm(named: Named, isUsed: (name: string) => boolean): boolean {
  const { name, aliases } = named;
  const mostWords = aliases.length > 0 ? MOST_WORDS_ABBREVIATED : MOST_WORDS;
  if (!looksLikeName(named, mostWords) || facetKind(name) || isDefinitionLabel(name) || isFacetHeading(name))
    return false;
  const parts = name.toLowerCase().split(/\s+/);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if ((FIRST.has(first) && aliases.length === 0) || setsTask(name)) return false;
  if (parts.includes('of') && OF_SOMETHING.has(first)) return false;
  if (aliases.length > 0) return !ADDRESS.test(name);
  if (parts.length > 1 && (LAST.has(last) || isAdverb(last))) return false;
  if (/-(?:based|like|level|driven|oriented|specific|related|side)$/.test(last)) return false;
  if (
    parts.length === 1 &&
    (ALONE.has(first) || LAST.has(first) || (isAdjective(first) && !first.includes('_')))
  )
    return false;
  if (
    COUNTED.test(name) ||
    /^case stud/i.test(name) ||
    isSideOf(name) ||
    (/['’]s /.test(name) && parts.length > 3)
  )
    return false;
  if (LOOSE.test(` ${name} `) || NUMBERED.test(name) || ADDRESS.test(name)) return false;
  const isClear = !MAY_BE_FIRST.has(first) || (first === 'key' && OF_KEYS.has(parts[1] ?? ''));
  return isClear || (parts.length > 1 && isUsed(name));
}

/** "Disadvantage: replication", "Advantages of caching": a side of something. */
function isSideOf(name: string): boolean {
  const [side = '', rest] = name.split(/:\s+|\s+(?:of|to|for)\s+/);
  return rest !== undefined && facetKind(side) !== null;
}

/** "Enable …", "Prevents …", "Accessing …"; not "Secure Boot", whose first word is no task. */
function beginsWithVerb(first: string, last: string, count: number): boolean {
  if (/ing$/.test(first) && count > 1 && !AFTER_ING.has(last)) {
    const stem = first.slice(0, -3);
    const bases = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
    // "Relying Party" is a name, and what is done to several things is a task.
    return bases.some(base => VERBS.has(base)) || /[^s]s$/.test(last);
  }
  if (first === 'secure' || first === 'target' || first === 'lead') return false;
  return isVerb(first);
}

/** What a heading that sets a task is about: "an incident lead" of "Establish an incident lead"; null for other headings. */
export function objectOfTask(heading: string): string | null {
  const parts = heading.split(/\s+/);
  const [first = '', last = ''] = [parts[0]?.toLowerCase(), parts.at(-1)?.toLowerCase()];
  if (parts.length < 2 || !beginsWithVerb(first, last, parts.length)) return null;
  const rest = parts
    .slice(1)
    .join(' ')
    .replace(/^(?:with|against|from|for|by|to|on) /i, '')
    .replace(/^(?:an?|the|your|our|all) /i, '');
  const [bare = ''] = ` ${rest} `.split(LOOSE);
  return bare.trim() === '' ? null : bare.trim();
}

/** Whether a word is a form of a verb that is hardly anything else. */
export function isVerb(first: string): boolean {
  const stems = [first, first.replace(/s$/, ''), first.replace(/es$/, ''), first.replace(/ies$/, 'y')];
  return stems.some(stem => VERBS.has(stem));
}

/** Whether a word is a verb as an order gives it: "enable", and not "enables". */
export function isBareVerb(word: string): boolean {
  return VERBS.has(word);
}

/** Whether a label begins as advice, a benefit, a drawback or a sentence does, so that it is no name. */
export function beginsAsNoName(name: string): boolean {
  const parts = name.toLowerCase().split(/\s+/);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  return parts.length > 1 && (FIRST.has(first) || beginsWithVerb(first, last, parts.length));
}

/** Whether a name says what to do or what is done: "Enable Logging", "Hashing Codes", "Defending with …". */
export function setsTask(name: string): boolean {
  const parts = name.toLowerCase().split(/\s+/);
  return TASK.test(name) || beginsWithVerb(parts[0] ?? '', parts.at(-1) ?? '', parts.length);
}

/** "Monitor Actively" is advice. */
function isAdverb(word: string): boolean {
  return (
    /.{3}ly$/.test(word) && !/(?:supply|family|assembly|anomaly|reply|multiply|fly|monopoly)$/.test(word)
  );
}

/** "Portable", "careful": single words that say how something is. */
function isAdjective(word: string): boolean {
  return /(?:able|ible|ful|ous|ical|ative|ly|ier)$/.test(word);
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
