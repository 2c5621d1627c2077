import GithubSlugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { PageFile } from '../glossary/glossary.ts';
import { calm } from '../glossary/mend-markdown.ts';
import type { Finding } from './finding.ts';

/** A page's Markdown with what others may link to. */
interface Parsed {
  readonly file: PageFile;
  readonly tree: Root;
  /** The addresses of its headings, without "#". */
  readonly anchors: ReadonlySet<string>;
}

/** What is wrong with the Markdown itself: links that lead nowhere, tables that lose cells, bold text without an end. */
export function checkMarkdown(files: readonly PageFile[]): Finding[] {
  // A path is a place of its own in each data folder.
  const collections = Map.groupBy(files, ({ collection }) => collection);
  return [...collections.values()].flatMap(own => {
    const parsed = own.filter(({ path }) => /\.(?:md|markdown)$/i.test(path)).map(parse);
    const wiki: Wiki = {
      pages: new Map(parsed.map(page => [page.file.path.toLowerCase(), page])),
      paths: new Set(own.map(({ path }) => path.toLowerCase())),
    };
    return parsed.flatMap(page => [...deadLinks(page, wiki), ...brokenTables(page), ...unclosedBold(page)]);
  });
}

interface Wiki {
  /** By path in small letters. */
  readonly pages: ReadonlyMap<string, Parsed>;
  readonly paths: ReadonlySet<string>;
}

function parse(file: PageFile): Parsed {
  const tree = fromMarkdown(calm(file.text), {
    extensions: [gfmTable(), frontmatter(['yaml'])],
    mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (node.type === 'heading') {
      const text = textOf(node);
      const [, own] = /\{#([^}\s]+)\}\s*$/.exec(text) ?? [];
      anchors.add(own?.toLowerCase() ?? slugger.slug(text));
    } else if (node.type === 'html')
      for (const [, name = ''] of node.value.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/g))
        anchors.add(name.toLowerCase());
  }
  return { file, tree, anchors };
}

/** Every node, in the page's order. Quotes may be nested deeper than calls can be. */
function* nodesOf(root: Nodes): Generator<Nodes> {
  const left = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    yield node;
    if ('children' in node) left.push(...node.children.toReversed());
  }
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

function deadLinks(page: Parsed, wiki: Wiki): Finding[] {
  return [...nodesOf(page.tree)].flatMap(node => {
    if (node.type !== 'link' && node.type !== 'definition') return [];
    const wrong = wrongWith(node.url, page, wiki);
    return wrong === null
      ? []
      : [
          {
            page: page.file.path,
            line: lineOf(node),
            severity: 'error',
            rule: 'dead-link',
            message: wrong,
          } as const,
        ];
  });
}

/** What is wrong with an address, or null. Other sites, mail and files that are no pages are not looked at. */
function wrongWith(url: string, page: Parsed, { pages, paths }: Wiki): string | null {
  if (/^[a-z][\w+.-]*:|^\/|^$/i.test(url)) return null;
  const [address = '', anchor = ''] = url.split('#').map(decoded);
  const path = address.split('?')[0] ?? '';
  // Only pages are known: a picture, a LICENSE or a hidden file may be there.
  const isPage = path === '' || /\.(?:md|markdown)$/i.test(path) || !/(?:^|\/)[^/]*\.\w+$/.test(path);
  if (
    !isPage ||
    /(?:^|\/)(?:[A-Z]+|_sidebar\.md|_footer\.md|\.[^./][^/]*|Makefile|Dockerfile)(?:\/|$)/.test(path)
  )
    return null;
  // One page by itself was taken from a wiki whose other pages nobody can see.
  if (path !== '' && paths.size === 1) return null;
  const target = path === '' ? page.file.path : resolved(path, page.file.path);
  if (target === null || path.endsWith('/')) return null;
  const found = ['', '.md', '.markdown', '/readme.md', '/index.md', '/_index.md']
    .map(end => `${target}${end}`)
    .find(one => paths.has(one.toLowerCase()));
  if (found === undefined) {
    const isFolder = [...paths].some(one => one.startsWith(`${target.toLowerCase()}/`));
    return isFolder ? null : `The link to "${url}" leads to no page. Mend its path, or remove the link.`;
  }
  const other = pages.get(found.toLowerCase());
  const wanted = anchor.toLowerCase().replace(/^user-content-/, '');
  if (wanted === '' || !other || other.anchors.has(wanted)) return null;
  const [first = ''] = other.anchors;
  return `The link to "${url}" leads to no heading of ${found}. Use the heading's address, such as "#${first}".`;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A relative path from a page, or null where it leads out of the wiki. */
function resolved(path: string, from: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

function brokenTables({ file, tree }: Parsed): Finding[] {
  const lines = file.text.split('\n');
  const at = { page: file.path, severity: 'error', rule: 'broken-table' } as const;
  const rows = [...nodesOf(tree)].flatMap((node): Finding[] => {
    if (node.type !== 'table') return [];
    const [header, ...others] = node.children;
    const wanted = header?.children.length ?? 0;
    return others.flatMap(row => {
      const count = row.children.length;
      if (count === wanted || count < 2) return [];
      const lost = count > wanted ? '; the last of them have no head' : '';
      const message = `This row has ${count} cells, and the table has ${wanted} columns${lost}. Give it ${wanted}; "\\|" is a bar inside a cell, in code as well.`;
      return [{ ...at, line: lineOf(row), message }];
    });
  });
  const loose = [...nodesOf(tree)].flatMap((node): Finding[] => {
    if (node.type !== 'paragraph') return [];
    const start = lineOf(node);
    const own = lines.slice(start - 1, node.position?.end.line ?? start);
    const bars = own.filter(line => /^\s*\|.*\|\s*$/.test(line)).map(cellsIn);
    if (bars.length < 2 || bars.length < own.length || new Set(bars).size > 1) return [];
    const message =
      'This table lacks the line of dashes below its head, and is read as text. Add "| --- | --- |" there, with as many columns as the head has.';
    return [{ ...at, line: start, message }];
  });
  return [...rows, ...loose];
}

/** How many cells a row has as it is written. */
function cellsIn(line: string): number {
  const bare = line
    .replace(/`[^`]*`/g, '')
    .replace(/\\\|/g, '')
    .trim();
  return bare.replace(/^\|/, '').replace(/\|$/, '').split('|').length;
}

/** Marks of bold that are left in what was parsed: text that was meant to be bold, or to end being so. */
function unclosedBold({ file, tree }: Parsed): Finding[] {
  return [...nodesOf(tree)].flatMap((node): Finding[] => {
    if (
      node.type !== 'text' ||
      !/(?:^|[\s(])\*\*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?:])\*\*(?=[\s.,;:)]|$)/u.test(node.value)
    )
      return [];
    const before = node.value.slice(0, node.value.indexOf('**'));
    const line = lineOf(node) + (before.match(/\n/g)?.length ?? 0);
    const message = 'Bold text is opened with ** or closed without the other. Add the missing **.';
    return [{ page: file.path, line, severity: 'warning', rule: 'unclosed-bold', message }];
  });
}
