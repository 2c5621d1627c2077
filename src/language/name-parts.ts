import type { Glossary, Term } from '../glossary/glossary.ts';
import type { Steps } from '../steps.ts';
import { contentWords } from './function-words.ts';
import { addTo } from './multi-map.ts';
import { nameKey, words } from './normalise.ts';
import type { Match } from './said-names.ts';
import { stemOf } from './stem.ts';

/** How sure a term is whose name was said in another form, and one of whose name only a word was said. */
const REWORDED = 0.97;
const PARTIAL = 0.85;
/** Letters at least in a name that is recognised in another form. */
const SHORTEST_INFLECTED = 7;
/** Terms that make a kind. */
const FEWEST_OF_KIND = 2;

/** The names of a glossary by what they are made of: for what people say in other words than the name's. */
export class NameParts {
  /** By the stems of the words, in order. */
  readonly #stems = new Map<string, Term[]>();
  /** By the stems of the words that carry meaning, in any order. */
  readonly #bags = new Map<string, Term[]>();
  readonly #inBags = new Set<string>();
  /** By the first and by the last word. */
  readonly #ends = new Map<string, Term[]>();
  /** By the first word: what follows it. */
  readonly #remainders = new Map<string, Set<string>>();
  /** How many names end with some words, and have others before them. */
  readonly #endings = new Map<string, number>();
  readonly #names = new Set<string>();

  private constructor() {}

  static *of({ terms }: Glossary): Steps<NameParts> {
    const parts = new NameParts();
    for (const term of terms) {
      for (const name of [term.name, ...term.aliases]) parts.#addForms(name, term);
      parts.#addParts(term);
      yield;
    }
    return parts;
  }

  #addForms(name: string, term: Term): void {
    this.#names.add(nameKey(name));
    addTo(this.#stems, stemKey(name), term);
    const stems = contentWords(name).map(stemOf);
    if (stems.length < 2) return;
    for (const stem of stems) this.#inBags.add(stem);
    addTo(this.#bags, bagKey(stems), term);
  }

  #addParts(term: Term): void {
    const [first = '', ...rest] = nameKey(term.name).split(' ');
    const last = rest.at(-1);
    if (last === undefined) return;
    for (const word of new Set([first, last])) addTo(this.#ends, word, term);
    this.#remainders.set(first, (this.#remainders.get(first) ?? new Set()).add(rest.join(' ')));
    for (let at = 0; at < rest.length; at += 1) {
      const ending = rest.slice(at).join(' ');
      this.#endings.set(ending, (this.#endings.get(ending) ?? 0) + 1);
    }
  }

  /** The term whose name is another form of the text: "interning" for Intern. Null where that is none, or several. */
  inflected(text: string): Match | null {
    const isShort = nameKey(text).replaceAll(' ', '').length < SHORTEST_INFLECTED;
    return isShort ? null : only(this.#stems.get(stemKey(text)), 'normalised', REWORDED);
  }

  /**
   * The term whose name has the words of the text in any order and form: "rotating secrets" for Secret Rotation, "tokens
   * for canary" for Canary Token. Null where fewer than two words carry meaning, or several terms have them. Unless it
   * may inflect, the last word is one of the name: "containers secure" says something of containers, and Container
   * Security is a thing.
   */
  reworded(text: string, { mayInflect }: { readonly mayInflect: boolean }): Match | null {
    const stems = contentWords(text).map(stemOf);
    if (stems.length < 2 || new Set(stems).size < stems.length) return null;
    if (stems.some(stem => !this.#inBags.has(stem))) return null;
    const match = only(this.#bags.get(bagKey(stems)), 'normalised', REWORDED);
    if (!match || mayInflect) return match;
    const last = nameKey(words(text).at(-1) ?? '');
    const names = match.terms.flatMap(({ name, aliases }) => [name, ...aliases]);
    return names.some(name => nameKey(name).split(' ').includes(last)) ? match : null;
  }

  /** Whether a word, in some form, stands in a name of several. */
  isInName(word: string): boolean {
    return this.#inBags.has(stemOf(word.toLowerCase()));
  }

  /** The one term whose name begins or ends with a word: "samesite" for SameSite Cookie Flag. Null where several do. */
  partial(word: string): Match | null {
    return only(this.#ends.get(nameKey(word)), 'fuzzy', PARTIAL);
  }

  /** What follows a word in the names that begin with it, folded: "encryption" for "symmetric". */
  remainders(word: string): ReadonlySet<string> {
    return this.#remainders.get(nameKey(word)) ?? new Set();
  }

  /** Whether several terms are called so and something before it: "cookie flags", of which there are three. */
  isKind(text: string): boolean {
    const key = nameKey(text);
    return !this.#names.has(key) && (this.#endings.get(key) ?? 0) >= FEWEST_OF_KIND;
  }
}

/** A match for terms that share one name; null for none, and for terms of several names. */
function only(terms: readonly Term[] | undefined, via: Match['via'], confidence: number): Match | null {
  const [term] = terms ?? [];
  if (!term || terms?.some(({ name }) => name !== term.name)) return null;
  return { via, confidence, terms: [...new Set(terms)], mentions: [], name: term.name };
}

function stemKey(text: string): string {
  return words(text).map(stemOf).join(' ');
}

function bagKey(stems: readonly string[]): string {
  return [...new Set(stems)].sort().join(' ');
}
