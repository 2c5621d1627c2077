import { nameKey } from '../language/normalise.ts';
import { buildComparisons } from './comparisons.ts';
import { addAlias, addFacet, type Draft, type ParsedPage } from './draft.ts';
import { readFurtherTerms } from './further-terms.ts';
import type { Glossary, Group, Problem, Relation, Term } from './glossary.ts';
import { findMentions } from './mentions.ts';
import { readName } from './names.ts';
import type { Section } from './outline.ts';
import { isIndexPage, parsePage } from './parse-page.ts';
import type { ReadPage } from './read-page.ts';
import { TermResolver } from './resolve.ts';
import { plain } from './rich.ts';
import { opensWithName } from './term-evidence.ts';

/** A heading that stands on this many pages is a side that each of them has ("Problem it addresses"), not a term. */
const PAGES_THAT_MAKE_A_HEADING_RECUR = 4;

/**
 * Makes one glossary of all pages. A page that cannot be read is reported in `problems` and never stops the others;
 * `problems` given are those that reading the files already found.
 */
export function buildGlossary(read: readonly ReadPage[], problems: readonly Problem[] = []): Glossary {
  const hasOne = new Set(read.map(page => page.collection)).size < 2;
  const recurring = recurringHeadings(read);
  const found: Problem[] = [...problems];
  const pages = read.flatMap(page => {
    try {
      return [parsePage(hasOne ? { ...page, collection: null } : page, recurring)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      found.push({
        page: page.path,
        line: 1,
        message: `Cannot read this page: ${reason}. Simplify its Markdown, or report it as a bug.`,
      });
      return [];
    }
  });
  found.push(...pages.flatMap(page => page.problems));
  const setsTermsApart = isGlossary(pages);
  for (const page of pages) readFurtherTerms(page.root, page.walk, { setsTermsApart });

  const kept = withoutPassing(withoutIndexRepeats(withoutPointers(pages)));
  const terms = new Map<Draft, Term>();
  for (const { page, drafts } of kept) {
    for (const draft of drafts)
      terms.set(draft, {
        ...pick(draft),
        subjects: [...new Set([...page.subjects, ...draft.subjects, page.title])].filter(
          subject => subject !== '',
        ),
      });
  }
  const resolver = new TermResolver([...terms.values()]);
  const comparisons = kept.flatMap(({ page }) => buildComparisons(page, terms, resolver));
  const all = [...terms.values()];
  return {
    terms: [
      ...all,
      ...comparisons
        .flatMap(table => table.subjects)
        .filter((term, index, list) => !all.includes(term) && list.indexOf(term) === index),
    ],
    comparisons,
    relations: kept.flatMap(({ page }) => page.relations.flatMap(draft => relation(draft, resolver))),
    mentions: findMentions(all),
    groups: kept.flatMap(({ page, drafts }) => groupsOf(page, drafts, terms)),
    pages: pages.length,
    problems: found,
  };
}

/** Part of the terms whose definition begins with their name where pages were written as a glossary, and least terms. */
const OPENS_WITH_NAME = 0.75;
const FEWEST_TERMS = 5;

/** Whether the pages set each of their terms apart with a sentence that defines it, so that labels name sides alone. */
function isGlossary(pages: readonly ParsedPage[]): boolean {
  const defined = pages.flatMap(({ terms }) => terms.filter(({ definition }) => definition !== null));
  const opening = defined.filter(term => {
    const text = plain(term.definition?.text ?? []);
    return opensWithName(text, term) || /^an? /i.test(text);
  });
  return defined.length >= FEWEST_TERMS && opening.length >= OPENS_WITH_NAME * defined.length;
}

function pick(draft: Draft): Omit<Term, 'subjects'> {
  const { name, aliases, definition, facets, place } = draft;
  return { name, aliases, definition, facets, place };
}

function recurringHeadings(pages: readonly ReadPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.root.sections.flatMap(headingKeys)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([, count]) => count >= PAGES_THAT_MAKE_A_HEADING_RECUR).map(([key]) => key),
  );
}

function headingKeys(section: Section): string[] {
  return [nameKey(readName(section.heading).name), ...section.sections.flatMap(headingKeys)];
}

/** "See Signal.", and nothing else: another name for what it points at. */
const POINTER = /^see(?: also)?:?\s+(?:the )?["“']?([^."”';()]{2,60}?)["”']?\s*\.?$/i;

function withoutPointers(pages: readonly ParsedPage[]): ParsedPage[] {
  const all = pages.flatMap(({ terms }) => terms);
  const byKey = new Map<string, Draft>();
  for (const draft of all) for (const key of keysOf(draft)) if (!byKey.has(key)) byKey.set(key, draft);
  const pointed = new Map(
    all.flatMap(draft => {
      const text = draft.facets.length === 0 ? plain(draft.definition?.text ?? []).trim() : '';
      const target = POINTER.exec(text)?.[1];
      const home = target === undefined ? undefined : byKey.get(nameKey(readName(target).name));
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
    if (home) for (const name of [draft.name, ...draft.aliases]) addAlias(home, name);
  return pages.map(page => ({ ...page, terms: page.terms.filter(draft => !ends.get(draft)) }));
}

/** Index pages (README, Home) repeat what others explain: their terms are terms only where no other page has them. */
function withoutIndexRepeats(pages: readonly ParsedPage[]) {
  const elsewhere = new Map<string, Draft>();
  for (const draft of pages.filter(page => !isIndexPage(page.path)).flatMap(page => page.terms))
    for (const key of keysOf(draft)) if (!elsewhere.has(key)) elsewhere.set(key, draft);
  return pages.map(page => ({
    page,
    drafts: page.terms.filter(draft => {
      const home = isIndexPage(page.path) && keysOf(draft).flatMap(key => elsewhere.get(key) ?? [])[0];
      if (home) addElsewhere(home, draft);
      return !home;
    }),
  }));
}

/**
 * What only a sentence explains is a term where no page sets it apart, and once; other pages' sentences are quoted
 * beside it, as what is said elsewhere.
 */
function withoutPassing(kept: ReturnType<typeof withoutIndexRepeats>) {
  const homes = new Map<string, Draft>();
  const claim = (draft: Draft) => {
    for (const key of keysOf(draft)) if (!homes.has(key)) homes.set(key, draft);
  };
  const isPassing = ({ level }: Draft) => level === 'passage';
  for (const draft of kept.flatMap(({ drafts }) => drafts)) if (!isPassing(draft)) claim(draft);
  return kept.map(({ page, drafts }) => ({
    page,
    drafts: drafts.filter(draft => {
      if (!isPassing(draft)) return true;
      const home = keysOf(draft).flatMap(key => homes.get(key) ?? [])[0];
      if (home) addElsewhere(home, draft);
      else claim(draft);
      return !home;
    }),
  }));
}

/** Pages whose sentences are quoted beside a term. */
const MOST_ELSEWHERE = 6;

function addElsewhere(home: Draft, { definition }: Draft): void {
  const name = 'Elsewhere';
  const count = home.facets.find(facet => facet.name === name)?.points.length ?? 0;
  if (definition && count < MOST_ELSEWHERE)
    addFacet(home, { name, label: name, points: [definition], place: definition.place });
}

function keysOf(draft: Draft): string[] {
  return [draft.name, ...draft.aliases].map(nameKey);
}

function relation(draft: ParsedPage['relations'][number], resolver: TermResolver): Relation[] {
  const terms = resolver.allIn(draft.title, draft.place);
  return terms.length >= 2 ? [{ ...draft, terms }] : [];
}

function groupsOf(page: ParsedPage, drafts: readonly Draft[], terms: ReadonlyMap<Draft, Term>): Group[] {
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
