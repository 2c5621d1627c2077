import { nameKey } from '../language/normalise.ts';
import { buildComparisons } from './comparisons.ts';
import type { Draft, ParsedPage } from './draft.ts';
import type { Glossary, Group, Problem, Relation, Term } from './glossary.ts';
import { findMentions } from './mentions.ts';
import { readName } from './names.ts';
import type { Section } from './outline.ts';
import { isIndexPage, parsePage } from './parse-page.ts';
import type { ReadPage } from './read-page.ts';
import { TermResolver } from './resolve.ts';

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

  const kept = withoutIndexRepeats(pages);
  const terms = new Map<Draft, Term>();
  for (const { page, drafts } of kept) {
    for (const draft of drafts)
      terms.set(draft, { ...pick(draft), subjects: [...new Set([...draft.subjects, page.title])] });
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

/** Index pages (README, Home) repeat what others explain: their terms count only where no other page has them. */
function withoutIndexRepeats(pages: readonly ParsedPage[]) {
  const elsewhere = new Set(
    pages
      .filter(page => !isIndexPage(page.path))
      .flatMap(page => page.terms)
      .flatMap(keysOf),
  );
  return pages.map(page => ({
    page,
    drafts: isIndexPage(page.path)
      ? page.terms.filter(term => !keysOf(term).some(key => elsewhere.has(key)))
      : page.terms,
  }));
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
  return [whole, ...page.groups.filter(group => group.line !== page.line)].flatMap(group => {
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
