import { nameKey } from '../language/normalise.ts';
import { isAbbreviation } from './abbreviations.ts';
import { NOUN, ONE } from './kinds.ts';
import { type Named, readName } from './names.ts';
import { plain, type Rich } from './rich.ts';
import { isVerb } from './term-words.ts';

/** Characters of a statement in which its subject is looked for. */
const LONGEST_OPENING = 200;

const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}./+#'’-]*`;
/** What a sentence says that tells what its subject is. */
const DEFINES = String.raw`(?:(?:is|are) (?:an?|the|any|one of|something|anything|used|designed|part of|special|non-\w+|well-known|open[- ]source|software|hardware|\w+ (?:and \w+ )?(?:tools?|systems?|protocols?|attacks?|methods?|techniques?|algorithms?|modes?))|refers? to|means?|occurs? when|happens? when|involves?|describes?|tracks?|provides?|captures?|defines?|consists? of|identif(?:y|ies)|stores?(?! (?:provide|offer|are|is|can|have|has|generally|often|usually|support))|detects?|ensures?|learns?|turns?|enforces?|protects?|transforms?|can be used|allows?|enable|let|lets|enables|attempts? to|splits|distributes|simplifies|relies on|controls|measures|represents|handles|manages|collects|aims? (?:to|at)|focus(?:es)? on|acts? as|works? by|specifies|permits|denotes?|(?:is|are) responsible for|oversees|coordinates|facilitates|will make sure|makes sure)\b`;
/** "The GitVersion tool uses …": said of a thing whose kind follows its own name. */
const OF_KIND = new RegExp(
  String.raw`^The (${WORD}) ${ONE} (?!(?:is|was|has|can|will|must|should)\b)\p{Ll}+s\b`,
  'u',
);

/** ", short for “monolithic repository”,": said of the name before its sentence goes on. */
const ASIDE = `(?:, (?:or|short for|also|which|sometimes|commonly|often|formerly|abbreviated|an?|the) [^,]{2,60},)?`;
const DEFINING = new RegExp(
  String.raw`^(?:(?:an?|the|in [\w ]{3,30}, (?:an? )?) )?(${WORD}(?: (?!and |or )${WORD}){0,4}?)(?: \(([^()]{2,60})\))?${ASIDE}(?: (?:attacks?|tools?|systems?))? ${DEFINES}`,
  'iu',
);
const SEVERAL = new RegExp(
  `^(${WORD}(?: ${WORD}){0,2}?)((?:, ${WORD}(?: ${WORD}){0,2}?)*),? and (${WORD}(?: ${WORD}){0,2}?) are `,
  'iu',
);

/**
 * What a statement defines: "YARA is a tool …", "Port scanning is a technique …", and both of "Snort and Suricata are
 * IDS tools" where they are spelled as names or `headings` have them. Names that read as none are for the caller to drop.
 */
export function subjectsOf(statement: string, headings: readonly string[]): Named[] {
  const opening = statement.trim().slice(0, LONGEST_OPENING);
  const [, subject = '', bracket] = DEFINING.exec(opening) ?? [];
  // "We wait. Tide alarms let …" is two sentences.
  if (/\.\s/.test(subject)) return [];
  if (subject !== '') {
    const named = readName(bracket === undefined ? subject : `${subject} (${bracket})`);
    return isSpecific(named, opening) && agrees(named.name, opening) && !endsInVerb(named.name)
      ? [withoutKind(named, opening)]
      : [];
  }
  const [, own = ''] = OF_KIND.exec(opening) ?? [];
  if (isProper(own)) return [readName(own)];
  const [, first = '', more = '', last = ''] = SEVERAL.exec(opening) ?? [];
  if (first === '') return [];
  const keys = headings.map(heading => ` ${nameKey(heading)} `);
  const names = [first, ...more.split(/,\s*/), last].filter(name => name !== '');
  // "Reflected and Stored XSS" share their last word.
  const sharesHead = !first.includes(' ') && last.includes(' ') && !isProper(first);
  const areNames =
    !sharesHead &&
    names.every(
      name =>
        isProper(name) ||
        /^\p{Lu}\p{Ll}+$/u.test(name) ||
        keys.some(key => key.includes(` ${nameKey(name)} `)),
    );
  return areNames ? names.map(readName) : [];
}

/** "… also known as the **lethal trifecta**", "called “canarying”": another name for what was said, in bold or quotes. */
const CALLED =
  /(?:(?:also|commonly|often|sometimes|otherwise|better) )?(?:known as|called|referred to as|termed|dubbed|considered|marked as|labelled|tagged) (?:an? |the )?["“]([^"”]{3,40})["”]/g;

/** What a statement says something is called, in quotes. */
export function calledIn(statement: string): Named[] {
  return [CALLED, CALLED_PLAINLY, OURS]
    .flatMap(pattern => [...statement.matchAll(pattern)])
    .map(([, name = '']) => readName(name.replace(/[.,]$/, '')));
}

/** "our preferred network is Harbour Radio" */
const OURS =
  /(?<!\p{L})[Oo]ur (?:\p{L}[\p{L}-]{0,20} ){1,4}(?:is|are) (\p{Lu}[\p{L}\p{N}-]{1,30}(?: \p{Lu}[\p{L}\p{N}-]{1,30})?)(?![\p{L}\p{N}])/gu;

/** "a feature called Fission", "also known as Silver Sands" */
const CALLED_PLAINLY = new RegExp(
  String.raw`(?<!\p{L})(?:${NOUN} (?:called|named|dubbed)|(?:also|better|commonly|often) known as) (?:the )?(\p{Lu}[\p{L}\p{N}-]{1,30}(?: \p{Lu}[\p{L}\p{N}-]{1,30}){0,3})(?![\p{L}\p{N}])`,
  'gu',
);

/** Where each sentence of a statement but the first begins. */
export function laterSentences(statement: string): number[] {
  return [...statement.matchAll(/(?<=\p{Ll}{2}[)"”’]?[.?!][)"”’]?)\s+(?=\p{Lu})/gu)].map(
    ({ 0: space, index }) => index + space.length,
  );
}

/** "A test double is a …", "Threat modelling means …": later sentences mostly go on, so that they have to say it plainly. */
const PLAINLY = new RegExp(
  String.raw`^(?:An? )?${WORD}(?: ${WORD}){0,3}(?: \([^()]{2,60}\))?${ASIDE} (?:(?:is|are) (?:an? |something |anything |used to |used for |responsible for )|means? |refers? to |allows? |enables? |lets? )`,
  'u',
);

/** The same for a sentence within a statement. */
export function plainSubjectsOf(sentence: string, headings: readonly string[]): Named[] {
  return PLAINLY.test(sentence) ? subjectsOf(sentence, headings) : [];
}

/** A name that a statement stresses, and where its sentence begins and ends. */
export interface Stressed {
  readonly named: Named;
  readonly from: number;
  readonly to: number;
}

/** The names that a statement sets in bold or slanted letters in the midst of a sentence: "mocks do **behavioral verification**". */
export function stressedIn(text: Rich): Stressed[] {
  const whole = plain(text);
  const starts = [0, ...laterSentences(whole)];
  let at = 0;
  return text.flatMap(span => {
    const begin = at;
    at += span.text.length;
    const isStressed = span.style === 'strong' || span.style === 'emphasis';
    // What a statement begins with may be its label, and what is all of it a heading.
    const isLabel = begin === 0 && (/\s/.test(span.text.trim()) || !isProper(span.text));
    if (!isStressed || isLabel || span.text.trim() === whole.trim()) return [];
    const from = starts.findLast(start => start <= begin) ?? 0;
    const to = starts.find(start => start > begin) ?? whole.length;
    return [{ named: readName(span.text), from, to }];
  });
}

/** "Key-value stores track …" and "A tracker tracks …", and not the store of "A key-value store generally …". */
function agrees(name: string, opening: string): boolean {
  const rest = opening.slice(opening.toLowerCase().indexOf(name.toLowerCase()) + name.length);
  const isBare = BARE_VERB.test(rest);
  return !isBare || /s$/i.test(name);
}

const BARE_VERB =
  /^(?: \([^()]*\))? (?:refer|mean|occur|happen|involve|describe|track|provide|capture|define|consist|identify|store|detect|ensure|learn|turn|enforce|protect|transform|attempt|aim|focus|act|work|denote)\b/i;

/** Several words, or a spelling that no plain word has, or a plain "X is a …". */
function isSpecific({ name, aliases }: Named, text: string): boolean {
  if (aliases.length > 0 || name.includes(' ') || name.includes('-') || isProper(name)) return true;
  return PLAINLY_SAID.test(text);
}

const PLAINLY_SAID = new RegExp(
  String.raw`^(?:An? )?\S+(?: \([^)]*\))?${ASIDE} (?:is|are) (?:an?|the|any|one of|something|anything) `,
  'u',
);

/** "The SameSite cookie attribute …" explains SameSite: after "the", what kind of thing it is follows its own name. */
function withoutKind(named: Named, opening: string): Named {
  const [, bare = ''] =
    /^(?:The )?(\S+)(?: \p{Ll}+| HTTP| API){0,2} (?:headers?|attribute|directive|event|tool|package|utility|trailer|flag|parameter|keyword|library|command|option|setting|field|plugin|policy|mechanism)(?= )/u.exec(
      opening,
    ) ?? [];
  const isProperName = /^The /.test(opening) ? isProper(bare) : false;
  const isOwn = (isProperName || /\p{L}[-_.]\p{L}/u.test(bare)) && named.name.startsWith(bare);
  return isOwn && named.name !== bare ? { name: bare, aliases: [named.name, ...named.aliases] } : named;
}

/** "OpenID", "AAAA", "log4j": spelled as no plain word is. */
export function isProper(name: string): boolean {
  return /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d|\p{L}_\p{L}/u.test(name);
}

/** "An alert is something that …": no doubt about what is defined, however plain its name. */
export function saysWhatIs(text: string, { name }: Named): boolean {
  const [, subject = ''] =
    /^An? ([^,.;:]{3,40}?)(?: \([^()]*\))? (?:is|means) (?:an?|something|anything|one of) /.exec(text) ?? [];
  return nameKey(subject) === nameKey(name);
}

function endsInVerb(name: string): boolean {
  const words = name.toLowerCase().split(' ');
  const last = words.at(-1) ?? '';
  return (
    words.length > 1 &&
    (isVerb(last) || /^(?:might|may|can|could|will|would|should|must|also|often|is|are)$/.test(last))
  );
}

/** Words at most in what an abbreviation is short for. */
const MOST_WORDS = 7;

/** "DRM (Digital Rights Management)", "Hardware Security Modules (HSMs)": the long name, with the short one as alias. */
export function writtenOut(statement: string): Named[] {
  return [...statement.matchAll(/ \(([^()]{2,60})\)/g)].flatMap(({ index, 1: inside = '' }) => {
    const before = statement
      .slice(Math.max(0, index - LONGEST_OPENING), index)
      .split(/\s+/)
      .slice(-MOST_WORDS);
    return spelledOut(before, inside.trim()) ?? [];
  });
}

/** What the words before a bracket and the bracket name together; null when neither abbreviates the other. */
function spelledOut(before: readonly string[], inside: string): Named | null {
  const last = (before.at(-1) ?? '').replace(/^\W+/, '');
  const isShort = /^[\p{L}\p{N}][\p{L}\p{N}&/-]{1,9}$/u.test(last) && /\p{Lu}.*\p{Lu}/u.test(last);
  if (isShort && /[\s-]/.test(inside) && isAbbreviation(last, inside))
    return { name: inside, aliases: [last] };
  if (!/^[\p{L}\p{N}][\p{L}\p{N}&/-]{1,9}$/u.test(inside) || !/\p{Lu}.*\p{Lu}/u.test(inside)) return null;
  const letters = inside.replace(/s$/, '').toLowerCase();
  for (let length = 2; length <= before.length; length += 1) {
    const long = before.slice(-length).join(' ').replace(/^\W+/, '');
    if (long[0]?.toLowerCase() !== letters[0]) continue;
    const initials = initialsOf(long);
    const isNearly = initials.length >= letters.length - 1 && isAbbreviation(inside, long);
    if (initials === letters || isNearly) return { name: long, aliases: [inside] };
  }
  return null;
}

function initialsOf(text: string): string {
  return text
    .split(/[\s/-]+/)
    .filter(word => !/^(?:and|of|the|for|in|on|to|as|or)$/i.test(word))
    .map(word => word.replace(/^\W+/, '')[0]?.toLowerCase() ?? '')
    .join('');
}
