import type { Glossary, Group, Mention, Term } from '../glossary/glossary.ts';
import { Beginnings } from './beginnings.ts';
import { Completer } from './completer.ts';
import { editDistance } from './distance.ts';
import { contentWords, isFunctionWord } from './function-words.ts';
import { NameParts } from './name-parts.ts';
import { NearNames } from './near-names.ts';
import { nameKey, spellingKey } from './normalise.ts';
import { SpellingIndex } from './spelling-index.ts';

/** How a name was matched, strongest first. */
export const VIAS = ['exact', 'normalised', 'alias', 'mention', 'fuzzy', 'described', 'none'] as const;
export type Via = (typeof VIAS)[number];

/** What a name stands for. Several terms are several meanings; all of them are answered. */
export interface Match {
  readonly via: Via;
  /** 0 to 1. */
  readonly confidence: number;
  readonly terms: readonly Term[];
  /** Only for `mention`: where the name stands below each of the terms. */
  readonly mentions: readonly Mention[];
  /** The words that were matched, as the glossary writes them. */
  readonly name: string;
}

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

/** How sure a match of each kind is, before the rest of the question is weighed. */
const CONFIDENCE = { exact: 1, normalised: 0.99, alias: 0.97, mention: 0.9 } as const;

/** Names this short are never corrected, only offered: one edit turns IAM into PAM. */
const SHORT = 4;

/** Below this similarity (0 to 1) a name is not worth offering. Tried on the bundled glossary; name-index.test.ts notices. */
const WORTH_OFFERING = 0.65;

/** How much more alike the best name must be than the next one. */
const CLEAR_LEAD = 0.05;

/** Every name, alias and mention of a glossary, ready to be looked up. Building it is the slow part; keep it. */
export class NameIndex {
  readonly longest: number;
  readonly #exact = new Map<string, Term[]>();
  readonly #names = new Map<string, Term[]>();
  #parts: NameParts | null = null;
  readonly #glossary: Glossary;
  /** Names without the spaces between their words. */
  readonly #joined = new Map<string, Term[]>();
  readonly #aliases = new Map<string, Term[]>();
  readonly #mentions = new Map<string, Mention[]>();
  readonly #groups = new Map<string, Group>();
  readonly #subjects = new Set<string>();
  readonly #spelling: SpellingIndex<Entry>;
  readonly #near: NearNames<Entry>;
  readonly #completer: Completer;
  readonly #beginnings: Beginnings;

  /** @param others further names of terms, by a name that the glossary has; those of unknown terms are left out. */
  constructor(glossary: Glossary, others: Readonly<Record<string, readonly string[]>> = {}) {
    this.#glossary = glossary;
    for (const term of glossary.terms) {
      add(this.#exact, term.name, term);
      addKeys(this.#names, term.name, term);
      for (const name of [term.name, ...term.aliases]) {
        const joined = joinedKey(name);
        if (joined !== '') add(this.#joined, joined, term);
      }
      for (const alias of term.aliases) addKeys(this.#aliases, alias, term);
    }
    for (const term of glossary.terms) {
      for (const name of otherForms(term.name)) {
        if (!lookUp(this.#names, name) && !lookUp(this.#aliases, name)) addKeys(this.#aliases, name, term);
      }
    }
    for (const [name, said] of Object.entries(others)) {
      const terms = lookUp(this.#names, name) ?? lookUp(this.#aliases, name) ?? [];
      for (const term of terms) for (const other of said) addKeys(this.#aliases, other, term);
    }
    for (const mention of glossary.mentions) addKeys(this.#mentions, mention.name, mention);
    for (const group of glossary.groups) {
      const key = nameKey(group.title);
      if (key !== '' && !this.#groups.has(key)) this.#groups.set(key, group);
    }
    for (const subject of glossary.terms.flatMap(term => term.subjects))
      this.#subjects.add(` ${nameKey(subject)} `);
    const keys = [...this.#names.keys(), ...this.#aliases.keys(), ...this.#mentions.keys()];
    this.longest = Math.max(1, ...keys.map(key => key.split(' ').length));
    this.#beginnings = new Beginnings([...keys, ...this.#joined.keys()].map(key => key.replaceAll(' ', '')));
    const entries = entriesOf(glossary);
    this.#spelling = new SpellingIndex(entries);
    this.#near = new NearNames(entries);
    this.#completer = new Completer(this.#exact.keys());
  }

  /** Exact, normalised, alias, then mention. Null when the text is none of these. */
  find(text: string): Match | null {
    const exact = this.#exact.get(text.trim());
    const named = lookUp(this.#names, text) ?? this.#joined.get(joinedKey(text));
    const aliased = lookUp(this.#aliases, text);
    if (exact || named || aliased) {
      const terms = [...new Set([...(exact ?? []), ...(named ?? []), ...(aliased ?? [])])];
      const via = exact ? 'exact' : named ? 'normalised' : 'alias';
      return { via, confidence: CONFIDENCE[via], terms, mentions: [], name: terms[0]?.name ?? text };
    }
    const mentions = lookUp(this.#mentions, text);
    if (!mentions) return null;
    const terms = [...new Set(mentions.map(mention => mention.term))];
    return {
      via: 'mention',
      confidence: CONFIDENCE.mention,
      terms,
      mentions,
      name: mentions[0]?.name ?? text,
    };
  }

  /** Whether a word is the beginning of what {@link find} knows, of several words or one. */
  mayBegin(word: string): boolean {
    const lower = word.toLowerCase();
    const forms = [lower, nameKey(word), /^\p{L}{2,3}s$/u.test(lower) ? lower.slice(0, -1) : lower];
    return forms.some(form => this.#beginnings.has(form));
  }

  group(text: string): Group | null {
    return this.#groups.get(nameKey(text)) ?? null;
  }

  /** Whether a folder, page, heading or tag above some term is named so, or has these words in its name. */
  isSubject(text: string): boolean {
    if (contentWords(text).length === 0) return false;
    const key = ` ${nameKey(text)} `;
    return this.group(text) !== null || [...this.#subjects].some(subject => subject.includes(key));
  }

  /** Whether some subject is this, or a kind of it: "attacks" for Web Attacks, and not "browsers" for Browser Defences. */
  isKindOfSubject(word: string): boolean {
    const key = ` ${nameKey(word)} `;
    return this.group(word) !== null || [...this.#subjects].some(subject => subject.endsWith(key));
  }

  /** The one name that the text must be a misspelling of, or a part of; null when it is short, unlike any, or like several. */
  correct(text: string): Match | null {
    const key = nameKey(text);
    if (key.replaceAll(' ', '').length <= SHORT) return null;
    const candidates = [...this.#spelling.near(key, editsAllowed(key)), ...this.#spelling.containing(key)];
    const near = this.#near.rank(key, candidates);
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
      if (!parts.every(part => this.#near.isWord(part))) continue;
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
    return strangers.some(word => this.#near.isWord(word) || /\d/.test(word));
  }

  /** Names by what they are made of. */
  get parts(): NameParts {
    this.#parts ??= new NameParts(this.#glossary);
    return this.#parts;
  }

  /** Whether a word stands in some name. */
  isWord(word: string): boolean {
    return this.#near.isWord(nameKey(word));
  }

  /** Names like the text, most alike first, each term once. */
  nearest(text: string, limit: number): Near[] {
    // As spelled as well: "cvvs" may be CVSS, whose S is no plural.
    const keys = [...new Set([nameKey(text), spellingKey(text)])].filter(key => key !== '');
    const found = keys.flatMap(key => this.#near.search(key));
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

  /** Names that start with the text, or have a word that does: for completion. */
  complete(prefix: string, limit: number): string[] {
    return this.#completer.complete(prefix, limit);
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

function otherForms(name: string): string[] {
  return [...otherVersions(name), ...withoutHead(name), ...withoutJoints(name)];
}

/** "The Log4j Vulnerability" is asked for without "the", "Anomaly or Behavior-based Detection" without "or". */
function withoutJoints(name: string): string[] {
  const bare = name.replace(/^the /i, '').replaceAll(/ (?:and|or) /gi, ' ');
  return bare === name || bare.length < SHORTEST_JOINED ? [] : [bare];
}

/** "OAuth 2.0" is asked for as OAuth and OAuth2, "SAMLv2" as SAML; empty when a name has no version. */
function otherVersions(name: string): string[] {
  const [, bare = '', major = ''] = /^(.{3,}?)(?:\s+v?|(?<=\p{L})v)(\d+)(?:\.\d+)*$/u.exec(name) ?? [];
  return bare === '' ? [] : [bare, `${bare}${major}`, `${bare} ${major}`];
}

/** A name with its words joined: "microsegmentation" is Micro-segmentation. "" for short names, which are like others. */
function joinedKey(text: string): string {
  const joined = nameKey(text).replaceAll(' ', '');
  return joined.length < SHORTEST_JOINED ? '' : joined;
}

const SHORTEST_JOINED = 7;

/** "Serverless Architectures" is asked for as serverless: the last word says only what kind of thing it is. */
function withoutHead(name: string): string[] {
  const bare = /^(.{5,}?)[\s-]+(?:architecture|attack|technique|methodology|framework)s?$/i.exec(name)?.[1];
  return bare === undefined || isFunctionWord(bare.toLowerCase()) ? [] : [bare];
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function addKeys<T>(map: Map<string, T[]>, name: string, value: T): void {
  for (const key of new Set([spellingKey(name), nameKey(name)])) if (key !== '') add(map, key, value);
}

/**
 * As spelled first, so that "ids" is IDS; then without plurals, so that "firewalls" is Firewall, and "vms" VM. A
 * capital S is no plural: IDPS is not several IdPs.
 */
function lookUp<T>(map: ReadonlyMap<string, T[]>, text: string): T[] | undefined {
  const found = map.get(spellingKey(text)) ?? map.get(nameKey(text));
  const isPlural = !found && /(?<!\p{L})\p{L}{2,3}s(?!\p{L})/u.test(text);
  return isPlural ? map.get(spellingKey(text.replace(/(?<!\p{L})(\p{L}{2,3})s(?!\p{L})/gu, '$1'))) : found;
}

function entriesOf(glossary: Glossary): Entry[] {
  const entries = new Map<string, { name: string; terms: Set<Term> }>();
  const put = (name: string, term: Term) => {
    const key = nameKey(name);
    const entry = entries.get(key);
    if (entry) entry.terms.add(term);
    else if (key !== '') entries.set(key, { name, terms: new Set([term]) });
  };
  for (const term of glossary.terms) for (const name of [term.name, ...term.aliases]) put(name, term);
  for (const mention of glossary.mentions) put(mention.name, mention.term);
  return [...entries].map(([key, { name, terms }]) => ({ key, name, terms: [...terms] }));
}
