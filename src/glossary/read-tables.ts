import { direction } from './comparisons.ts';
import { addDefinition, addFacet, type Draft, type DraftTable, draftNamed, newDraft } from './draft.ts';
import { facetKind, isDefinitionLabel } from './facets.ts';
import { readName } from './names.ts';
import type { Block, Section } from './outline.ts';
import { blockPoints } from './points.ts';
import { plain } from './rich.ts';
import { definitionRows, isFactTable } from './tables.ts';
import type { Walk } from './walk.ts';

/** Reads a `Term | Definition` table into terms; keeps any other table until all terms of the page are known. */
export function readTable(
  block: Block & { kind: 'table' },
  section: Section,
  owner: Draft | null,
  walk: Walk,
): void {
  const rows = definitionRows(block);
  if (rows) return readRows(rows, section.heading, section.line, walk);
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

function readRows(
  rows: NonNullable<ReturnType<typeof definitionRows>>,
  heading: string,
  line: number,
  walk: Walk,
): void {
  const found: Draft[] = [];
  for (const row of rows) {
    const place = walk.at(row.line, heading || null);
    const definition = { label: null, text: row.text, place, points: [] };
    // A name that stands twice in one table has two meanings.
    const existing = draftNamed(
      walk.terms.filter(term => !found.includes(term)),
      row.named,
    );
    if (existing) addDefinition(existing, definition);
    else {
      const draft = newDraft(row.named, place, 'row');
      addDefinition(draft, definition);
      draft.subjects.push(heading);
      walk.terms.push(draft);
      found.push(draft);
    }
  }
  if (found.length > 1 && heading !== '')
    walk.groups.push({ title: readName(heading).name, line, terms: found });
}

/** "P1", "SEV-2", "Tier 3": one of several levels. */
const LEVEL =
  /^(P|S|L|T|SEV|Sev|Severity|Priority|Prio|Level|Tier|Phase|Stage|Class|Category|Zone|Impact|Urgency)[ -]?\d$/;

const OF_LEVELS = /^(?:severity|priority|level|tier|urgency|risk|impact|criticality|sensitivity)$/i;
const RATED = /^(?:critical|high(?:est)?|medium|moderate|normal|low(?:est)?|urgent|minor|major|none)$/i;

/** Rows that are called by their levels; what their cells say of one is its definition. */
function levelRows(table: DraftTable, { at }: Walk): ReturnType<typeof definitionRows> {
  const names = table.rows.map(({ cells }) =>
    plain(cells[0] ?? [])
      .trim()
      .replace(/^#/, ''),
  );
  const levels = names.map(name => LEVEL.exec(name));
  const areNumbered = levels.every(level => level !== null && level[1] === levels[0]?.[1]);
  const kind = plain(table.header[0] ?? []).trim();
  const areRated = OF_LEVELS.test(kind) && names.filter(name => RATED.test(name)).length >= 2;
  if (names.length < 2 || !(areNumbered || areRated)) return null;
  const block = { kind: 'table', ...table, line: table.place.line } as const;
  return blockPoints(block, table.place.section ?? '', at).flatMap(({ text, place }, row) => {
    const name = names[row] ?? '';
    // "High" is a high priority.
    const named = readName(RATED.test(name) ? `${name} ${kind.toLowerCase()}` : name);
    return plain(text).trim() === '' ? [] : [{ named, text, line: place.line }];
  });
}

/** "Severity | Meaning | Response time": rows that no other place of the page explains, once all its terms are known. */
export function readFurtherRows(walk: Walk): void {
  const isTerm = (text: string) => draftNamed(walk.terms, readName(text)) !== null;
  for (const table of walk.tables) {
    const isApart = direction(table, isTerm) === null;
    const rows = isApart ? (definitionRows(table, true) ?? levelRows(table, walk)) : null;
    if (rows && rows.length > 1) readRows(rows, table.place.section ?? '', table.place.line, walk);
  }
}

/** Once the page is read: tables that compare nothing on it are a side of the term that they stand under. */
export function readCollectedTables(walk: Walk): void {
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
