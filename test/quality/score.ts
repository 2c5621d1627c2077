import type { Bot, Outcome } from '../../src/bot.ts';
import { facetKind } from '../../src/glossary/facets.ts';
import { nameKey } from '../../src/language/normalise.ts';
import { type JsonAnswer, toJson } from '../../src/replies/json.ts';
import { plainReply } from '../../src/replies/plain.ts';
import type { Label } from './label.ts';

/** What is counted. Each label says which of them it can decide. */
export const MEASURES = [
  'intent',
  'terms',
  'aspect',
  'contained fact',
  'leads with it',
  'outside refused',
  'silent when it should be',
  'speaks when it should',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Whether each measure that the label decides was met. */
export type Score = Partial<Record<Measure, boolean>>;

export interface Scored {
  readonly label: Label;
  readonly got: JsonAnswer;
  readonly score: Score;
}

export function score(label: Label, bot: Bot): Scored {
  const outcome = bot.hear({ text: label.ask, heardAs: label.heard, after: label.after });
  const got = toJson(label.ask, outcome);
  return {
    label,
    got,
    score: { ...scoreAnswer(label, got, outcome), ...scoreManners(label, got.speaks) },
  };
}

function scoreAnswer(label: Label, got: JsonAnswer, outcome: Outcome): Score {
  const { intent, terms, aspect, contains } = label;
  if (intent.length === 0) return {};
  // Offering names takes none of them: where nothing should answer, that is as good as saying so.
  const isRefused = got.intent === 'unknown' || got.intent === 'suggest' || statesNothing(outcome);
  // A term that is described, not named, may be offered with the passage that fits instead of being answered.
  const isOffered = label.class === 'reverse' && got.intent === 'suggest';
  const isRight = intent.some(kind => kind === got.intent) || isOffered;
  const mayRefuse = intent.includes('unknown');
  if (mayRefuse && isRefused) return { intent: true, 'outside refused': true };
  if (intent.every(kind => kind === 'unknown')) return { intent: false, 'outside refused': false };
  const names = new Set(got.terms.flatMap(({ name, aliases }) => [name, ...aliases]).map(nameKey));
  const text = plainReply({ ...outcome.reply, choices: [] });
  const isList = intent.includes('list');
  return {
    intent: isRight,
    ...(mayRefuse && { 'outside refused': isRight }),
    ...(terms.length > 0 &&
      !isList && { terms: terms.every(name => formsOf(name).some(form => names.has(nameKey(form)))) }),
    ...(aspect !== null && {
      aspect: [got.aspect, ...labelsShown(outcome)].some(shown => isSameAspect(aspect, shown)),
    }),
    ...(contains !== null && {
      'contained fact': folded(text).includes(folded(contains)),
      'leads with it': folded(leadOf(text)).includes(folded(contains)),
    }),
  };
}

/** A heading as the page has it, without its brackets, and what stands in them: "Single Sign-On (SSO)". */
function formsOf(heading: string): string[] {
  const inBrackets = [...heading.matchAll(/\(([^()]+)\)/g)].map(([, inside = '']) => inside);
  return [heading, heading.replace(/\s*\([^()]*\)/g, ''), ...inBrackets];
}

/** "The wiki does not state …" is a refusal, though it says which side was understood. */
function statesNothing({ answer }: Outcome): boolean {
  return answer.kind === 'facet' && answer.findings.every(({ points }) => points.length === 0);
}

/** Of an answer on one side of a term: what each quotation is called that leads. */
function labelsShown({ answer }: Outcome): (string | null)[] {
  if (answer.kind !== 'facet') return [];
  return answer.findings.flatMap(({ facet, points }) => [facet, points[0]?.label ?? null]);
}

/** Whether two names mean one facet or row: "Pros" is Advantages, and so is "Benefits of Patching". */
function isSameAspect(label: string, got: string | null): boolean {
  if (got === null) return false;
  const keyOf = (name: string) => nameKey(facetKind(name)?.name ?? name);
  return [label, label.replace(/ (?:of|in|for|with|to|on) .*$/, '')].some(form => keyOf(form) === keyOf(got));
}

function scoreManners({ speaks }: Label, spoke: boolean): Score {
  if (speaks === undefined) return {};
  return speaks ? { 'speaks when it should': spoke } : { 'silent when it should be': !spoke };
}

/** What a reader sees at first: as many characters as a chat shows of a message before it folds the rest. */
const LEAD = 700;

function leadOf(text: string): string {
  return text.slice(0, LEAD);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[*_`“”"‘’']/g, '')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** The 95 % interval of a share by Wilson's score. @see Wilson 1927; it stays within 0 and 1 for few cases too. */
export function interval(right: number, of: number): [low: number, high: number] {
  const z = 1.96;
  const share = right / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return [(middle - half) / whole, (middle + half) / whole];
}
