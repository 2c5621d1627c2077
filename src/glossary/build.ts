import { atOnce } from '../steps.ts';
import { assemble } from './assemble.ts';
import { draftPages } from './draft-pages.ts';
import type { Glossary, Problem } from './glossary.ts';
import type { ReadPage } from './read-page.ts';

/**
 * Makes one glossary of all pages. A page that cannot be read is reported in `problems` and never stops the others;
 * `problems` given are those that reading the files already found.
 */
export function buildGlossary(read: readonly ReadPage[], problems: readonly Problem[] = []): Glossary {
  const hasOne = new Set(read.map(page => page.collection)).size < 2;
  const pages = draftPages(hasOne ? read.map(page => ({ ...page, collection: null })) : read);
  return atOnce(assemble(pages, problems));
}
