import { type DefaultTreeAdapterTypes as Dom, parseFragment } from 'parse5';
import { controlled, merged, safeAddress } from './inline.ts';
import type { Block, Item } from './outline.ts';
import { type Rich, type Span, span, trimRich } from './rich.ts';

/** Levels of lists, quotes or elements in each other above which a page is refused: all that follows would walk it. */
export const DEEPEST = 100;

/** What HTML begins that is read as Markdown's tables and lists are. */
export const OPENS_BLOCK = /^\s*<(table|ul|ol|dl)\b/i;

/** How many more beginnings of an element some HTML has than ends. */
export function openedBy(html: string, name: string): number {
  const count = (pattern: string) => html.match(new RegExp(pattern, 'gi'))?.length ?? 0;
  return count(`<${name}\\b`) - count(`</${name}\\s*>`);
}

/**
 * Reads the tables and lists of some HTML, as wikis write where Markdown's cells hold too little.
 * @param line of the page on which it begins.
 */
export function htmlBlocks(html: string, line: number): Block[] {
  const root = parseFragment(html, { sourceCodeLocationInfo: true });
  const lineOf = (node: Dom.Element) => line - 1 + (node.sourceCodeLocation?.startLine ?? 1);
  return elementsIn(root).flatMap((element): Block[] => {
    if (element.tagName === 'table') return tableOf(element, lineOf);
    if (element.tagName === 'dl') return definitionsOf(element, lineOf);
    return itemsOf(element, lineOf).map(item => ({ kind: 'item', item }));
  });
}

type LineOf = (node: Dom.Element) => number;

function elementsIn(node: Dom.ParentNode): Dom.Element[] {
  return node.childNodes.filter((child): child is Dom.Element => 'tagName' in child);
}

/** Elements of some names, but for those within one of them. */
function descendants(node: Dom.ParentNode, names: readonly string[], depth = 0): Dom.Element[] {
  if (depth > DEEPEST) throw new RangeError('Nested too deep.');
  return elementsIn(node).flatMap(child =>
    names.includes(child.tagName) ? [child] : descendants(child, names, depth + 1),
  );
}

function tableOf(table: Dom.Element, lineOf: LineOf): Block[] {
  const [header, ...rows] = descendants(table, ['tr']).map(row => ({
    cells: descendants(row, ['th', 'td']).map(cell => textOf(cell)),
    line: lineOf(row),
  }));
  return header && rows.length > 0
    ? [{ kind: 'table', line: lineOf(table), header: header.cells, rows }]
    : [];
}

function itemsOf(list: Dom.Element, lineOf: LineOf, depth = 0): Item[] {
  if (depth > DEEPEST) throw new RangeError('Nested too deep.');
  return descendants(list, ['li']).map(item => ({
    text: textOf(item, LISTS),
    line: lineOf(item),
    items: descendants(item, LISTS).flatMap(inner => itemsOf(inner, lineOf, depth + 1)),
  }));
}

const LISTS = ['ul', 'ol'];

/** Each term with what stands below it. */
function definitionsOf(list: Dom.Element, lineOf: LineOf): Block[] {
  const items: { text: Rich; line: number; items: Item[] }[] = [];
  for (const part of descendants(list, ['dt', 'dd'])) {
    const own = { text: textOf(part), line: lineOf(part), items: [] };
    if (part.tagName === 'dt')
      items.push({ ...own, text: own.text.map(piece => ({ ...piece, style: 'strong' })) });
    else items.at(-1)?.items.push(own);
  }
  return items.map(item => ({ kind: 'item', item }));
}

const STYLES: Readonly<Record<string, Span['style']>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  code: 'code',
};
/** What begins on a line of its own. */
const APART = new Set('p div br ul ol tr h1 h2 h3 h4 h5 h6 blockquote pre'.split(' '));

/** What is no text, whatever stands in it. */
const UNSEEN = ['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'title'];

/** The text of an element, its bullets after each other. @param without elements whose text is left out. */
function textOf(element: Dom.Element, without: readonly string[] = []): Rich {
  const spans: Span[] = [];
  collect(element, { style: 'plain', href: null }, { spans, without: [...without, ...UNSEEN] }, 0);
  return trimRich(merged(spans.map(piece => ({ ...piece, text: controlled(piece.text) }))));
}

interface Collected {
  readonly spans: Span[];
  readonly without: readonly string[];
}

function collect(node: Dom.ParentNode, look: Omit<Span, 'text'>, into: Collected, depth: number): void {
  if (depth > DEEPEST) throw new RangeError('Nested too deep.');
  for (const child of node.childNodes) {
    if ('value' in child) into.spans.push({ text: child.value, ...look });
    if (!('tagName' in child) || into.without.includes(child.tagName)) continue;
    if (child.tagName === 'li') endBullet(into.spans);
    else if (APART.has(child.tagName)) into.spans.push(span(' '));
    const href = child.attrs.find(({ name }) => name === 'href')?.value;
    const own = {
      style: STYLES[child.tagName] ?? look.style,
      href: href === undefined ? look.href : safeAddress(href),
    };
    collect(child, own, into, depth + 1);
  }
}

/** What stands between one bullet and the next. */
function endBullet(spans: Span[]): void {
  while (spans.at(-1)?.text.trim() === '') spans.pop();
  const last = spans.pop();
  if (last)
    spans.push({ ...last, text: last.text.trimEnd() }, span(/[.;:!?]\s*$/.test(last.text) ? ' ' : '; '));
}
