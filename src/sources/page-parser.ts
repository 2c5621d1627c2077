import type { ParsedPage } from '../glossary/draft.ts';
import { beginPage, evidenceOf, finishPage, headingKeys } from '../glossary/draft-pages.ts';
import type { PageFile } from '../glossary/glossary.ts';
import { type PackedPage, pack } from '../glossary/pack.ts';
import { type ReadPage, readPage } from '../glossary/read-page.ts';
import type { Evidence } from '../glossary/surroundings.ts';

/** Parses pages as far as is asked, each part once. Kept apart, since a run that knows every page does without. */
export interface PageParser {
  headings(file: PageFile): readonly string[];
  evidence(file: PageFile, recurring: ReadonlySet<string>): Evidence;
  page(file: PageFile, recurring: ReadonlySet<string>, setsTermsApart: boolean): PackedPage;
}

export function createPageParser(): PageParser {
  const read = new Map<PageFile, ReadPage>();
  const begun = new Map<PageFile, ParsedPage>();
  const outline = (file: PageFile) => {
    const page = read.get(file) ?? readPage(file);
    read.set(file, page);
    return page;
  };
  const parsed = (file: PageFile, recurring: ReadonlySet<string>) => {
    const page = begun.get(file) ?? beginPage(outline(file), recurring);
    begun.set(file, page);
    return page;
  };
  return {
    headings: file => headingKeys(outline(file)),
    evidence: (file, recurring) => evidenceOf(parsed(file, recurring)),
    page: (file, recurring, setsTermsApart) => pack(finishPage(parsed(file, recurring), setsTermsApart)),
  };
}
