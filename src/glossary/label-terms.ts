import { nameKey } from '../language/normalise.ts';
import { isAside } from './advice.ts';
import type { Draft } from './draft.ts';
import type { Point } from './glossary.ts';
import { headingKind } from './headings.ts';
import { splitLabel } from './labels.ts';
import { codeName } from './marked-terms.ts';
import { isPlainWord, type Named, readName, readNames } from './names.ts';
import type { Item, Section } from './outline.ts';
import { claim, explains, FEWEST_LETTERS, known, namesIn, type Page, start } from './page-terms.ts';
import { firstUnlabelled, pointOf } from './points.ts';
import { OF_MEETINGS, readItem } from './read-items.ts';
import { plain } from './rich.ts';
import { speaksOf } from './term-evidence.ts';
import { readsAsTerm } from './term-words.ts';

/** Labels, folded, that stand in several sections. */
export function repeatedLabels(bySection: readonly (readonly Point[])[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const statements of bySection) {
    const labels = statements.flatMap(({ label }) => (label === null ? [] : nameKey(readName(label).name)));
    for (const key of new Set(labels)) (seen.has(key) ? repeated : seen).add(key);
  }
  return repeated;
}

/** The labels of a section; what it lists by name is a group, unless it is a side of something. */
export function readLabels(section: Section, page: Page): void {
  const { groups } = page.walk;
  const items = section.blocks.flatMap(block => (block.kind === 'item' ? [block.item] : []));
  if (!OF_MEETINGS.test(readName(section.heading).name))
    for (const item of items) readLabel(item, section, section.heading, page, listsParts(section));
  const { name } = readName(section.heading);
  if (name === '' || headingKind(name) || groups.some(({ line }) => line === section.line)) return;
  const labels = items.flatMap(item => splitLabel(item)?.label ?? []);
  const listed = labels.flatMap(label => readNames(label).flatMap(named => known(named, page) ?? []));
  if (listed.length > 1 && listed.length === labels.length)
    groups.push({ title: name, line: section.line, terms: [...new Set(listed)] });
}

/** "ACID is a set of properties": what stands above a list of parts, each of which has a name. */
const ENUMERATES =
  /\b(?:sets?|collection|family|acronym|stands for|consists? of|made (?:up )?of|types|kinds|categories|levels|phases|stages|pillars|principles|properties|roles|parts|components|layers|states)\b/i;
/** Parts at least in such a list. */
const FEWEST_PARTS = 3;

/** Whether a section lists the parts of something, all of them in bold and explained. */
function listsParts({ blocks }: Section): boolean {
  const first = blocks.findIndex(({ kind }) => kind === 'item');
  const above = blocks[first - 1];
  if (above?.kind !== 'paragraph' || !ENUMERATES.test(plain(above.text))) return false;
  const labels = blocks.flatMap(block => (block.kind === 'item' ? [splitLabel(block.item)] : []));
  return (
    labels.length >= FEWEST_PARTS &&
    labels.every(
      label =>
        label?.strong &&
        headingKind(readName(label.label).name) === null &&
        plain(label.text).length >= FEWEST_LETTERS &&
        !isAside(plain(label.text)),
    )
  );
}

/** Lists of reasons and advice: what is labelled there is a term only where the page uses it elsewhere. */
const OF_SIDES = new Set(['Purpose', 'Best Practices']);

/** "- **Rootkit Detection**: It checks …", or with the explanation in bullets below. `above` is the list's heading. */
function readLabel(item: Item, section: Section, above: string, page: Page, isPart = false): void {
  const { walk } = page;
  const labelled = splitLabel(item);
  const point = pointOf(item, section.heading, walk.at);
  const explanation =
    labelled && plain(labelled.text) === '' ? firstUnlabelled(point.points) : { ...point, points: [] };
  if (labelled && explanation && explains(explanation))
    for (const named of isPart
      ? [readName(labelled.label)]
      : namesInLabel(item, labelled.label, above, page)) {
      const said = plain(explanation.text);
      if (isPlainWord(named) && (speaksOf(said, named) || page.repeated.has(nameKey(named.name)))) continue;
      const level = isPlainWord(named) && !isPart ? 'passage' : 'item';
      const draft = start(named, { ...explanation, label: null }, level, page);
      if (draft) readBelow(draft, item, section, page);
    }
  for (const child of item.items) readLabel(child, section, labelled?.label ?? above, page);
}

/** What stands below a label are sides of its term, and terms of their own. */
function readBelow(draft: Draft, { items }: Item, section: Section, page: Page): void {
  const { walk } = page;
  const before = walk.terms.length;
  for (const child of items) readItem(child, { section, owner: draft, walk, found: [] });
  for (const term of walk.terms.slice(before)) claim(term, page);
}

/** A list of tools names each with a capital; a list of sides names what the page uses elsewhere. */
function namesInLabel({ text }: Item, label: string, above: string, page: Page): Named[] {
  const { isUsed } = page.walk;
  const code = codeName(text[0], label);
  if (code !== null) return [code];
  const kind = headingKind(readName(above).name)?.name ?? '';
  if (kind === 'Tools and Platforms' && /^\p{Lu}/u.test(label))
    return [readName(label)].filter(named => readsAsTerm(named, isUsed));
  const names = namesIn(label, page);
  return OF_SIDES.has(kind) ? names.filter(({ name, aliases }) => aliases.length > 0 || isUsed(name)) : names;
}
