import { DEFINING } from './asks-definition.ts';
import { readCommand } from './commands.ts';
import { readMore, withContext } from './context.ts';
import { expandEllipsis } from './ellipsis.ts';
import { isFunctionWord } from './function-words.ts';
import { withoutLeadIn } from './lead-in.ts';
import { spotOtherSide } from './other-side.ts';
import { isParticular } from './particular.ts';
import { matchesOf, type Query, type Understood } from './query.ts';
import { listed, readList } from './read-list.ts';
import { readOne } from './read-one.ts';
import { asOne, readSeveral } from './read-several.ts';
import { readDescribed, readUnnamed } from './read-unnamed.ts';
import { type Lexicon, OFFERED, type Reading, weighed } from './reading.ts';
import type { Match } from './said-names.ts';
import { questionsIn } from './sentences.ts';
import { spot } from './spot.ts';
import { wholeMisspelt, wholeText } from './whole-text.ts';

const QUESTION =
  /\?(?:\s|$)|^\W*(?!do not\b|don['’]?t\b|what [^?.]* (?:means?|does|is) is (?:that|this|to)\b)(?:what|whats|wat|wut|which|who|whos|why|when|where|wheres|how|hows|is|are|does|do|did|can|could|should|would|will|wtf|wth|difference|diff|differences|explain|define|describe|compare|pros and cons|meaning|definition|give me|gimme|show me)\b|\b(?:what|wtf|whats|who)(?: (?:is|are|was|does|do|s|the heck|on earth|even|exactly))* (?:that|it|this|they|those|these)(?: (?:mean|means|stand for|about|again|exactly|then|even|for|do))*\W*$|\b(?:stands? for|short for|means?|is|are) what\W*$|[,.:–-]\s*(?:(?:can|could|would) (?:someone|anyone|somebody|anybody|one of you)\b|which (?:one|of)|explain the difference|what is the difference|whats the difference|what['’]s (?:what|the difference))\b/i;
/** "S.O.A.R." */
const DOTTED = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}\p{Lu}(?:\.|(?![\p{L}\p{N}]))/gu;
/** More than one sentence. */
const SENTENCES = /(?:[?!)]|(?<!\.)\.)\s+\S|\n\s*\S/;
const HELP =
  /^(?:help|what (?:can|could|do|are) (?:i|you|we|it|this)(?: bot)? (?:able to )?(?:do|ask|answer|know|say)(?: (?:here|with (?:you|this|it)|for me|about))?|(?:what|how) (?:do i|does one|can i|should i) (?:use|ask|talk to) (?:this|you|it)(?: bot)?|commands|usage|(?:hi|hello|hey|hiya|yo|howdy|moin|good (?:morning|afternoon|evening|day))(?: (?:there|bot|all|everyone|team))?)$/;

/**
 * Reads what was typed. Names come first; the words around them tell what is asked about them.
 * `after` holds what was asked before in the same thread, oldest first: "and its downsides?" is about that.
 * Any text gives a query; never throws.
 */
export function understand(
  text: string,
  { glossary, index, vocabulary }: Lexicon,
  after: readonly string[] = [],
): Understood {
  const lexicon = { glossary, index, vocabulary, seen: new Map() };
  let before: Query | null = null;
  for (const earlier of after.slice(-MOST_REMEMBERED))
    before = subjectOf(understandAfter(earlier, before, lexicon).query) ?? before;
  return understandAfter(text, before, lexicon);
}

/** A query that one may go on from; "thanks" and "list" leave the subject as it was. */
function subjectOf(query: Query): Query | null {
  return matchesOf(query).length > 0 ? query : null;
}

/** Earlier questions of a thread that are looked at. */
const MOST_REMEMBERED = 6;

function understandAfter(text: string, before: Query | null, lexicon: Lexicon): Understood {
  const isQuestion = QUESTION.test(text);
  const bare = withoutEnd(text.replace(DOTTED, letters => letters.replaceAll('.', '')));
  const command = readCommand(bare);
  const isAlone = command !== null && command.rest === '' && command.kind !== 'list';
  if (isAlone && !namesTerm(bare, lexicon)) return { ...HELP_QUERY, isQuestion };
  const form = command?.kind === 'list' && !namesTerm(bare, lexicon) ? null : wholeText(bare, lexicon);
  if (form) return { ...form, isQuestion, unexplained: [] };
  if (command?.kind === 'list') return listed(command.rest, lexicon, isQuestion);
  const compares = command?.kind === 'compare';
  const asked = command ? command.rest : bare;
  const commanded = asked === bare ? null : wholeText(asked, lexicon);
  if (commanded && (!compares || commanded.query.kind === 'compare')) {
    return { ...commanded, isQuestion, unexplained: [] };
  }
  const manner = { before, story: false, isQuestion, compares, endsInQuestion: endsInQuestion(text) };
  return chosenReading(asked, lexicon, { ...manner, isCommanded: command !== null });
}

/** The message as a whole, or the sentence of it that asks. */
function chosenReading(
  asked: string,
  lexicon: Lexicon,
  manner: Manner & { readonly isCommanded: boolean },
): Understood {
  const within = manner.isCommanded ? null : questionWithin(asked, lexicon, manner);
  const hasSeveral = SENTENCES.test(withoutLeadIn(asked).text);
  if (within && hasSeveral) return within;
  const whole = understandQuestion(asked, lexicon, manner);
  // Of several sentences none by itself was a question that could be understood.
  const understood = hasSeveral ? { ...whole, isQuestion: false } : whole;
  const isBetter = within && (!isSettled(understood) || within.confidence > understood.confidence);
  return isBetter ? within : understood;
}

const HELP_QUERY = { query: { kind: 'help' }, confidence: 1, unexplained: [] } as const;

function namesTerm(text: string, { index }: Lexicon): boolean {
  const match = index.find(text);
  return match !== null && match.via !== 'mention';
}

/** Nothing is left to explain, and no candidates had to be offered. */
function isSettled({ query, unexplained }: Understood): boolean {
  return unexplained.length === 0 && query.kind !== 'suggest' && query.kind !== 'unknown';
}

/**
 * A message may wrap its question in a story: the part of it that is understood in full, if there is one. "It" in that
 * part is what the story named before.
 */
function questionWithin(text: string, lexicon: Lexicon, manner: Manner): Understood | null {
  let best: Understood | null = null;
  let settled: Understood | null = null;
  const named = spot(text, lexicon).matches.filter(({ via }) => via !== 'mention' && via !== 'fuzzy');
  const { asks } = withoutLeadIn(text);
  const isEnd = (part: string) => manner.endsInQuestion && text.endsWith(part);
  for (const part of questionsIn(text)) {
    const asked = withoutLeadIn(part);
    if (!asked.asks && !QUESTION.test(asked.text)) continue;
    const bare = withoutEnd(asked.text);
    if (settled && !OF_SEVERAL.test(bare)) continue;
    const ahead = text.slice(0, text.indexOf(part));
    const before = namedIn(ahead, lexicon) ?? manner.before;
    const isAsked = asks || asked.asks || part.includes('?') || isEnd(part) || startsSentence(part, text);
    const story = before !== manner.before;
    const read = understandQuestion(bare, lexicon, { ...manner, before, story, isQuestion: true });
    // "Our ceremony is at nine. Why so early?" goes on from what it names, and asks nothing of it.
    const isAside =
      story &&
      /[.?!…\n]/.test(ahead) &&
      read.namesNothing &&
      read.query.kind !== 'define' &&
      !POINTS_BACK.test(bare) &&
      !asksSide(bare, read);
    const understood = {
      ...read,
      isQuestion: isAsked,
      isParticular: read.isParticular === true || isAside === true,
    };
    if (leavesOut(understood.query, part, named)) continue;
    const isAnswer = isSettled(understood) && !isOpen(understood.query);
    // "Isn't a §0 just a §1? What is the difference between the two?" asks for the difference.
    const goesOn =
      settled !== null && isAsked && story && read.namesNothing && matchesOf(read.query).length > 1;
    if (isAnswer && goesOn) return understood;
    if (isAnswer && settled === null) settled = understood;
    if (settled) continue;
    if (!isOpen(understood.query) && understood.confidence > (best?.confidence ?? 0)) best = understood;
  }
  return settled ?? best;
}

const OF_SEVERAL = /\b(?:differ\w*|diff|compare\w*|apart|together|relate\w*|both|the two|they|them)\b/i;
const SIDE = /^(?:so |and |but )*(?:what|whats|which|any|are there|how (?:do|does|is|are))\b/i;

/** "… What are the drawbacks?", "… explain the difference": asks for a side of what was named before. */
function asksSide(text: string, { query, unexplained }: Understood): boolean {
  const isSide = query.kind === 'facet' && query.facet !== null && SIDE.test(text);
  return unexplained.length === 0 && (isSide || query.kind === 'compare');
}

const POINTS_BACK = /\b(?:it|its|they|them|their|those|these|that|this|both|each|two|one|ones)\b/i;

/** Of more names nobody could tell which are meant by "they". */
const MOST_GONE_ON_FROM = 3;

/** Whether a question mark stands at the end, whatever signs follow it. */
function endsInQuestion(text: string): boolean {
  const end = text.slice(-LONGEST_END);
  return /\?[^\p{L}\p{N}]*$/u.test(end);
}

const LONGEST_END = 40;

/** "… I told you why it is slow" holds the words of a question, and asks nothing. */
function startsSentence(part: string, text: string): boolean {
  const at = text.indexOf(part);
  const ahead = text.slice(0, at);
  const isEnd = text.endsWith(part);
  return at === 0 || /[.!?:\n–—-]\s*$/.test(ahead) || (isEnd && /,\s*$/.test(ahead));
}

/** In "which is weakest: encoding or hashing?" the first part by itself would be answered with other terms. */
function leavesOut(query: Query, part: string, named: readonly Match[]): boolean {
  const terms = new Set(named.flatMap(match => match.terms));
  const isPiece = !/[?.!]\s*$/.test(part);
  return (
    isPiece && terms.size > 0 && !matchesOf(query).some(match => match.terms.some(term => terms.has(term)))
  );
}

/** Whether names were only offered, or nothing was found. */
function isOpen({ kind }: Query): boolean {
  return kind === 'suggest' || kind === 'unknown' || kind === 'list' || kind === 'help';
}

/** What a story names, as a question that one may go on from; null when it names no term. */
function namedIn(story: string, lexicon: Lexicon): Query | null {
  if (story.trim() === '') return null;
  const named = spot(story, lexicon).matches.filter(({ via }) => via !== 'mention' && via !== 'fuzzy');
  const [only] = named;
  if (!only) return null;
  if (named.length > MOST_GONE_ON_FROM) return null;
  return named.length === 1 ? { kind: 'define', match: only } : { kind: 'relation', matches: named };
}

/** Closing punctuation and HTML tags say nothing about what is meant. */
function withoutEnd(text: string): string {
  const bare = text.replace(/<\/?[a-z][^<>]{0,40}>/gi, ' ').trim();
  let end = bare.length;
  while (end > 0 && /[\s?!.,;:]/u.test(bare[end - 1] ?? '')) end -= 1;
  return bare.slice(0, end);
}

/** How sure a misspelt name has to be where a part of it is a name that is spelled right. */
const CLEARLY_MISSPELT = 0.85;

interface Manner extends Pick<Reading, 'isQuestion' | 'compares'> {
  /** What was asked before in the thread, or named before in the same message. */
  readonly before: Query | null;
  /** Whether it was named in the same message. */
  readonly story: boolean;
  /** Whether the whole message ends in a question mark. */
  readonly endsInQuestion: boolean;
}

function understandQuestion(
  typed: string,
  lexicon: Lexicon,
  { before, story, isQuestion: isAsked, compares }: Manner,
): Understood {
  const { text, asks } = withoutLeadIn(typed);
  const isQuestion = isAsked || asks || QUESTION.test(text);
  const exact = spot(text, lexicon);
  const isNamed = exact.matches.some(({ via }) => via !== 'fuzzy' && via !== 'mention');
  const slot = text.replace(DEFINING, '');
  const isSpelled = isNamed && (slot === text || exact.masked.every(isMaskedOrPlain));
  const whole = isSpelled ? null : (wholeMisspelt(text, lexicon) ?? wholeMisspelt(slot, lexicon));
  // "What is common vulnerabilities and exposoures?" names Vulnerability as well, and hardly means it.
  const misspelt = isNamed && (whole?.confidence ?? 0) < CLEARLY_MISSPELT ? null : whole;
  if (misspelt) return { ...misspelt, isQuestion, unexplained: [] };
  const named = spotOtherSide(expandEllipsis(exact, lexicon.index), lexicon.index);
  const spotted = withContext(named, before, lexicon);
  const more = readMore(named.masked, before);
  if (more) return { query: more, confidence: 0.9, isQuestion, unexplained: [] };
  const sentence = spotted.masked.join(' ');
  const content = spotted.masked.filter(word => !isMaskedOrPlain(word));
  const reading: Reading = { text, isQuestion, compares, spotted, sentence, content, lexicon };
  if (HELP.test(sentence)) return { ...HELP_QUERY, isQuestion };
  const alone = readQuestion(reading);
  const understood =
    isOpen(alone.query) && named.matches.length === 0 && !story ? (goingOn(reading, before) ?? alone) : alone;
  const isDefinition = understood.query.kind === 'define';
  const { query } = understood;
  const about = matchesOf(query).map(({ name }) => name);
  const isFacet = query.kind === 'facet' && query.facet !== null;
  const namesNothing = named.matches.length === 0;
  return {
    ...understood,
    namesNothing,
    isParticular: isParticular({ sentence, spotted, about, isDefinition, isFacet, typed }),
  };
}

function isMaskedOrPlain(word: string): boolean {
  return word.startsWith('§') || isFunctionWord(word);
}

const ASKS_FIRST =
  /^(?:what|whats|wtf|who|define|explain|describe|meaning of)(?: (?:is|are|does|do|an?|the|s))* §0(?: (?:mean|stand for))? (?:in|on|for|within|inside|at) /;

/** Somebody is asked to do something, not to explain: "can someone review my change?". */
const REQUEST =
  /^(?:can|could|would|will|may|might)(?: (?:please|pls|maybe|quickly|kindly))* (?:you|u|someone|anyone|somebody|anybody|i|we)(?: (?:please|pls|maybe|quickly|kindly|guys|all|also))* (?:write|review|send|fix|restart|reboot|deploy|add|approve|merge|grant|open|create|check|join|ping|upload|install|update|order|book|translate|draft|push|revert|rerun|look (?:at|into)|have a look|take (?:a look|over)|sign off|give (?:me|us) (?:access|permissions?|admin)|get access|borrow|set up a|schedule)\b/;

/** "What counts as high there?" says nothing by itself, but something of what was asked about before. */
function goingOn(reading: Reading, before: Query | null): Understood | null {
  const matches = before === null ? [] : matchesOf(before);
  const [match] = matches;
  if (!match || matches.length > 1) return null;
  const { spotted } = reading;
  const masked = spotted.masked.length === 0 ? ['§0'] : ['§0', ...spotted.masked];
  const about = { ...reading, spotted: { matches, masked }, sentence: masked.join(' '), isQuestion: true };
  const understood = readOne(about, match);
  return understood.query.kind === 'facet' ? understood : null;
}

/** The name itself is asked for, so that a term in the question is part of a description. */
const DESCRIBES_NAMELESS =
  /\b(?:what (?:do|does|would|did) (?:you|we|i|one|people|they) call|(?:is|its|are) (?:it |that |this )?called|(?:name|word|term) (?:for|of) (?:an? |the )?(?!§)\w+|the (?:thing|one|tool|technique|attack|method|practice|way) (?:that|which|where|of \w+ing))\b/;

function readQuestion(reading: Reading): Understood {
  const { sentence } = reading;
  const list = readList(reading);
  if (list) return list;
  const described = DESCRIBES_NAMELESS.test(sentence) ? readDescribed(reading) : null;
  if (described) return described;
  const understood = readNamed(reading);
  return understood.query.kind === 'suggest' ? withDescribed(understood, reading) : understood;
}

/** Part of the words that a description of another term has to have when one is named. */
const DESCRIBED_WELL = 0.45;

/** What is offered, with the terms that the text as a whole describes better before it. */
function withDescribed(understood: Understood, reading: Reading): Understood {
  const { query } = understood;
  if (query.kind !== 'suggest' || reading.spotted.matches.length === 0) return understood;
  const described = readDescribed(reading, DESCRIBED_WELL);
  if (described?.query.kind === 'define') return described;
  if (described?.query.kind !== 'suggest') return understood;
  const candidates = [...new Set([...described.query.candidates, ...query.candidates])];
  return { ...described, query: { ...described.query, candidates } };
}

function readNamed(reading: Reading): Understood {
  const { text, sentence, spotted } = reading;
  if (REQUEST.test(sentence)) {
    const candidates = [...new Set(spotted.matches.flatMap(match => match.terms))];
    return candidates.length > 0
      ? weighed({ kind: 'suggest', asked: text, candidates }, reading, OFFERED)
      : {
          query: { kind: 'unknown', asked: text },
          confidence: 0,
          isQuestion: reading.isQuestion,
          unexplained: reading.content,
        };
  }
  const terms = spotted.matches.filter(match => match.via !== 'mention');
  const [only = spotted.matches[0]] = terms;
  if (terms.length >= 2) return readSeveral(reading, terms);
  const [tool] = spotted.matches.filter(match => match.via === 'mention');
  if (only && tool && only !== tool && /\b(?:vs|versus|difference)\b/.test(sentence)) {
    const candidates = [...new Set([...tool.terms, ...only.terms])];
    return weighed({ kind: 'suggest', asked: tool.name, candidates }, reading, OFFERED);
  }
  const [first] = spotted.matches;
  // "What is Docker in Kubernetes?" asks for Docker.
  if (first?.via === 'mention' && only !== first && ASKS_FIRST.test(sentence))
    return readOne(asOne(reading, first), first);
  if (only && (terms.length === 1 || spotted.matches.length === 1)) return readOne(reading, only);
  if (only) {
    const candidates = [...new Set(spotted.matches.flatMap(match => match.terms))];
    return weighed({ kind: 'suggest', asked: text, candidates }, reading, OFFERED);
  }
  return readUnnamed(reading);
}
