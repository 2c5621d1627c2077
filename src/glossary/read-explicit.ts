import { addDefinition, addFacet, type Draft, newDraft } from './draft.ts';
import type { Point } from './glossary.ts';
import type { Item, Section } from './outline.ts';
import { plain, rich, sliceRich, trimRich } from './rich.ts';
import type { Walk } from './walk.ts';

/** The parts of a page that says of itself that its headings are its terms, and what stands below a term beside its sides. */
export const PARTS = {
  terms: 'Terms',
  comparisons: 'Comparisons',
  relations: 'Relations',
  groups: 'Groups',
} as const;
export const ALIASES = 'Aliases';
export const SUBJECTS = 'Subjects';
/** Stands invisibly before a statement that begins in bold: it has no label. */
export const NO_LABEL = '\u2060';

/**
 * Reads a page whose front matter says `terms: headings`, as `secterm export` writes it: nothing is guessed. Below
 * "Terms" each heading is a term's name, its first paragraph the definition, each heading below it a side.
 */
export function readExplicit(root: Section, walk: Walk): void {
  const part = (name: string) =>
    root.sections.filter(({ heading }) => heading === name).flatMap(({ sections }) => sections);
  for (const section of part(PARTS.terms)) walk.terms.push(readTerm(section, walk));
  for (const { heading, line, blocks } of part(PARTS.comparisons))
    for (const block of blocks)
      if (block.kind === 'table')
        walk.tables.push({
          title: heading,
          place: walk.at(line, heading),
          header: block.header,
          rows: block.rows,
          owner: null,
        });
  for (const section of part(PARTS.relations))
    walk.relations.push({
      title: section.heading,
      points: pointsOf(section, walk),
      place: walk.at(section.line, section.heading),
    });
  for (const section of part(PARTS.groups)) {
    const members = itemsOf(section).flatMap(({ text, items }) => {
      const meaning = Number(plain(items[0]?.text ?? rich('1')));
      return walk.terms.filter(({ name }) => name === plain(text))[meaning - 1] ?? [];
    });
    walk.groups.push({ title: section.heading, line: section.line, terms: members });
  }
}

function readTerm(section: Section, walk: Walk): Draft {
  const draft = newDraft(
    { name: section.heading, aliases: [] },
    walk.at(section.line, section.heading),
    'section',
  );
  const first = section.blocks.find(({ kind }) => kind === 'paragraph');
  if (first?.kind === 'paragraph')
    addDefinition(draft, {
      label: null,
      text: first.text,
      place: walk.at(first.line, section.heading),
      points: [],
    });
  // An alias that the definition gives is among those that are listed.
  draft.aliases.length = 0;
  for (const { text, items } of itemsOf(section)) {
    const listed = items.map(item => plain(item.text));
    if (plain(text) === `${ALIASES}:`) draft.aliases.push(...listed);
    if (plain(text) === `${SUBJECTS}:`) draft.subjects.push(...listed);
  }
  for (const child of section.sections) {
    // "Advantages (Benefits)": the side's name, and what the page that it is from calls it.
    const [, name = child.heading, label = name] = /^(.*?) \((.*)\)$/.exec(child.heading) ?? [];
    addFacet(draft, {
      name,
      label,
      points: pointsOf(child, walk),
      place: walk.at(child.line, section.heading),
    });
  }
  return draft;
}

function itemsOf({ blocks }: Section): Item[] {
  return blocks.flatMap(block => (block.kind === 'item' ? [block.item] : []));
}

function pointsOf(section: Section, walk: Walk): Point[] {
  return itemsOf(section).map(item => readPoint(item, section.heading, walk));
}

function readPoint({ text, line, items }: Item, heading: string, walk: Walk): Point {
  const [first, second] = text;
  const isLabelled = first?.style === 'strong' && (second?.text.startsWith(':') ?? false);
  return {
    label: isLabelled ? first.text : null,
    text: isLabelled
      ? trimRich(sliceRich(text, first.text.length + 1))
      : sliceRich(text, plain(text).startsWith(NO_LABEL) ? NO_LABEL.length : 0),
    place: walk.at(line, heading),
    points: items.map(item => readPoint(item, heading, walk)),
  };
}
