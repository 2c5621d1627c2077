import { nameKey } from '../language/normalise.ts';
import type { Place, Term } from './glossary.ts';
import { type Named, readName } from './names.ts';

/** The page that names something. */
type Home = Pick<Place, 'page' | 'collection'>;

/** Finds the terms that a page names, its own before those of other pages. */
export class TermResolver {
  readonly #byKey = new Map<string, Term[]>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const key of new Set([term.name, ...term.aliases].map(nameKey))) {
        if (key === '') continue;
        const list = this.#byKey.get(key);
        if (list) list.push(term);
        else this.#byKey.set(key, [term]);
      }
    }
  }

  /** The term that a heading or cell names, null when there is none. */
  one(text: string, at: Home): Term | null {
    return this.named(readName(text), at);
  }

  named(named: Named, at: Home): Term | null {
    const found = [named.name, ...named.aliases].flatMap(name => this.#byKey.get(nameKey(name)) ?? []);
    const here = found.filter(({ place }) => place.page === at.page && place.collection === at.collection);
    // "Side-Channel Attack" and "Side-Channel Attacks" may both be terms of a page.
    return here.find(({ name }) => name === named.name) ?? here[0] ?? found[0] ?? null;
  }

  /** Every term named in a title such as "Clusters of containers on VMs", in order, longest names first. */
  allIn(title: string, home: Home): Term[] {
    const words = title.split(/[\s,:;()/&+]+/).filter(word => word !== '');
    const terms: Term[] = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(6, words.length - at);
      let term: Term | null = null;
      for (; length > 0 && !term; length -= 1)
        term = this.named({ name: words.slice(at, at + length).join(' '), aliases: [] }, home);
      if (term && !terms.includes(term)) terms.push(term);
      at += Math.max(1, term ? length + 1 : 1);
    }
    return terms;
  }
}
