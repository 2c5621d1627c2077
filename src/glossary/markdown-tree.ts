import type { Root, RootContent } from 'mdast';
import { definitions } from 'mdast-util-definitions';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';
import { isClosed, OPENS_BLOCK } from './html-blocks.ts';
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
  // Looking through the whole tree takes time, and most pages give each address where it is used.
  return withHtmlWhole(ADDRESS_BELOW.test(text) ? withAddresses(tree) : tree, text);
}

/** Markdown ends HTML at the first empty line; a table or list goes on to where it is closed. */
function withHtmlWhole({ children }: Root, text: string): RootContent[] {
  const whole: RootContent[] = [];
  let end = 0;
  for (const [at, node] of children.entries()) {
    if (at < end) continue;
    const [, name] = node.type === 'html' ? (OPENS_BLOCK.exec(node.value) ?? []) : [];
    const from = node.position?.start.offset ?? 0;
    const upTo = (other: RootContent) => text.slice(from, other.position?.end.offset);
    const last =
      name === undefined
        ? at
        : children.findIndex((other, index) => index >= at && isClosed(upTo(other), name));
    const closing = children[last];
    if (node.type === 'html' && closing && last > at) whole.push({ ...node, value: upTo(closing) });
    else whole.push(node);
    end = Math.max(at, last) + 1;
  }
  return whole;
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
