import { nameKey } from '../language/normalise.ts';
import type { PageDrafts, ParsedPage } from './draft.ts';
import { readFurtherTerms } from './further-terms.ts';
import { isIndexPage } from './index-page.ts';
import { readName } from './names.ts';
import type { Section } from './outline.ts';
import { pack, unpack } from './pack.ts';
import { parsePage } from './parse-page.ts';
import type { ReadPage } from './read-page.ts';
import { plain } from './rich.ts';
import { areGlossary, type Evidence, recurringHeadings } from './surroundings.ts';
import { opensWithName } from './term-evidence.ts';

/**
 * Finds the terms of all pages. How a page is read depends on the others in two things alone: which headings stand on
 * many pages, and whether the pages are written as a glossary.
 */
export function draftPages(read: readonly ReadPage[]): PageDrafts[] {
  const recurring = recurringHeadings(read.map(headingKeys));
  const pages = read.map(page => beginPage(page, recurring));
  const setsTermsApart = areGlossary(pages.map(evidenceOf));
  // As they come from the cache and from other processes.
  return pages.map(page => unpack(pack(finishPage(page, setsTermsApart)), page.collection));
}

/** The names of a page's headings, folded, each once. */
export function headingKeys({ root }: ReadPage): string[] {
  return [...new Set(root.sections.flatMap(keysBelow))];
}

function keysBelow(section: Section): string[] {
  return [nameKey(readName(section.heading).name), ...section.sections.flatMap(keysBelow)];
}

/** Finds what a page's layout sets apart. A page that cannot be read has no terms, and a problem that says so. */
export function beginPage(read: ReadPage, recurring: ReadonlySet<string>): ParsedPage {
  try {
    return parsePage(read, recurring);
  } catch (error) {
    const message = explainBug(error);
    const nothing = { ...read, root: { heading: '', line: 1, blocks: [], sections: [] }, entries: [] };
    return { ...parsePage(nothing, recurring), problems: [{ page: read.path, line: 1, message }] };
  }
}

function explainBug(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Cannot read this page: ${reason}. Simplify its Markdown, or report it as a bug.`;
}

/** What a page adds to whether all of them are a glossary. */
export function evidenceOf({ terms }: ParsedPage): Evidence {
  const defined = terms.filter(({ definition }) => definition !== null);
  const opening = defined.filter(term => {
    const text = plain(term.definition?.text ?? []);
    return opensWithName(text, term) || /^an? /i.test(text);
  });
  return { defined: defined.length, opening: opening.length };
}

/** Finds what a page explains besides. */
export function finishPage(
  { root, walk, isProse, ...page }: ParsedPage,
  setsTermsApart: boolean,
): PageDrafts {
  if (!isProse) return page;
  try {
    readFurtherTerms(root, walk, { setsTermsApart });
  } catch (error) {
    // What its layout sets apart is there already.
    return {
      ...page,
      problems: [...page.problems, { page: page.path, line: 1, message: explainBug(error) }],
    };
  }
  const { title, line, path, terms, problems } = page;
  if (terms.length > 0 || isIndexPage(path)) return page;
  const message = `Cannot read term "${title}": the page has no text that explains it. Write a paragraph below the title.`;
  return { ...page, problems: [...problems, { page: path, line, kind: 'no-definition', message }] };
}
