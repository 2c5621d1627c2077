import { check } from '../src/check/check.ts';
import type { Finding } from '../src/check/finding.ts';
import { buildGlossary } from '../src/glossary/build.ts';
import { readPage } from '../src/glossary/read-page.ts';
import { type Folder, readFolder } from '../src/sources/folder.ts';

/** What was found in some folders, and how much was looked at. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** How many pages, and how many terms are on them. */
  readonly pages: number;
  readonly terms: number;
}

/** Reads all pages of some folders and looks for what is wrong with them. */
export async function checkFolders(folders: readonly Folder[]): Promise<Checked> {
  const contents = await Promise.all(folders.map(readFolder));
  const files = contents.flatMap(content => content.pages);
  const pages = files.map(readPage);
  const problems = contents.flatMap(content => content.problems);
  const glossary = buildGlossary(pages);
  const findings = check({ files, pages, problems, glossary });
  return { findings, pages: pages.length, terms: glossary.terms.length };
}
