import { type PageFacts, readFrontMatter } from './front-matter.ts';
import type { PageFile } from './glossary.ts';
import { readOutline, type Section } from './outline.ts';

/** A page's Markdown, read into sections and front matter: all that finding its terms needs. Plain data. */
export interface ReadPage {
  readonly path: string;
  /** Name of the data folder; null when it need not be told apart from others. */
  readonly collection: string | null;
  readonly root: Section;
  readonly facts: PageFacts;
  /** Line of the front matter's title, else of its start, counted from 1; 1 when there is none. */
  readonly frontMatterLine: number;
  /** What is wrong with the front matter, or null. */
  readonly problem: string | null;
}

/** Reads one page. Any text is Markdown; what cannot be used of the front matter is named in `problem`. */
export function readPage({ path, collection, text }: PageFile): ReadPage {
  const { root, frontMatter } = readOutline(text);
  const { facts, problem } = readFrontMatter(frontMatter);
  const titleLine = frontMatter?.yaml.split('\n').findIndex(line => /^title\s*:/.test(line)) ?? -1;
  const frontMatterLine = (frontMatter?.line ?? 1) + titleLine + 1;
  return {
    path,
    collection,
    root,
    facts,
    frontMatterLine: titleLine < 0 ? (frontMatter?.line ?? 1) : frontMatterLine,
    problem,
  };
}
