import { nameKey } from '../language/normalise.ts';
import { addDefinition, addFacet, type Draft, draftNamed, newDraft } from './draft.ts';
import { facetKind, isDefinitionLabel } from './facets.ts';
import { headingFacet, joinsNames } from './headings.ts';
import { splitLabel } from './labels.ts';
import { looksLikeName, type Named, readName, readNames } from './names.ts';
import type { Item, Section } from './outline.ts';
import { firstUnlabelled, pointOf } from './points.ts';
import { plain } from './rich.ts';
import { beginsAsNoName, readsAsTerm } from './term-words.ts';
import type { Walk } from './walk.ts';

export interface ItemContext {
  readonly section: Section;
  readonly owner: Draft | null;
  readonly walk: Walk;
  readonly found: Draft[];
}

/** Reads a bullet: a definition or a side of `owner`, a relation, a term of its own, or a loose statement. */
export function readItem(item: Item, context: ItemContext): void {
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
  // Right below a page's title bold bullets are a list of terms: the usual form of a glossary in one page.
  if (labelled.strong) readNestedTerm(item, context, owner.level === 'page' ? null : '');
}

function details(item: Item, section: Section, walk: Walk) {
  return {
    name: 'Details',
    label: 'Details',
    place: walk.at(item.line, section.heading),
    points: [pointOf(item, section.heading, walk.at)],
  };
}

/** What is noted there are people and tasks. */
export const OF_MEETINGS =
  /^(?:action items?|attendees|participants|agenda|decisions?|next steps|to-?dos?|follow[- ]?ups?|minutes|timeline|owners?|contacts?)$/i;

/** A bullet in a section that belongs to no term: bold with its own explanation, or with a definition below it. */
function readLooseItem(item: Item, { section, walk, found }: ItemContext): void {
  const labelled = splitLabel(item);
  if (!labelled || OF_MEETINGS.test(readName(section.heading).name)) return;
  const named = readName(labelled.label);
  const isSetApart = labelled.strong || isDefined(item) || isPlainList(section);
  if (!isTermLabel(named, section) || !isSetApart) {
    for (const child of item.items) readItem(child, { section, owner: null, walk, found });
    return;
  }
  for (const one of readNames(labelled.label)) startItemTerm(item, one, section, walk, found);
}

/** Bullets without bold labels that make a list of terms, all of which have a label and its explanation. */
const FEWEST_PLAIN = 4;

function isPlainList({ blocks }: Section): boolean {
  const items = blocks.flatMap(block => (block.kind === 'item' ? [block.item] : []));
  const labels = items.flatMap(item => {
    const labelled = splitLabel(item);
    return labelled && plain(labelled.text).split(/\s+/).length > 1 ? [readName(labelled.label)] : [];
  });
  const names = labels.filter(named => readsAsTerm(named, () => true));
  return (
    items.length >= FEWEST_PLAIN &&
    labels.length === items.length &&
    names.length >= MOSTLY_PLAIN * items.length
  );
}

const MOSTLY_PLAIN = 0.7;

/** Bold bullets from which on a section is a list of terms, and which part of them has to read as names. */
const FEWEST_LISTED = 8;
const MOSTLY_NAMES = 0.5;

/** Whether a bold bullet's label is a name there: anything that may be one in a list of terms, else what reads as one. */
function isTermLabel(named: Named, section: Section): boolean {
  const reads = (one: Named) => readsAsTerm(one, () => true);
  if (reads(named)) return true;
  if (!looksLikeName(named) || facetKind(named.name)) return false;
  const labels = section.blocks.flatMap(block => {
    const labelled = block.kind === 'item' ? splitLabel(block.item) : null;
    return labelled?.strong ? [readName(labelled.label)] : [];
  });
  return labels.length >= FEWEST_LISTED && labels.filter(reads).length >= MOSTLY_NAMES * labels.length;
}

/**
 * Below a term most bold bullets are its points. One is a term of its own under a facet that holds terms (`label`
 * is null), or when its words say so: a spelling like OpenID or AAAA, a definition below it or one that starts with "A …", or a name that repeats
 * the head of its list ("Collision Attack" under "Attack Models").
 */
export function readNestedTerm(
  item: Item,
  { section, walk, found }: Omit<ItemContext, 'owner'>,
  label: string | null,
): void {
  const labelled = splitLabel(item);
  if (!labelled) return;
  const named = readName(labelled.label);
  const explained = plain(labelled.text).length >= (label === null ? 3 : 20) || item.items.length > 0;
  if (
    !(labelled.strong || isDefined(item)) ||
    !explained ||
    !looksLikeName(named, 5) ||
    beginsAsNoName(named.name) ||
    facetKind(named.name)
  )
    return;
  const head = nameKey(named.name.split(/\s+/).at(-1) ?? '');
  const isTerm =
    label === null ||
    isDefined(item) ||
    /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d/u.test(named.name) ||
    named.aliases.length > 0 ||
    /^an? /i.test(plain(labelled.text)) ||
    (named.name.includes(' ') && nameKey(label).split(' ').includes(head));
  if (isTerm) for (const one of readNames(labelled.label)) startItemTerm(item, one, section, walk, found);
}

function startItemTerm(item: Item, named: Named, section: Section, walk: Walk, found: Draft[]): void {
  const point = pointOf(item, section.heading, walk.at);
  const same = draftNamed(walk.terms, named);
  // A name that one list explains twice has two meanings.
  const isOther =
    same !== null && found.includes(same) && same.definition !== null && plain(point.text) !== '';
  const existing = isOther ? null : same;
  const draft = existing ?? newDraft(named, walk.at(item.line, section.heading || null), 'item');
  if (plain(point.text) !== '') addDefinition(draft, { ...point, label: null, points: [] });
  for (const child of item.items) readItem(child, { section, owner: draft, walk, found: [] });
  if (!draft.definition)
    addDefinition(
      draft,
      firstUnlabelled(draft.facets.find(facet => facet.name === 'Details')?.points ?? []) ?? null,
    );
  if (!draft.definition && draft.facets.length === 0) return;
  if (!existing) walk.terms.push(draft);
  if (!found.includes(draft)) found.push(draft);
}

/** Whether "Definition: …" stands right below the bullet. */
export function isDefined(item: Item): boolean {
  return item.items.some(child => isDefinitionLabel(splitLabel(child)?.label ?? ''));
}
