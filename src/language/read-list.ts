import { asksLetters } from './asks-definition.ts';
import { contentWords } from './function-words.ts';
import { words } from './normalise.ts';
import type { Understood } from './query.ts';
import type { Lexicon, Reading } from './reading.ts';
import type { Match } from './said-names.ts';
import { stemOf } from './stem.ts';

const LISTING =
  /\b(?:what|which) (?:\w+ )?(?:terms|words|entries|topics|pages|things)\b|\bwhat (?:else )?(?:do we|do you|does the (?:wiki|glossary)) (?:have|know|cover)\b|\bwhat (?:have we|have you)(?: got)?\b|^list\b|^show (?:me )?(?:all|every|everything)\b|\b(?:all|any) (?:the )?(?:terms|words)\b|^terms (?:on|about)\b/;
const SUBJECT =
  /\b(?:on|about|for|regarding|around|in|under|related to|to do with) (?:the |an? )?(.+?)(?: (?:do we have|are there|are known|is there))?$/;
/** All subjects are asked for. */
const SUBJECTS =
  /^(?:(?:what|which|list|show|show me|give me|all|the|your|are|is) )*(?:subjects|topics|sections|areas|categories|chapters|domains|themes)(?: (?:do you|do we|are|can i|is|you|we|there|have|got|cover|covered|know|about|exist|ask|look|up|in|here|the|glossary|wiki|this))*$|^what (?:can|could|should) (?:i|we|one) (?:look up|search|find|browse)(?: here)?$|^(?:what|everything)(?: is)?(?: all)? in (?:here|the (?:glossary|wiki))$/;

/** What ends a question about all that there is of a kind. */
const THAT_ARE =
  '(?:(?:that )?(?:are there|exist|exists|existing|are known|known|available|there are|do (?:we|you|u) (?:have|know|cover|list|got)(?: about| of)?|(?:have|has) (?:we|you) (?:got|covered)?|(?:you|we|u) (?:have|know|cover|got|list)(?: about| of)?|(?:are |is )?(?:explained|described|defined|listed|covered|documented|written up|mentioned|in here|in (?:the|our|this|your) (?:glossary|wiki|docs)|on file|here)|should i (?:know|have heard of|be aware of)|does (?:the|this|your) (?:glossary|wiki) (?:have|know|cover|list))\\b ?)+';

/** Forms that ask for a list when what they name is a subject. */
const FORMS: readonly RegExp[] = [
  /^(?:all|every|list|show|show me|give me|name|tell me)(?: me)?(?: all| every| some| a few| any)?(?: of)?(?: the| our| your)? (.+?)(?: (?:terms|words|entries))?(?: (?:that )?(?:you|we) (?:have|know|cover))?(?: about)?(?: as a list| stuff| things)?$/,
  /^(?:everything|anything|all|stuff|terms|words|entries|overview)(?: (?:you|we) (?:have|know|got))? (?:on|about|around|regarding|from|under) (?:the )?(.+?)(?: as a list| please)?$/,
  /^(?:what|which) (.+?) (?:terms|words|entries)\b/,
  new RegExp(
    `^(?:(?:what|which|name|list|tell me|show me|give me)(?: (?:all|some|of|the|other|kinds? of|types? of|sorts? of))* )(.+?) ${THAT_ARE}$`,
  ),
  /^what(?:s| is)? (?:all )?in the (.+?) (?:section|chapter|folder|area|category|part)$/,
  /^(?:(?:what|which) (?:are )?)?(?:the |all )?(.+?) (?:terms|words|vocabulary|lingo|glossary|entries)$/,
  /^(?:what are )?(?:the )?(.+?)(?: (?:in|of|for) .+)?$/,
];
/** "What types of hypervisors exist?" is a list unless hypervisors are a term, whose facet it then is. */
const KINDS = /^(?:what|which) (?:kinds|types|sorts) of (.+?) (?:are there|exist|do we have)$/;

function subjectOf(line: string, namesTerm: boolean): string | null {
  const kinds = KINDS.exec(line)?.[1];
  if (kinds !== undefined) return namesTerm ? null : kinds;
  // A name by itself, or with a word that asks for something of it, is no subject.
  const forms = namesTerm ? FORMS.slice(0, -1) : FORMS;
  for (const form of forms) {
    const subject = form.exec(line)?.[1];
    if (subject !== undefined) return subject;
  }
  return null;
}

const TREND =
  /\b(?:trends?|trending|heading|going to|future|up and coming|next big|evolv\w*|evolution|outlook|what'?s? (?:is )?new|whats new|anything new|any news|news (?:in|on|about)|happening (?:with|in|to|around)|latest (?:in|on|around|developments?)|recent developments?|hot topics?|new developments?|hype|modern)\b/;
const TREND_TITLE = /\b(?:trends?|future|outlook|developments?|evolution|what is next)\b/i;

/** "Where are §0s heading?": what stands under a heading on trends, on a page that explains what was named. */
function readTrend({ text, spotted, lexicon, isQuestion, content }: Reading): Understood | null {
  // As typed: "heading" is no slip of "hearing".
  if (!TREND.test(words(text).join(' '))) return null;
  const groups = lexicon.glossary.groups.filter(({ title }) => TREND_TITLE.test(title));
  const pages = new Set(spotted.matches.flatMap(({ terms }) => terms.map(({ place }) => place.page)));
  const named = pages.size === 0 ? groups : groups.filter(({ place }) => pages.has(place.page));
  const [group, ...others] = named;
  if (!group || (others.length > 0 && pages.size === 0) || (pages.size === 0 && content.length > 2))
    return null;
  const query = { kind: 'list', subject: group.title, group } as const;
  return { query, confidence: CONFIDENCE, isQuestion, unexplained: [] };
}

/** What the terms of a subject may be called. */
const ENTRIES =
  /(?<=\w) (?:protocols?|things|concepts?|stuff|topics?|techniques?|mechanisms?|methods?|models?|tools?|items?)$/;

/** "What terms do we have on networks?"; null when no list is asked for. */
export function readList(reading: Reading): Understood | null {
  const { text, sentence, spotted, lexicon, isQuestion } = reading;
  if (asksLetters(sentence)) return null;
  const trend = readTrend(reading);
  if (trend) return trend;
  const line = words(text).join(' ');
  if (SUBJECTS.test(line) && spotted.matches.length === 0) return listed('', lexicon, isQuestion);
  const all = subjectOf(line, spotted.matches.length > 0);
  for (const subject of all === null ? [] : [all, all.replace(ENTRIES, '')])
    if (lexicon.index.subjects.isSubject(subject) || lexicon.index.parts.isKind(subject))
      return listed(subject, lexicon, isQuestion);
  const doing = readDoing(sentence, lexicon, isQuestion, spotted.matches);
  if (doing) return doing;
  if (!LISTING.test(sentence)) return null;
  const subject = SUBJECT.exec(line)?.[1];
  if (subject !== undefined) return listed(subject, lexicon, isQuestion);
  return /\b(?:terms|words|entries|topics|pages)\b/.test(sentence) ? listed('', lexicon, isQuestion) : null;
}

const DOING =
  /^(?:what|which)(?: (?:kinds?|types?|sorts?) of)? ([a-z-]+)(?: (?:do|does|are|is|can|could|might|that|which))*(?: \w+ly)? (.+)$/;

/** "What attacks target cookies?": terms of a subject that have to do with something. */
function readDoing(
  sentence: string,
  { index, vocabulary }: Lexicon,
  isQuestion: boolean,
  matches: readonly Match[],
): Understood | null {
  const [, noun = '', rest = ''] = DOING.exec(sentence) ?? [];
  if (noun === '' || !isPlural(noun) || vocabulary.isFacetWord(noun) || !index.subjects.isKindOfSubject(noun))
    return null;
  const named = rest.replace(/§(\d+)/g, (_, at: string) => matches[Number(at)]?.name ?? '');
  const about = [...new Set(contentWords(named).map(stemOf))];
  if (about.length === 0) return null;
  const query = { kind: 'list', subject: noun, group: index.subjects.group(noun), about } as const;
  return { query, confidence: CONFIDENCE, isQuestion, unexplained: [] };
}

function isPlural(word: string): boolean {
  return /[^s]s$/.test(word);
}

/** How sure a list is wanted once its form was recognised. */
const CONFIDENCE = 0.95;

export function listed(typed: string, { index }: Lexicon, isQuestion: boolean): Understood {
  const subject = typed
    .replace(
      /^(?:(?:everything|anything|something|all|stuff|things) (?:about|on|regarding|around|for) |of |all |the |our )+/i,
      '',
    )
    .replace(/^(?:terms|words|subjects|entries)$/i, '');
  const group = subject === '' ? null : index.subjects.group(subject);
  return { query: { kind: 'list', subject, group }, confidence: CONFIDENCE, isQuestion, unexplained: [] };
}
