import type { Glossary, Mention, Term } from '../glossary/glossary.ts';
import type { Steps } from '../steps.ts';
import { Beginnings } from './beginnings.ts';
import { isFunctionWord } from './function-words.ts';
import { nameKey, spellingKey } from './normalise.ts';

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

/** How sure a match of each kind is, before the rest of the question is weighed. */
export const CONFIDENCE = { exact: 1, normalised: 0.99, alias: 0.97, mention: 0.9 } as const;

/** Further names of terms, by a name that the glossary has. */
export type FurtherNames = Readonly<Record<string, readonly string[]>>;

/** What terms are called: every name, alias and mention, found as people vary the spelling of a name. */
export class SaidNames {
  readonly #exact = new Map<string, Term[]>();
  readonly #names = new Map<string, Term[]>();
  /** Names without the spaces between their words. */
  readonly #joined = new Map<string, Term[]>();
  readonly #aliases = new Map<string, Term[]>();
  readonly #mentions = new Map<string, Mention[]>();
  #longest = 1;
  #beginnings = new Beginnings([]);

  private constructor() {}

  /** @param others those of terms that the glossary lacks are left out. */
  static *of(glossary: Glossary, others: FurtherNames): Steps<SaidNames> {
    const names = new SaidNames();
    yield* names.#addTerms(glossary.terms);
    names.#addFurther(others);
    for (const mention of glossary.mentions) addKeys(names.#mentions, mention.name, mention);
    yield;
    names.#findBeginnings();
    return names;
  }

  *#addTerms(terms: readonly Term[]): Steps<void> {
    for (const term of terms) {
      add(this.#exact, term.name, term);
      addKeys(this.#names, term.name, term);
      for (const name of [term.name, ...term.aliases]) {
        const joined = joinedKey(name);
        if (joined !== '') add(this.#joined, joined, term);
      }
      for (const alias of term.aliases) addKeys(this.#aliases, alias, term);
      yield;
    }
    for (const term of terms) {
      for (const name of otherForms(term.name))
        if (!lookUp(this.#names, name) && !lookUp(this.#aliases, name)) addKeys(this.#aliases, name, term);
      yield;
    }
  }

  #addFurther(others: FurtherNames): void {
    for (const [name, said] of Object.entries(others)) {
      const terms = lookUp(this.#names, name) ?? lookUp(this.#aliases, name) ?? [];
      for (const term of terms) for (const other of said) addKeys(this.#aliases, other, term);
    }
  }

  #findBeginnings(): void {
    const keys = [...this.#names.keys(), ...this.#aliases.keys(), ...this.#mentions.keys()];
    this.#longest = keys.reduce((most, key) => Math.max(most, key.split(' ').length), 1);
    this.#beginnings = new Beginnings([...keys, ...this.#joined.keys()].map(key => key.replaceAll(' ', '')));
  }

  /** Words at most in a name. */
  get longest(): number {
    return this.#longest;
  }

  /** The names of the terms, as they are spelled. */
  get all(): Iterable<string> {
    return this.#exact.keys();
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
