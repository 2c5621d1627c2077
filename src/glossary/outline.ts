import type { List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { htmlBlocks, OPENS_BLOCK } from './html-blocks.ts';
import { readInline } from './inline.ts';
import { readTree } from './markdown-tree.ts';
import { plain, type Rich, trimRich } from './rich.ts';

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
  /** What stands between the opening `---` or `+++` lines, or null. */
  readonly frontMatter: {
    readonly text: string;
    readonly syntax: 'yaml' | 'toml';
    readonly line: number;
  } | null;
  readonly root: Section;
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
  const root: OpenSection = { heading: '', line: 1, depth: 0, blocks: [], sections: [] };
  const open: OpenSection[] = [root];
  let frontMatter: Outline['frontMatter'] = null;
  let title: OpenSection | null = null;
  /** The page has its title in the front matter, or starts with text: then no heading is the title. */
  let titled = false;

  for (const node of readTree(markdown)) {
    const named = node.type === 'paragraph' ? plainHeading(node) : null;
    const meta = frontMatterIn(node);
    if (meta) {
      frontMatter = { ...meta, line: lineOf(node) };
      titled = /^title\s*[:=]/m.test(meta.text);
    } else if (node.type === 'heading' || named !== null) {
      const level = node.type === 'heading' ? node.depth : PLAIN_DEPTH;
      const depth = title !== null && level <= title.depth ? title.depth + 0.5 : level;
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
      const section: OpenSection = {
        heading: (named ?? plain(readInline(node.type === 'heading' ? node.children : [])))
          .replace(/\s+/g, ' ')
          .trim(),
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

/** The types of Markdown's nodes do not know TOML. */
function frontMatterIn(node: { readonly type: string; readonly value?: string }) {
  const { type, value = '' } = node;
  return type === 'yaml' || type === 'toml' ? ({ text: value, syntax: type } as const) : null;
}

/** Below each heading that has marks. */
const PLAIN_DEPTH = 7;

/** "b. What is a gacha?" by itself on a line heads what follows, though it has no marks; null for other text. */
function plainHeading({ children }: Paragraph): string | null {
  const text = plain(readInline(children)).trim();
  return /^[a-z][.)] \p{Lu}[^.!]{2,80}$/u.test(text) && !children.some(({ type }) => type === 'break')
    ? text
    : null;
}

function addBlocks(blocks: Block[], node: RootContent): void {
  if (node.type === 'paragraph') addParagraph(blocks, node.children, lineOf(node));
  else if (node.type === 'blockquote') for (const child of node.children) addBlocks(blocks, child);
  else if (node.type === 'table') blocks.push(readTable(node));
  else if (node.type === 'list') addList(blocks, node);
  else if (node.type === 'html' && OPENS_BLOCK.test(node.value))
    blocks.push(...htmlBlocks(node.value, lineOf(node)));
}

/** Tables of contents, badges and pictures say nothing. */
const NO_TEXT = /^(?:\[?\[?_?TOC_?\]?\]?|\{:?toc\}|\[\[TOC\]\])$/i;

function addParagraph(blocks: Block[], children: readonly PhrasingContent[], line: number): void {
  const text = readInline(children);
  if (plain(text).trim() === '' || NO_TEXT.test(plain(text).trim()) || children.every(isPicture)) return;
  const [last] = blocks.slice(-1);
  const below = { text, line, items: [] };
  if (last?.kind === 'paragraph' && isBold(last.text))
    blocks[blocks.length - 1] = { kind: 'item', item: { text: last.text, line: last.line, items: [below] } };
  else if (isBoldLabel(children, text))
    blocks.push({ kind: 'item', item: labelled(children, line) ?? below });
  else blocks.push({ kind: 'paragraph', text, line });
}

function isPicture(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type === 'link') return node.children.length > 0 && node.children.every(isPicture);
  return (
    node.type === 'image' || node.type === 'imageReference' || node.type === 'html' || node.type === 'break'
  );
}

/** Words at most in a bold line that is a label. */
const MOST_BOLD_WORDS = 8;

function isBold(text: Rich): boolean {
  const all = plain(text).trim();
  return (
    text.every(span => span.style === 'strong') &&
    all.split(/\s+/).length <= MOST_BOLD_WORDS &&
    !/[.!?]$/.test(all)
  );
}

/** "**KYC**: checks …" and "**Issuer** – the bank …" are labels as they are in a bullet. */
function isBoldLabel(children: readonly PhrasingContent[], text: Rich): boolean {
  const [first, second] = children;
  if (first?.type !== 'strong' || second === undefined) return false;
  const tail = plain(text).slice(text[0]?.text.length ?? 0);
  const isShort = (text[0]?.text ?? '').split(/\s+/).length <= MOST_BOLD_WORDS;
  const isApart = second.type === 'break' || (second.type === 'text' && /^[ \t]*\n/.test(second.value));
  return (
    isShort &&
    (isApart || /:\s*$/.test(text[0]?.text ?? '') || /^\s*(?:\([^()]*\)\s*)?(?::\s|[–—-]\s|=\s|→)/.test(tail))
  );
}

/** A bold first line with its explanation in the next: an item with the rest below; null where they share a line. */
function labelled([first, second, ...rest]: readonly PhrasingContent[], line: number): Item | null {
  if (first === undefined || second === undefined) return null;
  const isBreak = second.type === 'break';
  if (!isBreak && !(second.type === 'text' && /^[ \t]*\n/.test(second.value))) return null;
  const below = readInline([...(isBreak ? [] : [second]), ...rest]);
  return { text: readInline([first]), line, items: [{ text: trimRich(below), line: line + 1, items: [] }] };
}

/** A list right after a line that ends in a colon belongs to that line: "1. Core functions:" and its bullets. */
function addList(blocks: Block[], list: List): void {
  const items = list.children.map(readItem);
  const last = blocks.at(-1);
  const adopted = last?.kind === 'item' ? adopt(last.item, items) : null;
  if (adopted) {
    blocks[blocks.length - 1] = { kind: 'item', item: adopted };
  } else if (
    last?.kind === 'paragraph' &&
    ((endsInColon(last.text) && isLabel(last.text)) || isBold(last.text))
  ) {
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
