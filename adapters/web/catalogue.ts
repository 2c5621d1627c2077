import GithubSlugger from 'github-slugger';
import type { Bot } from '../../src/bot.ts';
import type { Glossary, Place, Term } from '../../src/glossary/glossary.ts';
import { capitalised } from '../../src/language/capitalised.ts';
import { nameKey } from '../../src/language/normalise.ts';
import { oncePer } from '../../src/language/once-per.ts';
import { safe } from '../../src/replies/safe.ts';

/** Some terms under a title, at an address. */
export interface Shelf {
  readonly title: string;
  readonly address: string;
  readonly terms: readonly Term[];
}

/** A page of the wiki. */
export interface WikiPage extends Shelf {
  readonly collection: string | null;
  /** As places name it. */
  readonly path: string;
}

/** Everything that has an address, in the order in which it is shown. */
export interface Catalogue {
  readonly glossary: Glossary;
  /** From A to Z. */
  readonly terms: readonly Term[];
  /** By the letter that their names begin with; what begins with none is under "#". */
  readonly letters: readonly Shelf[];
  readonly subjects: readonly Shelf[];
  readonly pages: readonly WikiPage[];
  addressOf(term: Term): string;
  /** Null for an address that no term has. */
  termAt(address: string): Term | null;
  pageAddress(place: Pick<Place, 'collection' | 'page'>): string;
  /** Other terms of its name. */
  namesakesOf(term: Term): readonly Term[];
  /** Whether some term is called so. */
  isTerm(name: string): boolean;
}

/** Made once for each bot. */
export const catalogueOf = oncePer((bot: Bot): Catalogue => {
  const { glossary } = bot;
  const terms = [...glossary.terms].sort((a, b) => COLLATOR.compare(a.name, b.name));
  const termSlug = slugger('/t/');
  const addresses = new Map(terms.map(term => [term, termSlug(term.name)]));
  const byAddress = new Map([...addresses].map(([term, address]) => [address, term]));
  const byName = Map.groupBy(terms, ({ name }) => nameKey(name));
  const called = new Set(terms.flatMap(({ name, aliases }) => [name, ...aliases].map(nameKey)));
  const subjectSlug = slugger('/s/');
  const { answer } = bot.hear({ text: 'list', heardAs: 'command', after: [] });
  const subjects = answer.kind === 'list' ? answer.subjects : [];
  return {
    glossary,
    terms,
    letters: shelvesBy(
      terms,
      letterOf,
      letter => `/terms/${letter === NO_LETTER ? 'other' : encodeURIComponent(letter.toLowerCase())}`,
    ),
    subjects: subjects.map(({ title, terms: on }) => ({
      // It comes from a folder's name, which is mostly written small.
      title: capitalised(safe(title)),
      terms: on,
      address: subjectSlug(title),
    })),
    pages: pagesOf(glossary.terms),
    addressOf: term => addresses.get(term) ?? '/terms',
    termAt: address => byAddress.get(address) ?? null,
    pageAddress,
    namesakesOf: term => (byName.get(nameKey(term.name)) ?? []).filter(one => one !== term),
    isTerm: name => called.has(nameKey(name)),
  };
});

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const NO_LETTER = '#';

function letterOf({ name }: Term): string {
  const [first = ''] = nameKey(name).normalize('NFD');
  return /\p{L}/u.test(first) ? first.toUpperCase() : NO_LETTER;
}

function shelvesBy(
  terms: readonly Term[],
  keyOf: (term: Term) => string,
  addressOf: (key: string) => string,
): Shelf[] {
  const shelves = Map.groupBy(terms, keyOf);
  return [...shelves]
    .map(([title, on]) => ({ title, terms: on, address: addressOf(title) }))
    .sort((a, b) => COLLATOR.compare(a.title, b.title));
}

function pagesOf(terms: readonly Term[]): WikiPage[] {
  const byAddress = Map.groupBy(terms, ({ place }) => pageAddress(place));
  return [...byAddress].flatMap(([address, on]) => {
    const [first] = on;
    if (first === undefined) return [];
    const { collection, page: path } = first.place;
    return [
      {
        title: safe(collection === null ? path : `${collection}: ${path}`),
        collection,
        path,
        address,
        terms: on,
      },
    ];
  });
}

function pageAddress({ collection, page }: Pick<Place, 'collection' | 'page'>): string {
  const segments = [...(collection === null ? [] : [collection]), ...page.split('/')];
  return `/p/${segments.map(encodeURIComponent).join('/')}`;
}

/** Characters of an address's last part, of up to four bytes each; file systems take 255 bytes of a name. */
const LONGEST_SLUG = 40;

/** What Windows takes for devices, whatever follows a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Gives each name an address of its own, in the order in which they are asked for. */
function slugger(prefix: string): (name: string) => string {
  const slugs = new GithubSlugger();
  return name => {
    // Cut between characters, for half of one cannot be written in an address.
    const short = [...name.toWellFormed()].slice(0, LONGEST_SLUG).join('').trim();
    const isSayable = /[\p{L}\p{N}]/u.test(short) && !RESERVED.test(short);
    return `${prefix}${encodeURIComponent(slugs.slug(isSayable ? short : `term ${short}`))}`;
  };
}
