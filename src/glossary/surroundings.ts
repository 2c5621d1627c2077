/** A heading that stands on this many pages is a side that each of them has ("Problem it addresses"), not a term. */
const PAGES_THAT_MAKE_A_HEADING_RECUR = 4;

/** @param pages the heading keys of each page. */
export function recurringHeadings(pages: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const keys of pages) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= PAGES_THAT_MAKE_A_HEADING_RECUR).map(([key]) => key),
  );
}

/** How many of a page's terms have a definition, and how many of those begin as in a glossary. */
export interface Evidence {
  readonly defined: number;
  readonly opening: number;
}

/** Part of the terms whose definition begins with their name where pages were written as a glossary, and least terms. */
const OPENS_WITH_NAME = 0.75;
const FEWEST_TERMS = 5;

/** Whether the pages set each of their terms apart with a sentence that defines it, so that labels name sides alone. */
export function areGlossary(pages: readonly Evidence[]): boolean {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const defined = sum(pages.map(page => page.defined));
  return defined >= FEWEST_TERMS && sum(pages.map(page => page.opening)) >= OPENS_WITH_NAME * defined;
}
