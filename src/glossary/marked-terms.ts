import { isFunctionWord } from '../language/function-words.ts';
import { ADVERB, NO_VERB, NOUN, ONE } from './kinds.ts';
import { type Named, readName } from './names.ts';
import { plain, type Rich, type Span } from './rich.ts';
import { isProper, laterSentences } from './sentence-terms.ts';
import { isVerb } from './term-words.ts';

/** A name that a statement sets apart with marks and says something of, and where that begins and ends. */
export interface Marked {
  readonly named: Named;
  /** How sure its marks are that of a name: a word in code that is spelled as no plain word is surely is one, a plain one may be. */
  readonly as: 'name' | 'link' | 'word';
  readonly from: number;
  readonly to: number;
}

const KIND = `(?: (?:\\p{Ll}+ )?${NOUN})?`;
const VERB = String.raw`(?:is|are|was|has|have|can|does|will|should|must|may|(?!(?:${NO_VERB})\b)\p{Ll}{2,}s)\b`;

/** What stands before the subject of a sentence or of a clause in it, and after it. */
const BEGINS = /(?:^|[,;:] (?:and |but |so |then )?)(?:the|an?|our|your|each|this)? ?["“'(]?$/i;
const GOES_ON = new RegExp(
  `^["”')]?${KIND}(?: ${ADVERB})? (?:${VERB}|(?:corresponding|used|running|containing|responsible|for|\\p{Ll}{3,}ed (?:by|in|for|with|from|as)) )`,
  'u',
);
/** "…, which describes what is synced": after something that the rest of a sentence is about. */
const IS_DESCRIBED = new RegExp(
  `^["”')]?${KIND}(?: \\p{Ll}+)?(?:,? (?:which|that) ${VERB}|,? in which |, which (?!in |of |we |you |they |it |the |a )\\p{Ll}+| [–—-] (?:an?|the|our) )`,
  'u',
);
/** "such as …": nothing is said of examples. */
const IS_EXAMPLE = /\b(?:e\.g\.|such as|like|for example|including)[^()]*$/i;
/** "an API key named …" */
const IS_CALLED = /\b(?:named|called|known as|dubbed|termed|nicknamed)(?: the| an?)? ["“']?$/i;
/** "We use … to deploy": said of a tool. */
const WE_USE =
  /^(?:\S+ ){1,4}(?:uses?|utili[sz]es?|runs?|hosts?|maintains?|owns?|relies on|rely on) (?:the |an? |our )?$/iu;
const TO_DO = new RegExp(`^${KIND} (?:to|for|as) `, 'u');
/** "scanned using …", "for CI, use …": says what a tool is for. */
const BY_MEANS_OF = /\b(?:use|using|via|through) (?:the |our |an? )?$/i;
/** "the … repository", "our protocol …": the kind stands beside the name. */
const KIND_AFTER = new RegExp(`^["”')]? (?:\\p{Ll}+ )?${NOUN}\\b`, 'u');
const KIND_BEFORE = new RegExp(`\\b${NOUN} ["“(]?$`, 'u');
const KIND_NEXT = new RegExp(`^ (${ONE})\\b`, 'u');
const ENDS_IN_KIND = new RegExp(`\\S ${NOUN}$`, 'u');
/** "setting … to true" */
const IS_SET = /\bset(?:ting|s)? (?:the )?$/i;

/** Characters beside a name that are looked at. */
const LONGEST_LOOKED_AT = 120;

/** What statements say of what they set apart in bold, in code, or as a link. */
export function markedIn(text: Rich): Marked[] {
  const whole = plain(text);
  const starts = [0, ...laterSentences(whole)];
  let at = 0;
  return text.flatMap((span): Marked[] => {
    const begin = at;
    at += span.text.length;
    const own = Math.max(
      0,
      starts.findLastIndex(start => start <= begin),
    );
    // "These are stored in …" goes on with what the sentence before was about.
    const goesOn = /^(?:this|these|it|they|that|those)\b/i.test(whole.slice(starts[own], begin));
    const from = starts[goesOn ? Math.max(0, own - 1) : own] ?? 0;
    const to = starts.find(start => start > begin) ?? whole.length;
    const before = whole.slice(Math.max(starts[own] ?? 0, begin - LONGEST_LOOKED_AT), begin);
    const found = readSpan(span, before, whole.slice(at, Math.min(to, at + LONGEST_LOOKED_AT)));
    return found === null ? [] : [{ ...found, from, to: found.isSubject ? whole.length : to }];
  });
}

function isLink({ href, style }: Span): boolean {
  return href !== null || style === 'link';
}

/** What is said of one span, and whether its sentence is about it; null for nothing. */
function readSpan(
  span: Span,
  before: string,
  after: string,
): (Pick<Marked, 'named' | 'as'> & { readonly isSubject: boolean }) | null {
  const named = nameOf(span);
  if (named === null) return null;
  const isCode = span.style === 'code';
  const isSure = isCode
    ? isSpelledOut(named.name)
    : isLink(span) && /^\S*$/.test(named.name) && (isProper(named.name) || /^#[\w-]+$/.test(named.name));
  const isStressed = span.style === 'emphasis' && /^\p{Ll}/u.test(named.name);
  const [, kind] = (isCode && !isSure) || isStressed ? (KIND_NEXT.exec(after) ?? []) : [];
  // "in `wal` mode": a plain word is a name with its kind.
  if (kind !== undefined) return { named: readName(`${named.name} ${kind}`), as: 'name', isSubject: false };
  const isSubject =
    (BEGINS.test(before) && GOES_ON.test(after)) || (WE_USE.test(before) && TO_DO.test(after));
  if (!isSubject && IS_EXAMPLE.test(before)) return null;
  const isSaid =
    isSubject ||
    IS_CALLED.test(before) ||
    (isLink(span) && /^\p{Lu}/u.test(named.name) && BY_MEANS_OF.test(before)) ||
    IS_DESCRIBED.test(after) ||
    (isSure && (KIND_AFTER.test(after) || KIND_BEFORE.test(before))) ||
    (isCode && IS_SET.test(before) && /^ to\b/.test(after)) ||
    (isLink(span) && ENDS_IN_KIND.test(named.name));
  return isSaid ? { named, as: sureness(named, isCode, isSure), isSubject } : null;
}

function sureness({ name }: Named, isCode: boolean, isSure: boolean): Marked['as'] {
  if (isCode) return isSure ? 'name' : 'word';
  return /^\p{Ll}+$/u.test(name) ? 'word' : 'link';
}

/** The name that a label is as it stands: a word in code, or one that only a program has, such as kind/bug; else null. */
export function codeName(first: Span | undefined, label: string): Named | null {
  const isWhole = first?.style === 'code' && first.text.trim() === label;
  return isWhole || /^\p{Ll}[\p{L}\d-]*(?:[/_:][\p{L}\d-]+)+$/u.test(label)
    ? nameOf({ text: label, style: 'code', href: null })
    : null;
}

/** Whether a word in code is spelled as no plain word is: `window` may be any. */
function isSpelledOut(code: string): boolean {
  return isProper(code) || /[-_./:@!#]\p{L}|\(\)$/u.test(code);
}

/** Link texts that name what they lead to, and not a thing. */
const GENERIC =
  /^(?:git|github|gitlab|slack|jira|google|confluence|aws|azure|yaml|json|csv|config|configuration|source|log|example|sample) (?:config |configuration )?(?:file|code|repo|repository|board|channel|group|doc|drive|page|project|account|console|dashboard)s?$/i;
const LEADS =
  /\b(?:documentation|docs|guides?|pages?|articles?|templates?|forms?|lists?|spreadsheets?|links?|videos?|blogs?|posts?|issues?|requests?|tickets?|below|above|sections?|examples?|instructions|tutorials?|rfc \d+|readme|here)$/i;
const CODE = /^[@!#/.\w-](?:[\w./:@!#-]|\(\d*\))*$/;
/** `.so` ends the names of files, and a long number is one of many. */
const NO_NAME =
  /^\.\w{1,4}$|^[0-9a-f]{7,}$|^@[\w-]+$|^~?\/[\w.-]*\/|^(?:readme|license|changelog|contributing|makefile|dockerfile|package|package-lock|docker-compose|compose|tsconfig|requirements|index|main|app|config)(?:\.\w{1,5})*$|^\.(?:git|env)\w*$/i;
/** Values that anything may have. */
const VALUES = new Set(
  'true false null none nil undefined yes no main master latest default get post put patch delete head options todo fixme xxx'.split(
    ' ',
  ),
);

function nameOf(span: Span): Named | null {
  const { text, style } = span;
  const said = text.trim().replace(/[.,:;]$/, '');
  if (style === 'code')
    return CODE.test(said) && /\p{L}{2}/u.test(said) && !VALUES.has(said.toLowerCase()) && !NO_NAME.test(said)
      ? withoutCall(said)
      : null;
  if (!isLink(span) && style !== 'strong' && style !== 'emphasis') return null;
  if (NO_NAME.test(said)) return null;
  const words = said.split(/\s+/);
  if (LEADS.test(said) || GENERIC.test(said) || words.every(word => isFunctionWord(word.toLowerCase())))
    return null;
  // "Misconfigured" says how something is, "OAuth uses bearer tokens" is a clause.
  const isClause = words.slice(1).some(word => /^\p{Ll}+s$/u.test(word) && isVerb(word));
  const isName = isLink(span) || /^\p{Lu}/u.test(said) || isProper(said) || /[\s-]/.test(said);
  return isName && !isClause && !/^\S+ed$/.test(said) ? readName(said) : null;
}

/** `sync()` is asked for as sync, too. */
function withoutCall(code: string): Named {
  const name = code.replace(/\(\)$/, '');
  return { name: code, aliases: name === code ? [] : [name] };
}
