import { nameKey } from '../language/normalise.ts';
import { advises, isAside } from './advice.ts';
import { namedInPassing } from './asides.ts';
import { addDefinition, addElsewhere, addFacet, type Draft, newDraft } from './draft.ts';
import type { Point } from './glossary.ts';
import { headingKind } from './headings.ts';
import { splitLabel } from './labels.ts';
import { type Marked, markedIn } from './marked-terms.ts';
import { looksLikeName, type Named, readName, readNames, termKeys } from './names.ts';
import type { Item, Section } from './outline.ts';
import { everySection, statementsOf } from './page-text.ts';
import { firstUnlabelled, pointOf } from './points.ts';
import { OF_MEETINGS, readItem } from './read-items.ts';
import { plain, sliceRich, trimRich } from './rich.ts';
import {
  calledIn,
  isProper,
  laterSentences,
  plainSubjectsOf,
  saysWhatIs,
  stressedIn,
  subjectsOf,
  writtenOut,
} from './sentence-terms.ts';
import { definingParagraph, opensWithName, speaksOf } from './term-evidence.ts';
import { beginsAsNoName, objectOfTask, readsAsTerm } from './term-words.ts';
import type { Walk } from './walk.ts';

/**
 * Finds what a page explains beside the terms that its layout sets apart, once those are known: labels with their own
 * explanation ("**Token Hijacking**: Stealing …"), headings with text below them, sentences that define ("YARA is a
 * tool …"), and abbreviations that are written out ("DRM (Digital Rights Management)").
 * @param setsTermsApart whether the pages are a glossary already: then only abbreviations are looked for.
 */
export function readFurtherTerms(
  root: Section,
  walk: Walk,
  { setsTermsApart }: { readonly setsTermsApart: boolean },
): void {
  const sections = [...everySection(root)];
  const bySection = sections.map(section => statementsOf(section, walk.at));
  const statements = bySection.flat();
  const page: Page = { walk, byKey: new Map(), repeated: repeatedLabels(bySection) };
  for (const term of walk.terms) claim(term, page);
  if (!setsTermsApart) readApart(sections, statements, page);
  for (const statement of statements)
    for (const named of writtenOut(`${statement.label ?? ''} ${plain(statement.text)}`.trimStart()))
      start(named, statement, 'passage', page);
  if (!setsTermsApart) readStressed(statements, page);
}

/** Names that a statement gives in passing: in quotes after "called", in bold or slanted letters. */
function readStressed(statements: readonly Point[], page: Page): void {
  for (const statement of statements) {
    const text = plain(statement.text);
    for (const named of [...calledIn(text), ...namedInPassing(text)])
      start(named, statement, 'passage', page);
    for (const { named, as, from, to } of markedIn(statement.text))
      if (isMarkedName(named, as, page))
        start(named, { ...statement, text: trimRich(sliceRich(statement.text, from, to)) }, 'item', page);
    for (const { named, from, to } of stressedIn(statement.text))
      if (isStressedName(named, page) && !advises(text.slice(from)))
        start(named, { ...statement, text: trimRich(sliceRich(statement.text, from, to)) }, 'passage', page);
  }
}

function readApart(sections: readonly Section[], statements: readonly Point[], page: Page): void {
  for (const section of sections.slice(1)) readHeading(section, page);
  for (const section of sections) readLabels(section, page);
  const headings = sections.map(({ heading }) => heading);
  for (const statement of statements) {
    const text = plain(statement.text);
    const above = readName(statement.place.section ?? '');
    const endsAbove = ({ name }: Named) => nameKey(above.name).endsWith(` ${nameKey(name)}`);
    // "A whisk is …" below "Balloon Whisk" defines that.
    const isAbove = (named: Named) => isPlainWord(named) && endsAbove(named) && known(above, page) !== null;
    for (const named of subjectsOf(text, headings)) if (!isAbove(named)) define(named, statement, page);
    for (const from of laterSentences(text))
      for (const named of plainSubjectsOf(text.slice(from), headings))
        start(named, { ...statement, text: sliceRich(statement.text, from) }, 'passage', page);
  }
}

function isMarkedName(named: Named, as: Marked['as'], { walk: { isUsed } }: Page): boolean {
  return as === 'name' || (readsAsTerm(named, isUsed) && (as === 'link' || isUsed(named.name)));
}

/** Stress makes a name of words that the page goes on to use, unless they are a single plain one. */
function isStressedName({ name }: Named, { walk: { isUsed } }: Page): boolean {
  return (/[\s-]/.test(name) || isProper(name)) && isUsed(name);
}

interface Page {
  readonly walk: Walk;
  /** The page's terms by each of their names, folded. */
  readonly byKey: Map<string, Draft>;
  /** Labels, folded, that stand in several sections: a side that each of them has. */
  readonly repeated: ReadonlySet<string>;
}

function repeatedLabels(bySection: readonly (readonly Point[])[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const statements of bySection) {
    const labels = statements.flatMap(({ label }) => (label === null ? [] : nameKey(readName(label).name)));
    for (const key of new Set(labels)) (seen.has(key) ? repeated : seen).add(key);
  }
  return repeated;
}

function claim(term: Draft, { byKey }: Page): void {
  for (const key of termKeys(term)) if (!byKey.has(key)) byKey.set(key, term);
}

function known(named: Named, { byKey }: Page): Draft | null {
  return termKeys(named).flatMap(key => byKey.get(key) ?? [])[0] ?? null;
}

/** A heading that reads as a name, with an explanation of its own. */
function readHeading(section: Section, page: Page): void {
  const { walk } = page;
  const named = readName(section.heading);
  const first = definingParagraph(section, named) ?? section.blocks[0];
  if (!first || first.kind === 'table' || walk.recurring.has(nameKey(named.name))) return;
  const statement: Point =
    first.kind === 'paragraph'
      ? { label: null, text: first.text, place: walk.at(first.line, section.heading), points: [] }
      : { ...pointOf(first.item, section.heading, walk.at), label: null };
  if (!explains(statement)) return;
  const text = plain(statement.text);
  const opens = looksLikeName(named) && opensWithName(text, named);
  const isTold = named.aliases.length === 0 && isAside(text) && !walk.isUsed(named.name);
  const names = opens ? [named] : isTold ? [] : namesIn(section.heading, page);
  for (const one of names) start(one, statement, 'section', page);
  for (const one of namesWithin(section.heading, text, page)) start(one, statement, 'passage', page);
}

/** What a heading names that is no name itself: "Establish an incident lead", "Content Security Policy (CSP) directives". */
function namesWithin(heading: string, text: string, page: Page): Named[] {
  const [part] = /^.+?\([^()]+\)(?=\s+\p{L})/u.exec(heading) ?? [];
  const abbreviated = part === undefined ? [] : [readName(part)];
  const named = readName(heading);
  const object = known(named, page) ? null : objectOfTask(named.name);
  const about =
    object !== null && text.toLowerCase().includes(object.toLowerCase()) ? [readName(object)] : [];
  return [
    ...abbreviated.filter(({ name, aliases }) => aliases.length > 0 && !beginsAsNoName(name)),
    ...about.filter(({ name }) => /[\s-]/.test(name) && page.walk.isUsed(name)),
  ];
}

/** The labels of a section; what it lists by name is a group, unless it is a side of something. */
function readLabels(section: Section, page: Page): void {
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
    for (const named of isPart ? [readName(labelled.label)] : namesInLabel(labelled.label, above, page)) {
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
function namesInLabel(label: string, above: string, page: Page): Named[] {
  const { isUsed } = page.walk;
  const kind = headingKind(readName(above).name)?.name ?? '';
  if (kind === 'Tools and Platforms' && /^\p{Lu}/u.test(label))
    return [readName(label)].filter(named => readsAsTerm(named, isUsed));
  const names = namesIn(label, page);
  return OF_SIDES.has(kind) ? names.filter(({ name, aliases }) => aliases.length > 0 || isUsed(name)) : names;
}

/** Letters at least in what explains something. */
const FEWEST_LETTERS = 20;

function explains({ text }: Point): boolean {
  const said = plain(text);
  return said.length >= FEWEST_LETTERS || /^an? \S+ \S/i.test(said);
}

function namesIn(label: string, page: Page): Named[] {
  return readNames(label).filter(named => readsAsTerm(named, page.walk.isUsed) && isNameLike(named, page));
}

/** A plain word by itself is a name where the page goes on to use it, and is no quality that things have. */
function isNameLike(named: Named, { walk: { isUsed } }: Page): boolean {
  const { name, aliases } = named;
  if (aliases.length > 0 || isProper(name)) return true;
  if (isPlainWord(named)) return isUsed(name) && !QUALITY.test(name);
  return /\p{Lu}/u.test(name);
}

function isPlainWord({ name, aliases }: Named): boolean {
  return aliases.length === 0 && /^\p{Lu}?\p{Ll}+$/u.test(name);
}

const QUALITY = /(?:ility|ivity|iency|ness|time|ance)$/;

/** A new term, or null where the page has it already; that gets the definition if it has none. */
function start(named: Named, definition: Point, level: Draft['level'], page: Page): Draft | null {
  const existing = known(named, page);
  if (existing) {
    addDefinition(existing, definition);
    return null;
  }
  const parts = named.name.split('/').map(part => readName(part));
  const isKnown = parts.length > 1 && parts.every(part => known(part, page));
  const reads = level !== 'passage' || readsAsTerm(named, page.walk.isUsed);
  if (isKnown || !(reads || saysWhatIs(plain(definition.text), named))) return null;
  const draft = newDraft(named, definition.place, level);
  addDefinition(draft, { ...definition, label: null });
  page.walk.terms.push(draft);
  claim(draft, page);
  return draft;
}

/** A sentence that defines is a better definition than what only stands below a label; that stays as a detail. */
function define(named: Named, statement: Point, page: Page): void {
  const existing = known(named, page);
  const old = existing?.definition;
  const isLoose = existing?.level === 'item' || existing?.level === 'row';
  if (existing && old && isLoose && !opensWithName(plain(old.text), existing)) {
    existing.definition = { ...statement, label: null };
    addFacet(existing, { name: 'Details', label: 'Details', points: [old], place: old.place });
  } else if (existing && old && !isSaidBy(existing, statement)) addElsewhere(existing, statement);
  else start(named, statement, 'passage', page);
}

/** Whether a statement stands among those of a term already. */
function isSaidBy({ definition, facets }: Draft, { place }: Point): boolean {
  const has = (points: readonly Point[]): boolean =>
    points.some(point => point.place.line === place.line || has(point.points));
  return definition?.place.line === place.line || facets.some(({ points }) => has(points));
}
