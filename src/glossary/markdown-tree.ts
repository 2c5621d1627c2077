import type { Nodes, Root, RootContent } from 'mdast';
import { definitions } from 'mdast-util-definitions';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';
import { DEEPEST, OPENS_BLOCK, openedBy } from './html-blocks.ts';
import { calm, mendMarkdown } from './mend-markdown.ts';

/** The parts of a page in their order, with lists and tables in HTML in one piece, and links by their addresses. */
export function readTree(markdown: string): RootContent[] {
  const text = calm(mendMarkdown(markdown));
  const tree = fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough(), frontmatter(['yaml', 'toml'])],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      frontmatterFromMarkdown(['yaml', 'toml']),
    ],
  });
  if (MAY_BE_DEEP.test(text)) refuseDeep(tree);
  // Looking through the whole tree takes time, and most pages give each address where it is used.
  return withHtmlWhole(ADDRESS_BELOW.test(text) ? withAddresses(tree) : tree, text);
}

/** Indented further than any list needs, or many marks in one line. */
const MAY_BE_DEEP = /^[ \t]{60,}\S|^(?:[ \t]{0,8}(?:[-*+>]|\d{1,9}[.)])){30}/m;

/** @throws {RangeError} */
function refuseDeep(tree: Root): void {
  const waiting: [node: Nodes, depth: number][] = [[tree, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next;
    // A list and its item are a level each.
    if (depth > 2 * DEEPEST) throw new RangeError('Nested too deep.');
    if ('children' in node) for (const child of node.children) waiting.push([child, depth + 1]);
  }
}

/** Markdown ends HTML at the first empty line; a table or list in nothing but HTML goes on to where it is closed. */
function withHtmlWhole({ children }: Root, text: string): RootContent[] {
  const whole: RootContent[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at];
    if (node === undefined) break;
    const last = node.type === 'html' ? endOf(at, children, text) : at;
    const [from, to] = [node.position?.start.offset, children[last]?.position?.end.offset];
    whole.push(node.type === 'html' && last > at ? { ...node, value: text.slice(from, to) } : node);
    at = last;
  }
  return whole;
}

/** Parts of a page at most that one table or list in HTML goes over. */
const MOST_PARTS = 1000;

/** Which part closes the table or list that one part opens; itself where it opens none, or none closes it. */
function endOf(start: number, children: readonly RootContent[], text: string): number {
  const first = children[start];
  const [, name] = first?.type === 'html' ? (OPENS_BLOCK.exec(first.value) ?? []) : [];
  if (
    name === undefined ||
    text.lastIndexOf(`</${name.toLowerCase()}`) < (first?.position?.start.offset ?? 0)
  )
    return start;
  let open = 0;
  for (let at = start; at < Math.min(children.length, start + MOST_PARTS); at += 1) {
    const part = children[at];
    // Markdown between the tags is read as that.
    if (part?.type !== 'html') return start;
    open += openedBy(part.value, name);
    if (open <= 0) return at;
  }
  return start;
}

const ADDRESS_BELOW = /^[ \t>]*\[[^\]\n]+\]:/m;

/** "[Release app][]" with the address that the page gives below. */
function withAddresses(tree: Root): Root {
  const urlOf = definitions(tree);
  visit(tree, 'linkReference', (node, index, parent) => {
    const definition = urlOf(node.identifier);
    if (parent && index !== undefined && definition)
      parent.children[index] = { type: 'link', url: definition.url, children: node.children };
  });
  return tree;
}
