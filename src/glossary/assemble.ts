import type { Steps } from '../steps.ts';
import { buildComparisons } from './comparisons.ts';
import { addAlias, addElsewhere, type Draft, type DraftRelation, type PageDrafts } from './draft.ts';
import type { Glossary, Group, Problem, Relation, Term } from './glossary.ts';
import { isIndexPage } from './index-page.ts';
import { findMentions } from './mentions.ts';
import { readName, termKey, termKeys } from './names.ts';
import { TermResolver } from './resolve.ts';
import { plain } from './rich.ts';

/**
 * Makes one glossary of what was found on each page; the drafts are left as they are.
 * @param problems those that reading the files already found.
 */
export function* assemble(pages: readonly PageDrafts[], problems: readonly Problem[] = []): Steps<Glossary> {
  const changed: Changed = new Map();
  const meant = withoutPointers(pages, changed);
  yield;
  const said = withoutIndexRepeats(meant, changed);
  yield;
  const kept = withoutPassing(said, changed);
  yield;
  const terms = new Map<Draft, Term>();
  for (const { page, drafts } of kept) {
    for (const draft of drafts) terms.set(draft, termOf(changed.get(draft) ?? draft, page));
    yield;
  }
  const all = [...terms.values()];
  const resolver = new TermResolver(all);
  yield;
  const comparisons = kept.flatMap(({ page }) => buildComparisons(page, terms, resolver));
  const known = new Set(all);
  const unexplained = comparisons.flatMap(table => table.subjects).filter(term => !known.has(term));
  yield;
  return {
    terms: [...all, ...new Set(unexplained)],
    comparisons,
    relations: kept.flatMap(({ page }) => page.relations.flatMap(draft => relation(draft, resolver))),
    mentions: yield* findMentions(all),
    groups: kept.flatMap(({ page, drafts }) => groupsOf(page, drafts, terms)),
    pages: pages.length,
    problems: [...problems, ...pages.flatMap(page => page.problems)],
  };
}

/** Drafts that gained something from other pages, by those that they were made of. */
type Changed = Map<Draft, Draft>;

function toChange(draft: Draft, changed: Changed): Draft {
  const copy = changed.get(draft) ?? { ...draft, aliases: [...draft.aliases], facets: [...draft.facets] };
  changed.set(draft, copy);
  return copy;
}

function termOf(draft: Draft, page: PageDrafts): Term {
  const { name, aliases, definition, facets, place } = draft;
  const subjects = new Set([...page.subjects, ...draft.subjects, page.title]);
  return {
    name,
    aliases,
    definition,
    facets,
    place,
    subjects: [...subjects].filter(subject => subject !== ''),
    owner: page.owner,
    lang: page.lang,
  };
}

/** "See Signal.", and nothing else: another name for what it points at. */
const POINTER = /^see(?: also)?:?\s+(?:the )?["“']?([^."”';()]{2,60}?)["”']?\s*\.?$/i;

function withoutPointers(pages: readonly PageDrafts[], changed: Changed): PageDrafts[] {
  const all = pages.flatMap(({ terms }) => terms);
  const byKey = new Map<string, Draft>();
  for (const draft of all) for (const key of termKeys(draft)) if (!byKey.has(key)) byKey.set(key, draft);
  const pointed = new Map(
    all.flatMap(draft => {
      const text = draft.facets.length === 0 ? plain(draft.definition?.text ?? []).trim() : '';
      const target = POINTER.exec(text)?.[1];
      const home = target === undefined ? undefined : byKey.get(termKey(readName(target).name));
      return home && home !== draft ? [[draft, home] as const] : [];
    }),
  );
  /** What a pointer leads to in the end; null where pointers go round in a circle. */
  const endOf = (draft: Draft): Draft | null => {
    const seen = new Set<Draft>();
    let at: Draft | undefined = draft;
    while (at && pointed.has(at)) {
      if (seen.has(at)) return null;
      seen.add(at);
      at = pointed.get(at);
    }
    return at ?? null;
  };
  const ends = new Map([...pointed.keys()].map(draft => [draft, endOf(draft)] as const));
  for (const [draft, home] of ends)
    if (home) for (const name of [draft.name, ...draft.aliases]) addAlias(toChange(home, changed), name);
  return pages.map(page => ({ ...page, terms: page.terms.filter(draft => !ends.get(draft)) }));
}

/** A page with those of its drafts that are terms. */
interface Kept {
  readonly page: PageDrafts;
  readonly drafts: readonly Draft[];
}

/** Index pages (README, Home) repeat what others explain: their terms are terms only where no other page has them. */
function withoutIndexRepeats(pages: readonly PageDrafts[], changed: Changed): Kept[] {
  const elsewhere = new Map<string, Draft>();
  for (const draft of pages.filter(page => !isIndexPage(page.path)).flatMap(page => page.terms))
    for (const key of termKeys(draft)) if (!elsewhere.has(key)) elsewhere.set(key, draft);
  return pages.map(page => ({
    page,
    drafts: page.terms.filter(draft => {
      const home = isIndexPage(page.path) && termKeys(draft).flatMap(key => elsewhere.get(key) ?? [])[0];
      if (home) quoteBeside(toChange(home, changed), draft);
      return !home;
    }),
  }));
}

/**
 * What only a sentence explains is a term where no page sets it apart, and once; other pages' sentences are quoted
 * beside it, as what is said elsewhere.
 */
function withoutPassing(kept: readonly Kept[], changed: Changed): Kept[] {
  const homes = new Map<string, Draft>();
  const claim = (draft: Draft) => {
    for (const key of termKeys(changed.get(draft) ?? draft)) if (!homes.has(key)) homes.set(key, draft);
  };
  const isPassing = ({ level }: Draft) => level === 'passage';
  for (const draft of kept.flatMap(({ drafts }) => drafts)) if (!isPassing(draft)) claim(draft);
  return kept.map(({ page, drafts }) => ({
    page,
    drafts: drafts.filter(draft => {
      if (!isPassing(draft)) return true;
      const home = termKeys(draft).flatMap(key => homes.get(key) ?? [])[0];
      if (home) quoteBeside(toChange(home, changed), draft);
      else claim(draft);
      return !home;
    }),
  }));
}

/** Keeps what another page says of a term beside what its own says: its definition, then what else it states. */
function quoteBeside(home: Draft, { definition, facets }: Draft): void {
  addElsewhere(home, definition);
  const stated = facets.filter(({ name }) => name === 'Elsewhere' || name === 'Details');
  for (const point of stated.flatMap(({ points }) => points)) addElsewhere(home, point);
}

function relation(draft: DraftRelation, resolver: TermResolver): Relation[] {
  const terms = resolver.allIn(draft.title, draft.place);
  return terms.length >= 2 ? [{ ...draft, terms }] : [];
}

function groupsOf(page: PageDrafts, drafts: readonly Draft[], terms: ReadonlyMap<Draft, Term>): Group[] {
  const whole = { title: page.title, line: page.line, terms: drafts };
  const all = [whole, ...page.groups.filter(group => group.line !== page.line)];
  return all
    .filter(({ title }) => title !== '')
    .flatMap(group => {
      const members = group.terms.flatMap(draft => terms.get(draft) ?? []);
      const place = {
        page: page.path,
        section: group === whole ? null : group.title,
        line: group.line,
        collection: page.collection,
        url: page.url,
      };
      return members.length >= 2 ? [{ title: group.title, terms: members, place }] : [];
    });
}
