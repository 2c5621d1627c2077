import type { Entry } from './entries.ts';
import { lineOfKey, type PageFacts, readFrontMatter } from './front-matter.ts';
import type { Fault, PageFile } from './glossary.ts';
import { type Block, type Item, readOutline, type Section } from './outline.ts';
import { readCsv } from './read-csv.ts';
import { readRecords } from './read-records.ts';
import { restoreMarkdown } from './rendered-text.ts';

/** A page read into sections, entries and front matter: all that finding its terms needs. Plain data. */
export interface ReadPage {
  readonly path: string;
  /** Name of the data folder; null when it need not be told apart from others. */
  readonly collection: string | null;
  readonly root: Section;
  /** The terms of a file that is a list of them; null for a page of prose. */
  readonly entries: readonly Entry[] | null;
  readonly facts: PageFacts;
  /** Line of the front matter's title, else of its start, counted from 1; 1 when there is none. */
  readonly frontMatterLine: number;
  readonly faults: readonly Fault[];
}

const EMPTY: Section = { heading: '', line: 1, blocks: [], sections: [] };

/**
 * Reads one page, by what its name ends in. Any text is Markdown; what cannot be used of it is named in `faults`, and a
 * page that cannot be read at all has nothing else.
 */
export function readPage(file: PageFile): ReadPage {
  try {
    return read(file);
  } catch (error) {
    const reason = error instanceof RangeError ? 'its lists or quotes are nested too deep' : String(error);
    const message = `Cannot read this page: ${reason}. Simplify its Markdown.`;
    return { ...read({ ...file, text: '' }), entries: [], faults: [{ line: 1, message }] };
  }
}

function read({ path, collection, text }: PageFile): ReadPage {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  const list = extension === 'csv' ? readCsv(text) : isRecords(extension) ? readRecords(text) : null;
  if (list) {
    const { facts } = readFrontMatter(null);
    return {
      path,
      collection,
      root: EMPTY,
      entries: list.entries,
      facts,
      frontMatterLine: 1,
      faults: list.faults,
    };
  }
  const isRendered = extension === 'txt' && !MARKDOWN.test(text);
  return { path, collection, entries: null, ...(isRendered ? readRendered(text) : readMarkdown(text)) };
}

function isRecords(extension: string | undefined): boolean {
  return extension === 'yml' || extension === 'yaml' || extension === 'json';
}

/** A heading, a bold label or a table's second line: what the text of a page has no longer. */
const MARKDOWN = /^#{1,6} \S|^[ \t]*[-*] \*\*|^\|?[ \t]*:?-{3,}:?[ \t]*\|[^\n]*\n\|/m;

type Read = Pick<ReadPage, 'root' | 'facts' | 'frontMatterLine' | 'faults'>;

function readMarkdown(text: string): Read {
  const { root, frontMatter } = readOutline(text);
  const { facts, faults } = readFrontMatter(frontMatter);
  const titleLine = frontMatter && lineOfKey('title', frontMatter);
  return { root, facts, frontMatterLine: titleLine ?? frontMatter?.line ?? 1, faults };
}

function readRendered(text: string): Read {
  const { markdown, lines } = restoreMarkdown(text);
  const { root, ...others } = readMarkdown(markdown);
  return { ...others, root: withLines(root, line => lines[line - 1] ?? line) };
}

/** The section with each of its lines put through a function. */
function withLines(section: Section, lineOf: (line: number) => number): Section {
  const ofItem = (item: Item): Item => ({ ...item, line: lineOf(item.line), items: item.items.map(ofItem) });
  const ofBlock = (block: Block): Block => {
    if (block.kind === 'item') return { ...block, item: ofItem(block.item) };
    if (block.kind === 'paragraph') return { ...block, line: lineOf(block.line) };
    return {
      ...block,
      line: lineOf(block.line),
      rows: block.rows.map(row => ({ ...row, line: lineOf(row.line) })),
    };
  };
  return {
    heading: section.heading,
    line: lineOf(section.line),
    blocks: section.blocks.map(ofBlock),
    sections: section.sections.map(child => withLines(child, lineOf)),
  };
}
