import type { Bot, Outcome } from './bot.ts';
import type { Term } from './glossary/glossary.ts';
import { nameKey } from './language/normalise.ts';
import { toJson } from './replies/json.ts';
import { plainReply } from './replies/plain.ts';

/** A question that is expected to come, with what should be answered. */
export interface Expected {
  readonly ask: string;
  /** What was asked before in the same thread, oldest first. */
  readonly after: readonly string[];
  /** Names or aliases of the terms that should answer; empty: nothing should. Null: whatever. */
  readonly terms: readonly string[] | null;
  /** Words that the answer should contain; null: any. */
  readonly says: string | null;
  /** Whether it is heard in a channel, unasked: it should then be answered, or met with silence where nothing should. */
  readonly overheard: boolean;
}

/** What came of a question. */
export interface Rehearsed {
  readonly expected: Expected;
  readonly outcome: Outcome;
  /** The answer's first line of text. */
  readonly said: string;
  /** What is not as expected, a sentence each; none when all is. */
  readonly failures: readonly string[];
}

/** Asks a question as a newcomer would, and compares the answer with what is expected. */
export function rehearse(bot: Bot, expected: Expected): Rehearsed {
  const { ask, after, terms, says, overheard } = expected;
  const outcome = bot.hear({ text: ask, heardAs: overheard ? 'channel' : 'command', after });
  const text = plainReply({ ...outcome.reply, choices: [] });
  const failures = [
    // What is met with silence answers nothing, whatever it would say.
    ...(terms === null || (overheard && terms.length === 0) ? [] : unlike(terms, outcome, bot)),
    ...(says !== null && !folded(text).includes(folded(says)) ? [`It does not say “${says}”.`] : []),
    ...(overheard && terms !== null ? misjudged(terms.length > 0, outcome) : []),
  ];
  return { expected, outcome, said: text.split('\n').find(line => line.trim() !== '') ?? '', failures };
}

function unlike(expected: readonly string[], outcome: Outcome, bot: Bot): string[] {
  const { terms, intent } = toJson('', outcome);
  const isAnswered = intent !== 'unknown' && intent !== 'suggest';
  if (expected.length === 0)
    return isAnswered ? [`Nothing should answer it, but ${listed(terms.map(({ name }) => name))} does.`] : [];
  return expected.flatMap(name => {
    if (!bot.glossary.terms.some(isNamed(name))) return [`The glossary has no term “${name}”.`];
    const isThere = terms.some(isNamed(name));
    if (isThere && isAnswered) return [];
    return [
      isThere
        ? `“${name}” is only offered, beside others.`
        : `“${name}” is not among ${listed(terms.map(term => term.name))}.`,
    ];
  });
}

function misjudged(isExpected: boolean, { speaks, because }: Outcome): string[] {
  if (speaks === isExpected) return [];
  return [`It would ${speaks ? 'speak' : 'keep silent'} in a channel. ${because}`];
}

function isNamed(name: string) {
  const key = nameKey(name);
  return (term: Pick<Term, 'name' | 'aliases'>) =>
    [term.name, ...term.aliases].some(own => nameKey(own) === key);
}

function listed(names: readonly string[]): string {
  return names.length === 0
    ? 'what answers (nothing does)'
    : names
        .slice(0, 4)
        .map(name => `“${name}”`)
        .join(', ');
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase();
}
