import type { ParsedPage } from '../glossary/draft.ts';
import { beginPage, evidenceOf, finishPage, headingKeys } from '../glossary/draft-pages.ts';
import type { PageFile } from '../glossary/glossary.ts';
import { type PackedPage, pack } from '../glossary/pack.ts';
import { type ReadPage, readPage } from '../glossary/read-page.ts';
import type { Evidence } from '../glossary/surroundings.ts';

/** What is found on a page, in this order; each is kept, since the next is found in it. */
export interface Found {
  readonly headings: readonly string[];
  readonly evidence: Evidence;
  readonly page: PackedPage;
}

/** What of the other pages a page is read by, as far as it is known by then. */
export interface Others {
  readonly recurring: ReadonlySet<string>;
  readonly setsTermsApart: boolean;
}

/** Parses pages as far as is asked, each part once. Kept apart, since a run that knows every page does without. */
export class PageParser {
  readonly #read = new Map<PageFile, ReadPage>();
  readonly #begun = new Map<PageFile, ParsedPage>();

  find<K extends keyof Found>(kind: K, file: PageFile, others: Others): Found[K] {
    const find: { [K in keyof Found]: () => Found[K] } = {
      headings: () => headingKeys(this.#outline(file)),
      evidence: () => evidenceOf(this.#parsed(file, others)),
      page: () => pack(finishPage(this.#parsed(file, others), others.setsTermsApart)),
    };
    return find[kind]();
  }

  #outline(file: PageFile): ReadPage {
    const page = this.#read.get(file) ?? readPage(file);
    this.#read.set(file, page);
    return page;
  }

  #parsed(file: PageFile, { recurring }: Others): ParsedPage {
    const page = this.#begun.get(file) ?? beginPage(this.#outline(file), recurring);
    this.#begun.set(file, page);
    this.#read.delete(file);
    return page;
  }
}
