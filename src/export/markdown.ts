import type { BlockContent, ListItem, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Glossary, Point, Term } from '../glossary/glossary.ts';
import { ALIASES, NO_LABEL, PARTS, SUBJECTS } from '../glossary/read-explicit.ts';
import { type Rich, rich } from '../glossary/rich.ts';
import { inlineNodes, tableNode } from './nodes.ts';

const HEAD = '---\ntitle: Glossary\nterms: headings\n---\n\n';

/** The glossary as one page that gives the same glossary when it is read again; lines and pages are then its own. */
export function exportMarkdown({ terms, comparisons, relations, groups }: Glossary): string {
  const children: RootContent[] = [
    heading(1, rich(PARTS.terms)),
    ...terms.flatMap(termOf),
    ...(comparisons.length > 0 ? [heading(1, rich(PARTS.comparisons))] : []),
    ...comparisons.flatMap(({ title, subjects, rows }): RootContent[] => [
      heading(2, rich(title)),
      tableNode([
        [rich('Aspect'), ...subjects.map(({ name }) => rich(name))],
        ...rows.map(({ label, cells }) => [rich(label), ...cells]),
      ]),
    ]),
    ...(relations.length > 0 ? [heading(1, rich(PARTS.relations))] : []),
    ...relations.flatMap(({ title, points }) => [heading(2, rich(title)), ...listOf(points.map(itemOf))]),
    ...(groups.length > 0 ? [heading(1, rich(PARTS.groups))] : []),
    ...groups.flatMap(({ title, terms: members }) => [
      heading(2, rich(title)),
      ...listOf(members.map(member => textItem(rich(member.name), meaningOf(member, terms)))),
    ]),
  ];
  return (
    HEAD +
    toMarkdown(
      { type: 'root', children },
      { extensions: [gfmTableToMarkdown()], bullet: '-', listItemIndent: 'one' },
    )
  );
}

/** Which of the terms of its name a member of a group is; nothing for the first. */
function meaningOf(member: Term, terms: readonly Term[]): ListItem[] {
  const at = terms.filter(({ name }) => name === member.name).indexOf(member);
  return at > 0 ? [textItem(rich(String(at + 1)))] : [];
}

function termOf({ name, aliases, definition, facets, subjects }: Term): RootContent[] {
  const names = (label: string, listed: readonly string[]) =>
    listed.length > 0
      ? [
          textItem(
            rich(`${label}:`),
            listed.map(one => textItem(rich(one))),
          ),
        ]
      : [];
  return [
    heading(2, rich(name)),
    // A list after a paragraph that ends in a colon would be part of it.
    ...listOf([...names(ALIASES, aliases), ...names(SUBJECTS, subjects)]),
    ...(definition ? [paragraph(definition.text)] : []),
    ...facets.flatMap(facet => [
      heading(3, rich(facet.name === facet.label ? facet.name : `${facet.name} (${facet.label})`)),
      ...listOf(facet.points.map(itemOf)),
    ]),
  ];
}

function itemOf({ label, text, points }: Point): ListItem {
  // Bold text at the beginning of a statement is no label.
  const bare = text[0]?.style === 'strong' ? [...rich(NO_LABEL), ...text] : text;
  const labelled = (name: string): Rich => [
    { text: name, style: 'strong', href: null },
    ...rich(': '),
    ...text,
  ];
  return textItem(label === null ? bare : labelled(label), points.map(itemOf));
}

function textItem(text: Rich, below: readonly ListItem[] = []): ListItem {
  const children: BlockContent[] = [paragraph(text), ...listOf(below)];
  return { type: 'listItem', spread: false, children };
}

function listOf(children: readonly ListItem[]): BlockContent[] {
  return children.length > 0
    ? [{ type: 'list', ordered: false, spread: false, children: [...children] }]
    : [];
}

function heading(depth: 1 | 2 | 3, text: Rich): RootContent {
  return { type: 'heading', depth, children: inlineNodes(text) };
}

function paragraph(text: Rich): BlockContent {
  return { type: 'paragraph', children: inlineNodes(text) };
}
