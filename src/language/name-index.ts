import type { Glossary, Term } from '../glossary/glossary.ts';
import { Later, type Steps } from '../steps.ts';
import { Completer } from './completer.ts';
import { editDistance } from './distance.ts';
import { NameParts } from './name-parts.ts';
import { NearNames } from './near-names.ts';
import { nameKey, spellingKey } from './normalise.ts';
import { CONFIDENCE, type FurtherNames, type Match, SaidNames } from './said-names.ts';
import { SpellingIndex } from './spelling-index.ts';
import { SubjectIndex } from './subject-index.ts';

/** A name that is like what was typed. */
export interface Near {
  readonly name: string;
  readonly terms: readonly Term[];
  /** The same, or more when it is a part of the name, 0 to 1. */
  readonly similarity: number;
}

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly terms: readonly Term[];
}

/** Names this short are never corrected, only offered: one edit turns IAM into PAM. */
const SHORT = 4;

/** Below this similarity (0 to 1) a name is not worth offering. Tried on the bundled glossary; name-index.test.ts notices. */
const WORTH_OFFERING = 0.65;

/** How much more alike the best name must be than the next one. */
const CLEAR_LEAD = 0.05;

/** Every name, alias and mention of a glossary, ready to be looked up. Each part is made when it is first needed. */
export class NameIndex {
  readonly #said: Later<SaidNames>;
  readonly #subjects: Later<SubjectIndex>;
  readonly #spelling: Later<SpellingIndex<Entry>>;
  readonly #near: Later<NearNames<Entry>>;
  readonly #completer: Later<Completer>;
  readonly #parts: Later<NameParts>;

  constructor(glossary: Glossary, others: FurtherNames = {}) {
    const entries = new Later(() => entriesOf(glossary));
    this.#said = new Later(() => SaidNames.of(glossary, others));
    this.#subjects = new Later(() => SubjectIndex.of(glossary));
    this.#spelling = new Later(function* () {
      return new SpellingIndex(yield* entries.inSteps());
    });
    this.#near = new Later(function* () {
      return yield* NearNames.of(yield* entries.inSteps());
    });
    this.#completer = new Later(() => Completer.of(glossary.terms));
    this.#parts = new Later(() => NameParts.of(glossary));
  }

  /** Makes all parts. */
  *prepare(): Steps<void> {
    for (const part of [this.#said, this.#subjects, this.#spelling, this.#near, this.#completer, this.#parts])
      yield* part.inSteps();
  }

  /** Words at most in a name. */
  get longest(): number {
    return this.#said.get().longest;
  }

  /** What {@link SaidNames.find} gives. */
  find(text: string): Match | null {
    return this.#said.get().find(text);
  }

  /** What {@link SaidNames.mayBegin} gives. */
  mayBegin(word: string): boolean {
    return this.#said.get().mayBegin(word);
  }

  /** What terms stand under. */
  get subjects(): SubjectIndex {
    return this.#subjects.get();
  }

  /** The one name that the text must be a misspelling of, or a part of; null when it is short, unlike any, or like several. */
  correct(text: string): Match | null {
    const key = nameKey(text);
    if (key.replaceAll(' ', '').length <= SHORT) return null;
    const candidates = [
      ...this.#spelling.get().near(key, editsAllowed(key)),
      ...this.#spelling.get().containing(key),
    ];
    const near = this.#near.get().rank(key, candidates);
    const [best] = near;
    if (!best) return this.#apart(key);
    if (best.entry.key.length <= SHORT || isAbbreviation(best.entry.name)) return null;
    if (this.#isAnother(key, best.entry)) return null;
    const second = near.find(({ entry }) => entry.terms[0] !== best.entry.terms[0]);
    const isClear = second === undefined || second.similarity <= best.similarity - CLEAR_LEAD;
    if (!isClear && !isOneSlip(key, best.entry, second?.entry)) return null;
    const meant = this.find(best.entry.name);
    return meant && { ...meant, via: 'fuzzy', confidence: sureness(best.similarity) };
  }

  /** "Bearertoken": two words of names, written as one. */
  #apart(key: string): Match | null {
    if (key.includes(' ') || key.length < LONG || key.length > LONGEST_WORD) return null;
    for (let at = SHORTEST_PART; at <= key.length - SHORTEST_PART; at += 1) {
      const parts = [key.slice(0, at), key.slice(at)];
      if (!parts.every(part => this.#near.get().isWord(part))) continue;
      const spaced = parts.join(' ');
      const found = this.find(spaced) ?? this.correct(spaced);
      if (found) return found;
    }
    return null;
  }

  /** Whether a word of the text means something else than the name's: "decryption key" is no misspelt "encryption key". */
  #isAnother(key: string, entry: Entry): boolean {
    const words = entry.key.split(' ');
    const strangers = key.split(' ').filter(word => !words.includes(word));
    return strangers.some(word => this.#near.get().isWord(word) || /\d/.test(word));
  }

  /** Names by what they are made of. */
  get parts(): NameParts {
    return this.#parts.get();
  }

  /** Whether a word stands in some name. */
  isWord(word: string): boolean {
    return this.#near.get().isWord(nameKey(word));
  }

  /** Names like the text, most alike first, each term once. */
  nearest(text: string, limit: number): Near[] {
    // As spelled as well: "cvvs" may be CVSS, whose S is no plural.
    const keys = [...new Set([nameKey(text), spellingKey(text)])].filter(key => key !== '');
    const found = keys.flatMap(key => this.#near.get().search(key));
    if (keys.length > 1) found.sort((a, b) => b.similarity - a.similarity);
    const seen = new Set<Term>();
    const near: Near[] = [];
    for (const { entry, similarity } of found) {
      if (near.length === limit || similarity < WORTH_OFFERING) break;
      if (entry.terms.every(term => seen.has(term))) continue;
      for (const term of entry.terms) seen.add(term);
      near.push({ name: entry.name, terms: entry.terms, similarity });
    }
    return near;
  }

  /** Names that start with the text, have a word that does, or are called so: for completion. */
  complete(prefix: string, limit: number): string[] {
    return this.#completer.get().complete(prefix, limit);
  }
}

/** A long name that is one letter away, where the next one is further. */
function isOneSlip(key: string, best: Entry, next: Entry | undefined): boolean {
  const isNear = (entry: Entry) => editDistance(key, entry.key, 1) <= 1;
  return key.length >= LONG && isNear(best) && (next === undefined || !isNear(next));
}

const LONG = 8;
/** Letters at least in each of two words that were written as one. */
const SHORTEST_PART = 4;
/** Letters at most in what may be two words. */
const LONGEST_WORD = 40;

/** Every other one is a letter away from the next, so that they are offered and never assumed: ACCME is no ACGME. */
function isAbbreviation(name: string): boolean {
  return /^[\p{Lu}\p{N}&/.-]{2,8}$/u.test(name);
}

/**
 * How often a name so like what was typed is the one that was meant, 0 to 1: a curve through what
 * `npm run quality:confidence` counts where every other name is one that the glossary lacks.
 */
function sureness(similarity: number): number {
  return Math.max(0, Math.min(CONFIDENCE.alias, 1 - 5 * (1 - similarity) ** 1.6));
}

/** One edit in names up to 8 letters, two in longer ones. */
function editsAllowed(key: string): number {
  return key.length <= 8 ? 1 : 2;
}

function* entriesOf(glossary: Glossary): Steps<readonly Entry[]> {
  const entries = new Map<string, { name: string; terms: Set<Term> }>();
  const put = (name: string, term: Term) => {
    const key = nameKey(name);
    const entry = entries.get(key);
    if (entry) entry.terms.add(term);
    else if (key !== '') entries.set(key, { name, terms: new Set([term]) });
  };
  for (const term of glossary.terms) {
    for (const name of [term.name, ...term.aliases]) put(name, term);
    yield;
  }
  for (const mention of glossary.mentions) put(mention.name, mention.term);
  return [...entries].map(([key, { name, terms }]) => ({ key, name, terms: [...terms] }));
}
