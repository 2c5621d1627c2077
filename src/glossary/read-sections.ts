import { nameKey } from '../language/normalise.ts';
import { addAlias, addDefinition, addFacet, type Draft, draftNamed, newDraft } from './draft.ts';
import { isDefinitionLabel, isFacetHeading } from './facets.ts';
import type { Point } from './glossary.ts';
import { type FacetHeading, headingFacet, joinsNames, whatIs } from './headings.ts';
import { splitLabel } from './labels.ts';
import { type Named, readName, sameName } from './names.ts';
import type { Block, Section } from './outline.ts';
import { blockPoints, pointOf, pointsOf } from './points.ts';
import { isDefined, readItem, readNestedTerm } from './read-items.ts';
import { readTable } from './read-tables.ts';
import { definingParagraph, hasDefinition, isTermSection } from './term-evidence.ts';
import type { Walk } from './walk.ts';

const COMPARISON = /^(comparison|differences?|similarities)\b|\b(vs\.?|versus|comparison|compared)\b/i;
const SUMMARY = /^(summary|conclusion|recap|key takeaways|tl;?dr)\b/i;
const DETAILS = { name: 'Details', label: 'Details' } as const;

/** Reads what stands in a section that belongs to `owner` (null: to nobody), then the sections below it. */
export function readBody(section: Section, owner: Draft | null, walk: Walk): void {
  const found: Draft[] = [];
  section.blocks.forEach(block => {
    if (block.kind === 'table') readTable(block, section, owner, walk);
    else if (block.kind === 'item') readItem(block.item, { section, owner, walk, found });
    else if (owner && owner.definition?.place.line !== block.line) {
      addFacet(owner, {
        ...DETAILS,
        points: blockPoints(block, section.heading, walk.at),
        place: walk.at(block.line, section.heading || null),
      });
    }
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
  if (COMPARISON.test(name)) return readComparison(section, owner, walk);
  if (SUMMARY.test(name)) return readSummary(section, owner, walk);
  if (owner && isDefinitionLabel(name)) return readDefinition(section, owner, walk);

  const joined = joinsNames(name, [...walk.known, ...walk.terms]);
  const facet = headingFacet(name, owner, walk.terms);
  const defined = hasDefinition(section) && !isFacetHeading(name);
  if (joined && !facet?.kind && !defined) return readRelation(section, joined, owner, walk);
  // "Indicator of Compromise" is no Detection of something where a table has it as a term.
  const isKnown = owner?.level !== 'section' && existingTerm(readName(section.heading), walk) !== undefined;
  if (facet?.kind && !defined && (!isKnown || isFacetHeading(name))) return readFacet(section, facet, walk);
  if (isKnown) {
    return readBody(section, startTerm(readName(section.heading), section, walk, found), walk);
  }
  if (isTermSection(section, owner, walk)) {
    const draft = startTerm(readName(section.heading), section, walk, found);
    const first = definingParagraph(section, draft);
    if (first) addDefinition(draft, blockPoints(first, section.heading, walk.at)[0] ?? null);
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

/** "ACL (access control list)" and "ACL (anterior cruciate ligament)" are two meanings. */
function isOther(a: Named, b: Named): boolean {
  const keys = new Set(a.aliases.map(nameKey));
  return a.aliases.length > 0 && b.aliases.length > 0 && !b.aliases.some(alias => keys.has(nameKey(alias)));
}

/** Two headings may share an abbreviation and mean two things; a table's row and a heading mean one. */
function existingTerm(named: Named, walk: Walk): Draft | undefined {
  return walk.terms.find(term =>
    term.level === 'row'
      ? sameName(term, named)
      : nameKey(term.name) === nameKey(named.name) && !isOther(term, named),
  );
}

function startTerm(named: Named, section: Section, walk: Walk, found: Draft[]): Draft {
  const place = walk.at(section.line, section.heading);
  const existing = existingTerm(named, walk);
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
  const found: Draft[] = [];
  const points: Point[] = [];
  for (const block of section.blocks) {
    if (block.kind === 'table') readTable(block, section, owner, walk);
    else if (block.kind === 'item' && isDefined(block.item))
      readItem(block.item, { section, owner: null, walk, found });
    else points.push(...blockPoints(block, section.heading, walk.at));
  }
  const title = readName(section.heading).name;
  if (points.length > 0)
    walk.relations.push({ title, points, place: walk.at(section.line, section.heading) });
  for (const child of section.sections) readSection(child, owner, walk, found);
  if (found.length > 1) walk.groups.push({ title, line: section.line, terms: found });
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

function isStrongItem(block: Block): boolean {
  return block.kind === 'item' && (splitLabel(block.item)?.strong ?? false);
}

function reportEmpty(draft: Draft, section: Section, walk: Walk): void {
  const first = draft.facets.flatMap(facet => facet.points)[0];
  if (first) return;
  walk.problems.push({
    page: walk.path,
    line: section.line,
    kind: 'no-definition',
    message: `Cannot read term "${draft.name}": the heading has no text below it. Write a sentence that explains it.`,
  });
}
