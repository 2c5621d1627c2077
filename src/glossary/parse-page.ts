import { nameKey } from '../language/normalise.ts';
import { direction } from './comparisons.ts';
import {
  addAlias,
  addDefinition,
  addFacet,
  type Draft,
  type DraftRelation,
  type DraftTable,
  draftNamed,
  newDraft,
  type ParsedPage,
} from './draft.ts';
import { DEFINITION, facetKind, isDefinitionLabel, isFacetHeading } from './facets.ts';
import { readFrontMatter } from './front-matter.ts';
import type { PageFile, Point, Problem } from './glossary.ts';
import { type FacetHeading, headingFacet, joinsNames, whatIs } from './headings.ts';
import { splitLabel } from './labels.ts';
import { looksLikeName, type Named, readName, sameName } from './names.ts';
import { type Block, type Item, type Outline, readOutline, type Section } from './outline.ts';
import { type At, blockPoints, pointOf, pointsOf } from './points.ts';
import { plain } from './rich.ts';
import { definitionRows, isFactTable } from './tables.ts';

/** What the walk carries along: where it is, and what it collects. */
interface Walk {
  readonly at: At;
  readonly known: readonly Named[];
  readonly terms: Draft[];
  readonly tables: DraftTable[];
  readonly relations: DraftRelation[];
  readonly groups: { title: string; line: number; terms: Draft[] }[];
  readonly problems: Problem[];
  /** Rows of "Aspect | Details" tables, added once the page is read: they repeat what the page says in full. */
  readonly facts: { owner: Draft; points: Point[] }[];
  readonly path: string;
  /** Keys of headings that stand on many pages: sides that each page has, not terms. */
  readonly recurring: ReadonlySet<string>;
}

/**
 * Finds the terms, tables, relations and groups of one page. Never throws on text that Markdown can be read from;
 * a page without recognisable terms still gives its title with its first paragraph.
 */
export function parsePage(file: PageFile, recurring: ReadonlySet<string> = new Set()): ParsedPage {
  const outline = readOutline(file.text);
  const { facts, problem } = readFrontMatter(outline.frontMatter);
  const { title, titleLine, page } = pageTitle(outline, file, facts.title);
  const walk: Walk = {
    at: (line, section) => ({ page: file.path, section, line, url: facts.url }),
    known: headingsOf(outline.root).map(readName),
    terms: [],
    tables: [],
    relations: [],
    groups: [],
    problems:
      problem === null ? [] : [{ page: file.path, line: outline.frontMatter?.line ?? 1, message: problem }],
    path: file.path,
    recurring,
    facts: [],
  };

  const named = readName(title);
  const owner = newDraft(
    { name: named.name, aliases: [...named.aliases, ...facts.aliases] },
    walk.at(titleLine, page.heading || null),
  );
  const intro = page.blocks.find(block => block.kind === 'paragraph');
  if (intro) addDefinition(owner, blockPoints(intro, page.heading, walk.at)[0] ?? null);
  const compound = isCompoundTitle(title, walk.known.slice(1));
  readBody(page, compound ? null : owner, walk);
  if (!compound && titleIsTerm(owner, walk.terms)) walk.terms.unshift(owner);
  readTables(walk);
  if (walk.terms.length === 0) {
    if (owner.definition) walk.terms.push(owner);
    else
      walk.problems.push({
        page: file.path,
        line: titleLine,
        message: `Cannot read term "${title}": the page has no text that explains it. Write a paragraph below the title.`,
      });
  }

  const subjects = [...file.path.split('/').slice(0, -1), title, ...facts.tags];
  for (const term of walk.terms) term.subjects.unshift(...subjects);
  return {
    title,
    line: titleLine,
    path: file.path,
    url: facts.url,
    terms: walk.terms,
    tables: walk.tables,
    relations: walk.relations,
    groups: walk.groups,
    problems: walk.problems,
  };
}

/** The title: from the front matter, else the heading that holds all others, else the file's name. */
function pageTitle(outline: Outline, file: PageFile, fromFrontMatter: string | null) {
  const { root } = outline;
  const [only] = root.sections;
  if (fromFrontMatter !== null)
    return { title: fromFrontMatter, titleLine: outline.frontMatter?.line ?? 1, page: root };
  if (root.blocks.length === 0 && root.sections.length === 1 && only && only.heading !== '') {
    return { title: only.heading, titleLine: only.line, page: only };
  }
  const name = (file.path.split('/').at(-1) ?? file.path).replace(/\.\w+$/, '').replace(/[_-]+/g, ' ');
  return { title: name, titleLine: 1, page: root };
}

function headingsOf(section: Section): string[] {
  return [...(section.heading ? [section.heading] : []), ...section.sections.flatMap(headingsOf)];
}

/** "Containers, VMs and clusters" names what the page's sections explain; it is no term itself. */
function isCompoundTitle(title: string, sections: readonly Named[]): boolean {
  if (/\b(vs\.?|versus)\b/i.test(title)) return true;
  const parts = title.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&/]\s*/).map(readName);
  return parts.length > 1 && parts.some(part => sections.some(section => sameName(part, section)));
}

/**
 * A title over several terms is a term itself only if its introduction explains it: names it near its start.
 * "Web attacks" with "Attackers use these …" is a subject.
 */
function titleIsTerm(owner: Draft, terms: readonly Draft[]): boolean {
  if (!owner.definition) return owner.facets.some(facet => facetKind(facet.name)) && looksLikeName(owner);
  if (terms.some(term => sameName(term, owner))) return false;
  if (terms.filter(term => term.level === 'section').length < 2) return true;
  return opensWithName(plain(owner.definition.text), owner);
}

/** "A mitigation is …" explains Mitigation: the text starts with the name. */
function opensWithName(text: string, named: Named): boolean {
  const opening = ` ${nameKey(text.slice(0, 120)).replace(/^(?:an?|the) /, '')} `;
  return [named.name, ...named.aliases].some(name => opening.startsWith(` ${nameKey(name)} `));
}

/** Reads what stands in a section that belongs to `owner` (null: to nobody), then the sections below it. */
function readBody(section: Section, owner: Draft | null, walk: Walk): void {
  const found: Draft[] = [];
  section.blocks.forEach(block => {
    if (block.kind === 'table') readTable(block, section, owner, walk);
    else if (block.kind === 'item') readItem(block.item, { section, owner, walk, found });
  });
  for (const child of section.sections) readSection(child, owner, walk, found);
  for (const draft of found) draft.subjects.push(section.heading);
  if (section.heading !== '' && found.length > 1 && !owner) {
    walk.groups.push({ title: readName(section.heading).name, line: section.line, terms: found });
  }
}

function readSection(section: Section, owner: Draft | null, walk: Walk, found: Draft[]): void {
  const { name } = readName(section.heading);
  const asked = whatIs(section.heading);
  if (asked !== null) {
    const subject = readName(asked);
    const isOwn =
      owner && (asked === '' || sameName(subject, owner) || (owner.level === 'section' && !owner.definition));
    if (isOwn && asked !== '') addAlias(owner, subject.name);
    return readDefinition(section, isOwn ? owner : startTerm(subject, section, walk, found), walk);
  }
  if (/^(comparison|differences?|similarities)\b|\b(vs\.?|versus|comparison|compared)\b/i.test(name))
    return readComparison(section, owner, walk);
  if (/^(summary|conclusion|recap|key takeaways|tl;?dr)\b/i.test(name))
    return readSummary(section, owner, walk);
  if (owner && isDefinitionLabel(name)) return readDefinition(section, owner, walk);

  const joined = joinsNames(name, walk.known);
  const facet = headingFacet(name, owner, walk.terms);
  const defined = hasDefinition(section) && !isFacetHeading(name);
  if (joined && !facet?.kind && !defined) return readRelation(section, joined, owner, walk);
  if (facet?.kind && !defined) return readFacet(section, facet, walk);
  if (isTermSection(section, owner, walk)) {
    const draft = startTerm(readName(section.heading), section, walk, found);
    const [first] = section.blocks;
    if (first?.kind === 'paragraph')
      addDefinition(draft, blockPoints(first, section.heading, walk.at)[0] ?? null);
    readBody(section, draft, walk);
    if (!draft.definition) reportEmpty(draft, section, walk);
    return;
  }
  if (facet) return readFacet(section, facet, walk);
  if (owner && owner.level === 'section')
    return readFacet(section, { term: owner, kind: null, label: name }, walk);
  if (owner && !section.blocks.some(isStrongItem) && section.sections.length === 0) {
    return readFacet(section, { term: owner, kind: null, label: name }, walk);
  }
  readBody(section, null, walk);
}

/** Evidence that a heading is a term: an explicit definition, or a paragraph right below a name-like heading. */
function isTermSection(section: Section, owner: Draft | null, walk: Walk): boolean {
  const { name, aliases } = readName(section.heading);
  const [first] = section.blocks;
  const opens = first?.kind === 'paragraph' && opensWithName(plain(first.text), { name, aliases });
  if (isFacetHeading(name) && (owner || !opens)) return false;
  if (hasDefinition(section)) return looksLikeName({ name, aliases }, 8);
  if (first?.kind !== 'paragraph' || owner?.level === 'section' || walk.recurring.has(nameKey(name)))
    return false;
  if (owner && nameKey(name).includes(nameKey(owner.name))) return aliases.length > 0;
  return looksLikeName({ name, aliases }, 5) && !plain(first.text).trimEnd().endsWith(':');
}

function hasDefinition(section: Section): boolean {
  return (
    section.blocks.some(
      block => block.kind === 'item' && isDefinitionLabel(splitLabel(block.item)?.label ?? ''),
    ) ||
    section.sections.some(child => {
      const asked = whatIs(child.heading);
      return (
        (asked !== null && (asked === '' || sharesWord(readName(asked), readName(section.heading)))) ||
        nameKey(child.heading) === nameKey(DEFINITION)
      );
    })
  );
}

/** "What is least privilege?" asks for "Principle of Least Privilege (PoLP)". */
function sharesWord(a: Named, b: Named): boolean {
  const wordsOf = (named: Named) =>
    [named.name, ...named.aliases].flatMap(name => nameKey(name).split(' ')).filter(word => word.length > 2);
  const others = new Set(wordsOf(b));
  return sameName(a, b) || wordsOf(a).some(word => others.has(word));
}

function startTerm(named: Named, section: Section, walk: Walk, found: Draft[]): Draft {
  const place = walk.at(section.line, section.heading);
  const existing = walk.terms.find(term => sameName(term, named));
  const draft = existing ?? newDraft(named, place, 'section');
  if (!existing) walk.terms.push(draft);
  if (!found.includes(draft)) found.push(draft);
  return draft;
}

/** "What is X?", "Definition", "Overview": the first statement defines, the others are its details. */
function readDefinition(section: Section, owner: Draft | null, walk: Walk): void {
  if (!owner) return readBody(section, null, walk);
  const [first] = section.blocks;
  if (first?.kind === 'paragraph')
    addDefinition(owner, blockPoints(first, section.heading, walk.at)[0] ?? null);
  readBody(section, owner, walk);
}

function readFacet(section: Section, facet: FacetHeading, walk: Walk): void {
  const { term, kind, label } = facet;
  const name = kind?.name ?? label;
  addFacet(term, {
    name,
    label,
    place: walk.at(section.line, section.heading),
    points: pointsOf(section, walk.at),
  });
  const found: Draft[] = [];
  for (const block of section.blocks) {
    if (block.kind === 'table') readTable(block, section, term, walk);
    else if (block.kind === 'item' && (kind === null || kind.holds === 'terms'))
      readNestedTerm(block.item, { section, walk, found }, kind?.holds === 'terms' ? null : label);
  }
  for (const child of section.sections) {
    if (isTermSection(child, null, walk)) readSection(child, term, walk, found);
    else {
      const below = headingFacet(readName(child.heading).name, term, walk.terms);
      readFacet(
        child,
        below?.kind ? below : { term, kind, label: kind ? label : readName(child.heading).name },
        walk,
      );
    }
  }
  if (found.length > 1)
    walk.groups.push({ title: readName(section.heading).name, line: section.line, terms: found });
}

function readComparison(section: Section, owner: Draft | null, walk: Walk): void {
  for (const block of section.blocks) {
    if (block.kind === 'table') readTable(block, section, owner, walk);
  }
  const points = section.blocks
    .filter(block => block.kind !== 'table')
    .flatMap(block => blockPoints(block, section.heading, walk.at));
  if (points.length > 0)
    walk.relations.push({
      title: readName(section.heading).name,
      points,
      place: walk.at(section.line, section.heading),
    });
  for (const child of section.sections) readSection(child, owner, walk, []);
}

/** A summary repeats: its rows and bold bullets define only what nothing else on the page defines. */
function readSummary(section: Section, owner: Draft | null, walk: Walk): void {
  for (const block of section.blocks) {
    if (block.kind === 'table') readTable(block, section, owner, walk);
    else if (block.kind === 'item') {
      const labelled = splitLabel(block.item);
      const draft = labelled && draftNamed(walk.terms, readName(labelled.label));
      if (draft) addDefinition(draft, { ...pointOf(block.item, section.heading, walk.at), label: null });
    }
  }
}

function readRelation(section: Section, title: string, owner: Draft | null, walk: Walk): void {
  const points = pointsOf(section, walk.at);
  if (points.length > 0)
    walk.relations.push({ title, points, place: walk.at(section.line, section.heading) });
  for (const child of section.sections) readSection(child, owner, walk, []);
}

function readTable(
  block: Block & { kind: 'table' },
  section: Section,
  owner: Draft | null,
  walk: Walk,
): void {
  const rows = definitionRows(block);
  if (rows) {
    const found: Draft[] = [];
    for (const row of rows) {
      const definition = {
        label: null,
        text: row.text,
        place: walk.at(row.line, section.heading || null),
        points: [],
      };
      const existing = draftNamed(walk.terms, row.named);
      if (existing) addDefinition(existing, definition);
      else {
        const draft = newDraft(row.named, walk.at(row.line, section.heading || null), 'section');
        addDefinition(draft, definition);
        draft.subjects.push(section.heading);
        walk.terms.push(draft);
        found.push(draft);
      }
    }
    if (found.length > 1 && section.heading !== '')
      walk.groups.push({ title: readName(section.heading).name, line: section.line, terms: found });
    return;
  }
  if (owner && isFactTable(block.header.map(plain))) {
    walk.facts.push({ owner, points: blockPoints(block, section.heading, walk.at) });
    return;
  }
  walk.tables.push({
    title: readName(section.heading).name,
    place: walk.at(block.line, section.heading || null),
    header: block.header,
    rows: block.rows,
    owner,
  });
}

/** Tables that compare nothing on this page are a side of the term that they stand under. */
function readTables(walk: Walk): void {
  for (const { owner, points } of walk.facts) {
    for (const point of points) {
      const label = point.label ?? '';
      if (isDefinitionLabel(label)) addDefinition(owner, { ...point, label: null });
      const name = facetKind(label)?.name ?? label;
      const known = owner.facets.some(facet => facet.name.toLowerCase() === name.toLowerCase());
      if (label !== '' && !known && !isDefinitionLabel(label)) {
        addFacet(owner, { name, label, points: [{ ...point, label: null }], place: point.place });
      }
    }
  }
  const isTerm = (text: string) => draftNamed(walk.terms, readName(text)) !== null;
  for (const table of walk.tables) {
    if (!table.owner || direction(table, isTerm) !== null || facetKind(table.title)) continue;
    const points = blockPoints(
      { kind: 'table', ...table, line: table.place.line },
      table.place.section ?? '',
      walk.at,
    );
    const label = table.title || 'Details';
    addFacet(table.owner, { name: label, label, points, place: table.place });
  }
}

interface ItemContext {
  readonly section: Section;
  readonly owner: Draft | null;
  readonly walk: Walk;
  readonly found: Draft[];
}

function readItem(item: Item, context: ItemContext): void {
  const { section, owner, walk } = context;
  const labelled = splitLabel(item);
  if (labelled === null) {
    if (owner) addFacet(owner, details(item, section, walk));
    return;
  }
  const named = readName(labelled.label);
  const joined = joinsNames(named.name, walk.known);
  if (joined && (!owner || owner.level === 'page')) {
    walk.relations.push({
      title: joined,
      points: [{ ...pointOf(item, section.heading, walk.at), label: null }],
      place: walk.at(item.line, section.heading),
    });
    return;
  }
  if (owner && isDefinitionLabel(labelled.label)) {
    const point = { ...pointOf(item, section.heading, walk.at), label: null };
    addDefinition(owner, plain(point.text) === '' ? (point.points[0] ?? null) : point);
    return;
  }
  if (!owner) return readLooseItem(item, context);
  const facet = headingFacet(named.name, owner, walk.terms);
  if (facet?.kind || (labelled.text.length === 0 && !labelled.strong)) {
    const point = { ...pointOf(item, section.heading, walk.at), label: null };
    const points = plain(point.text) === '' ? point.points : [point];
    addFacet(facet?.kind ? facet.term : owner, {
      name: facet?.kind?.name ?? named.name,
      label: labelled.label,
      place: walk.at(item.line, section.heading),
      points,
    });
    if (!facet?.kind || facet.kind.holds === 'terms')
      for (const child of item.items) readNestedTerm(child, context, facet?.kind ? null : labelled.label);
    return;
  }
  addFacet(owner, details(item, section, walk));
  if (labelled.strong) readNestedTerm(item, context, '');
}

function details(item: Item, section: Section, walk: Walk) {
  return {
    name: 'Details',
    label: 'Details',
    place: walk.at(item.line, section.heading),
    points: [pointOf(item, section.heading, walk.at)],
  };
}

/** A bullet in a section that belongs to no term: bold with its own explanation, or with a definition below it. */
function readLooseItem(item: Item, { section, walk, found }: ItemContext): void {
  const labelled = splitLabel(item);
  if (!labelled) return;
  const named = readName(labelled.label);
  const defined = item.items.some(child => isDefinitionLabel(splitLabel(child)?.label ?? ''));
  if (!looksLikeName(named) || facetKind(named.name) || !(labelled.strong || defined)) {
    for (const child of item.items) readItem(child, { section, owner: null, walk, found });
    return;
  }
  startItemTerm(item, named, section, walk, found);
}

/**
 * Below a term most bold bullets are its points. One is a term of its own under a facet that holds terms (`label`
 * is null), or when its words say so: an abbreviation, a definition that starts with "A …", or a name that repeats
 * the head of its list ("Collision Attack" under "Attack Models").
 */
function readNestedTerm(
  item: Item,
  { section, walk, found }: Omit<ItemContext, 'owner'>,
  label: string | null,
): void {
  const labelled = splitLabel(item);
  if (!labelled) return;
  const named = readName(labelled.label);
  const explained = plain(labelled.text).length >= 20 || item.items.length > 0;
  if (!labelled.strong || !explained || !looksLikeName(named, 5) || facetKind(named.name)) return;
  const head = nameKey(named.name.split(/\s+/).at(-1) ?? '');
  const isTerm =
    label === null ||
    named.aliases.length > 0 ||
    /^[A-Z0-9-]{2,}$/.test(named.name) ||
    /^an? /i.test(plain(labelled.text)) ||
    (named.name.includes(' ') && nameKey(label).split(' ').includes(head));
  if (isTerm) startItemTerm(item, named, section, walk, found);
}

function startItemTerm(item: Item, named: Named, section: Section, walk: Walk, found: Draft[]): void {
  const existing = draftNamed(walk.terms, named);
  const draft = existing ?? newDraft(named, walk.at(item.line, section.heading || null), 'item');
  const point = pointOf(item, section.heading, walk.at);
  if (plain(point.text) !== '') addDefinition(draft, { ...point, label: null, points: [] });
  for (const child of item.items) readItem(child, { section, owner: draft, walk, found: [] });
  if (!draft.definition)
    addDefinition(draft, draft.facets.find(facet => facet.name === 'Details')?.points[0] ?? null);
  if (!draft.definition && draft.facets.length === 0) return;
  if (!existing) walk.terms.push(draft);
  if (!found.includes(draft)) found.push(draft);
}

function isStrongItem(block: Block): boolean {
  return block.kind === 'item' && (splitLabel(block.item)?.strong ?? false);
}

function reportEmpty(draft: Draft, section: Section, walk: Walk): void {
  const first = draft.facets.flatMap(facet => facet.points)[0];
  if (first) return;
  walk.problems.push({
    page: walk.path,
    line: section.line,
    message: `Cannot read term "${draft.name}": the heading has no text below it. Write a sentence that explains it.`,
  });
}
