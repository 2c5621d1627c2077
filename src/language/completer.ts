import type { Steps } from '../steps.ts';
import { firstFrom } from './beginnings.ts';
import { spellingKey } from './normalise.ts';

/** What is completed to: a name, and what else it is called. */
export interface Completable {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A name, or another one for it, from the beginning of one of its words. */
interface Start {
  readonly text: string;
  readonly name: string;
  /** 0 at the beginning of the name or of another one for it. */
  readonly rank: 0 | 1;
  /** The name's place in the alphabet. */
  readonly place: number;
}

/** Completes what somebody types to names that begin with it, or that have a word which does; "waf" to what is called so. */
export class Completer {
  readonly #names: readonly string[];
  /** In the order of their texts. */
  readonly #starts: readonly Start[];

  private constructor(names: readonly string[], starts: readonly Start[]) {
    this.#names = names;
    this.#starts = starts;
  }

  static *of(completables: Iterable<Completable>): Steps<Completer> {
    const aliasesOf = new Map<string, string[]>();
    for (const { name, aliases } of completables)
      aliasesOf.set(name, [...(aliasesOf.get(name) ?? []), ...aliases]);
    const keyed = [...aliasesOf].map(([name, aliases]) => ({ name, aliases, key: spellingKey(name) }));
    yield;
    keyed.sort((a, b) => byText(a.key, b.key) || byText(a.name, b.name));
    const starts: Start[] = [];
    for (const [place, { name, aliases, key }] of keyed.entries()) {
      for (const said of new Set([key, ...aliases.map(spellingKey)]))
        for (const [at, text] of startsOf(said).entries())
          starts.push({ text, name, rank: at === 0 ? 0 : 1, place });
      yield;
    }
    starts.sort((a, b) => byText(a.text, b.text));
    return new Completer(
      keyed.map(({ name }) => name),
      starts,
    );
  }

  /** At most so many names, those that begin so first, each in the order of the alphabet; all begin with nothing. */
  complete(prefix: string, limit: number): string[] {
    const wanted = spellingKey(prefix);
    if (wanted === '') return this.#names.slice(0, limit);
    const found: Start[] = [];
    for (
      let at = firstFrom(wanted, this.#starts, ({ text }) => text);
      this.#starts[at]?.text.startsWith(wanted);
      at += 1
    ) {
      const start = this.#starts[at];
      if (start !== undefined) found.push(start);
    }
    // What is called exactly so comes first.
    const isWhole = ({ text, rank }: Start) => (rank === 0 && text === wanted ? 0 : 1);
    found.sort((a, b) => isWhole(a) - isWhole(b) || a.rank - b.rank || a.place - b.place);
    return [...new Set(found.map(({ name }) => name))].slice(0, limit);
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The text from each of its words on. */
function startsOf(key: string): string[] {
  return [...key.matchAll(/(?:^| )(?=\S)/g)].map(({ index }) => key.slice(index).trimStart());
}
