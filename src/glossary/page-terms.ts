import { addDefinition, type Draft, newDraft } from './draft.ts';
import type { Point } from './glossary.ts';
import { isPlainWord, type Named, readName, readNames, termKeys } from './names.ts';
import { plain } from './rich.ts';
import { isProper, saysWhatIs } from './sentence-terms.ts';
import { readsAsTerm } from './term-words.ts';
import type { Walk } from './walk.ts';

/** A page while its further terms are looked for. */
export interface Page {
  readonly walk: Walk;
  /** The page's terms by each of their names, folded. */
  readonly byKey: Map<string, Draft>;
  /** Labels, folded, that stand in several sections: a side that each of them has. */
  readonly repeated: ReadonlySet<string>;
}

export function claim(term: Draft, { byKey }: Page): void {
  for (const key of termKeys(term)) if (!byKey.has(key)) byKey.set(key, term);
}

export function known(named: Named, { byKey }: Page): Draft | null {
  return termKeys(named).flatMap(key => byKey.get(key) ?? [])[0] ?? null;
}

/** Letters at least in what explains something. */
export const FEWEST_LETTERS = 20;

export function explains({ text }: Point): boolean {
  const said = plain(text);
  return said.length >= FEWEST_LETTERS || /^an? \S+ \S/i.test(said);
}

export function namesIn(label: string, page: Page): Named[] {
  return readNames(label).filter(named => readsAsTerm(named, page.walk.isUsed) && isNameLike(named, page));
}

/** A plain word by itself is a name where the page goes on to use it, and is no quality that things have. */
function isNameLike(named: Named, { walk: { isUsed } }: Page): boolean {
  const { name, aliases } = named;
  if (aliases.length > 0 || isProper(name)) return true;
  if (isPlainWord(named)) return isUsed(name) && !QUALITY.test(name);
  return /\p{Lu}/u.test(name);
}

const QUALITY = /(?:ility|ivity|iency|ness|time|ance)$/;

/** A new term, or null where the page has it already; that gets the definition if it has none. */
export function start(named: Named, definition: Point, level: Draft['level'], page: Page): Draft | null {
  const existing = known(named, page);
  if (existing) {
    addDefinition(existing, definition);
    return null;
  }
  const parts = named.name.split('/').map(part => readName(part));
  const isKnown = parts.length > 1 && parts.every(part => known(part, page));
  const reads = level !== 'passage' || readsAsTerm(named, page.walk.isUsed);
  if (isKnown || !(reads || saysWhatIs(plain(definition.text), named))) return null;
  const draft = newDraft(named, definition.place, level);
  addDefinition(draft, { ...definition, label: null });
  page.walk.terms.push(draft);
  claim(draft, page);
  return draft;
}
