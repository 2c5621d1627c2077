import type { List, ListItem, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { readInline } from './inline.ts';
import { plain, type Rich } from './rich.ts';

/** A bullet, or any paragraph that has bullets below it. */
export interface Item {
  readonly text: Rich;
  readonly line: number;
  readonly items: readonly Item[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Rich; readonly line: number }
  | { readonly kind: 'item'; readonly item: Item }
  | {
      readonly kind: 'table';
      readonly line: number;
      readonly header: readonly Rich[];
      readonly rows: readonly { readonly cells: readonly Rich[]; readonly line: number }[];
    };

/** A heading with what stands below it, up to the next heading of its level. */
export interface Section {
  /** As written, without markup; empty for what stands above the first heading. */
  readonly heading: string;
  readonly line: number;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Outline {
  /** Raw YAML between the opening `---` lines, or null. */
  readonly frontMatter: { readonly yaml: string; readonly line: number } | null;
  readonly root: Section;
}

/** Quotes nested deeper than anybody reads take the parser minutes; the marks beyond that depth are left out. */
const DEEP_QUOTE = /^((?:[ \t]{0,3}>){16})(?:[ \t]{0,3}>)+/gm;

/** Marks in one run of prose above which emphasis and links are no longer looked for. */
const MOST_MARKS = 800;

/**
 * The text without what would take the parser minutes: quotes nested deeper than anybody reads, and prose that is
 * mostly asterisks or brackets. Lines stay where they are.
 */
function calm(markdown: string): string {
  const lines = withDefinitionLists(closed(withoutMacros(markdown)))
    .replace(DEEP_QUOTE, '$1')
    .split('\n');
  let start = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && !/^\s*(?:$|[|#>]|[-*+] |\d+[.)] )/.test(lines[at] ?? '')) continue;
    const prose = lines.slice(start, at);
    const marks = prose.reduce((sum, line) => sum + (line.match(/[*_[\]]/g)?.length ?? 0), 0);
    if (marks > MOST_MARKS)
      prose.forEach((line, offset) => {
        lines[start + offset] = line.replace(/[*_[\]]/g, '\\$&');
      });
    start = at;
  }
  return lines.join('\n');
}

/** Site generators' tags with what a reader sees of them: {{< glossary_tooltip text="pod" >}}, {{Glossary("x")}}. */
const TAG = /\{\{[<%]?\s*([\w/-]+)([^{}\n]{0,300}?)[>%]?\}\}/g;
/** Tags that stand for a word. Others are instructions. */
const WORD_TAG = /^(?:glossary|glossary_tooltip|glossary-tooltip|tooltip|term|abbr|definition|gloss)$/i;

function withoutMacros(markdown: string): string {
  return markdown.replace(TAG, (tag, name: string, values: string) => {
    if (!WORD_TAG.test(name)) return /^\{\{[<%]/.test(tag) ? '' : tag;
    const named = /\btext\s*=\s*["“']([^"”']+)["”']/.exec(values)?.[1];
    const quoted = [...values.matchAll(/["“']([^"”']+)["”']/g)].map(([, text = '']) => text);
    // Glossary("x", "shown") shows its second word.
    return named ?? (/^\s*\(/.test(values) ? quoted.at(-1) : quoted[0]) ?? '';
  });
}

/** "- **Boom: a pole" was meant to have a bold label. */
function closed(markdown: string): string {
  return markdown.replace(/^(\s*(?:[-*+]|\d+[.)])\s+\*\*)([^*:\n]{1,60})(?=:\s)(?![^\n]*\*\*)/gm, '$1$2**');
}

/** "Term" with ": what it means" in the next line, as some Markdown has it, is a bullet with a bold label. */
function withDefinitionLists(markdown: string): string {
  return markdown.replace(
    /^([^\s#>|:*-][^\n:|]{0,80})\n((?::[ \t]+[^\n]+(?:\n(?=:[ \t]))?)+)/gm,
    (_, term: string, definitions: string) => {
      const [first = '', ...others] = definitions.split('\n').map(line => line.replace(/^:[ \t]+/, ''));
      return [
        '',
        `- **${term.replaceAll('**', '').trim()}**: ${first}`,
        ...others.map(line => `  - ${line}`),
      ].join('\n');
    },
  );
}

interface OpenSection {
  readonly heading: string;
  readonly line: number;
  readonly depth: number;
  readonly blocks: Block[];
  readonly sections: OpenSection[];
}

/**
 * Reads Markdown into nested sections. Any text is Markdown, so this never fails; lines count from 1.
 * A first heading that shares its level with later ones is the page's title, and holds them:
 * wikis often write the title and its sections both as `##`.
 */
export function readOutline(markdown: string): Outline {
  const tree = fromMarkdown(calm(markdown), {
    extensions: [gfmTable(), gfmStrikethrough(), frontmatter(['yaml'])],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      frontmatterFromMarkdown(['yaml']),
    ],
  });
  const root: OpenSection = { heading: '', line: 1, depth: 0, blocks: [], sections: [] };
  const open: OpenSection[] = [root];
  let frontMatter: Outline['frontMatter'] = null;
  let title: OpenSection | null = null;
  /** The page has its title in the front matter, or starts with text: then no heading is the title. */
  let titled = false;

  for (const node of tree.children) {
    if (node.type === 'yaml') {
      frontMatter = { yaml: node.value, line: lineOf(node) };
      titled = /^title\s*:/m.test(node.value);
    } else if (node.type === 'heading') {
      const depth = title !== null && node.depth <= title.depth ? title.depth + 0.5 : node.depth;
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
      const section: OpenSection = {
        heading: plain(readInline(node.children)).replace(/\s+/g, ' ').trim(),
        line: lineOf(node),
        depth,
        blocks: [],
        sections: [],
      };
      (open.at(-1) ?? root).sections.push(section);
      open.push(section);
      if (!titled) title ??= section;
    } else {
      addBlocks((open.at(-1) ?? root).blocks, node);
      if (title === null && root.blocks.length > 0) titled = true;
    }
  }
  return { frontMatter, root };
}

function addBlocks(blocks: Block[], node: RootContent): void {
  if (node.type === 'paragraph') addParagraph(blocks, node.children, lineOf(node));
  else if (node.type === 'blockquote') for (const child of node.children) addBlocks(blocks, child);
  else if (node.type === 'table') blocks.push(readTable(node));
  else if (node.type === 'list') addList(blocks, node);
}

function addParagraph(blocks: Block[], children: readonly PhrasingContent[], line: number): void {
  const text = readInline(children);
  if (plain(text).trim() !== '') blocks.push({ kind: 'paragraph', text, line });
}

/** A list right after a line that ends in a colon belongs to that line: "1. Core functions:" and its bullets. */
function addList(blocks: Block[], list: List): void {
  const items = list.children.map(readItem);
  const last = blocks.at(-1);
  const adopted = last?.kind === 'item' ? adopt(last.item, items) : null;
  if (adopted) {
    blocks[blocks.length - 1] = { kind: 'item', item: adopted };
  } else if (last?.kind === 'paragraph' && endsInColon(last.text) && isLabel(last.text)) {
    blocks[blocks.length - 1] = { kind: 'item', item: { text: last.text, line: last.line, items } };
  } else {
    for (const item of items) blocks.push({ kind: 'item', item });
  }
}

/** Hangs the items below the last line of `item` when that line ends in a colon; null when it does not. */
function adopt(item: Item, items: readonly Item[]): Item | null {
  const last = item.items.at(-1);
  if (!last) return endsInColon(item.text) ? { ...item, items } : null;
  const inner = adopt(last, items);
  return inner && { ...item, items: [...item.items.slice(0, -1), inner] };
}

/** "Here is what to know about it:" introduces a list, "Core functions:" names it. */
function isLabel(text: Rich): boolean {
  return plain(text).trim().split(/\s+/).length <= 5;
}

function endsInColon(text: Rich): boolean {
  return plain(text).trimEnd().endsWith(':');
}

/** The item's first paragraph is its text; everything after it is nested below, further paragraphs too. */
function readItem(node: ListItem): Item {
  const [first, ...rest] = node.children;
  const nested = (first?.type === 'paragraph' ? rest : node.children).flatMap(nestedItems);
  const text = first?.type === 'paragraph' ? readInline(first.children) : [];
  return { text, line: lineOf(node), items: nested };
}

function nestedItems(node: RootContent): Item[] {
  if (node.type === 'list') return node.children.map(readItem);
  if (node.type === 'blockquote') return node.children.flatMap(nestedItems);
  if (node.type === 'paragraph') return [{ text: readInline(node.children), line: lineOf(node), items: [] }];
  return [];
}

function readTable(node: Table): Block {
  const [header, ...rows] = node.children.map(row => ({
    cells: row.children.map(cell => readInline(cell.children)),
    line: lineOf(row),
  }));
  return { kind: 'table', line: lineOf(node), header: header?.cells ?? [], rows };
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
