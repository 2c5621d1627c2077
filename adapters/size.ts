import type { Glossary } from '../src/glossary/glossary.ts';

/** How large a glossary is, for the log and for `/readyz`. */
export function sizeOf({ pages, terms, problems }: Glossary) {
  return { pages, terms: terms.length, problems: problems.length };
}
