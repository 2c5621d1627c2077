import type { Place } from '../../src/glossary/glossary.ts';
import { rich } from '../../src/glossary/rich.ts';
import { placeText } from '../../src/replies/plain.ts';
import type { Choice, Part, Reply } from '../../src/replies/reply.ts';
import type { Room } from './room.ts';
import { splitPart } from './split.ts';

/** What of a reply goes into one message. */
export interface Page {
  readonly parts: readonly Part[];
  readonly sources: readonly Place[];
  readonly choices: readonly Choice[];
}

type Item =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'source'; readonly source: Place }
  | { readonly kind: 'choice'; readonly choice: Choice };

/**
 * Spreads a reply over as many messages as a platform's limits ask for; almost always one. Nothing is left out: a page
 * has its facts, and all sources and choices, or where those are too many the choices that it names.
 */
export function paginate(
  { parts, sources, choices }: Pick<Reply, 'parts' | 'sources' | 'choices'>,
  room: Room,
): readonly [Page, ...Page[]] {
  const facts = parts.flatMap(part => splitPart(part, room));
  const repeated = sourcesCost(sources, room) <= room.sources ? sources : [];
  const areFew = room.holdsChoices(choices);
  const named = new Set(facts.flatMap(labelsOf));
  const items: Item[] = [
    ...facts.map((part): Item => ({ kind: 'part', part })),
    ...sources
      .filter(source => !repeated.includes(source))
      .map((source): Item => ({ kind: 'source', source })),
    ...(areFew ? [] : choices.filter(({ label }) => !named.has(label))).map(
      (choice): Item => ({ kind: 'choice', choice }),
    ),
  ];
  const [first = [], ...others] = fill(items, { ...room, text: room.text - sourcesCost(repeated, room) });
  const toPage = (page: readonly Item[]): Page => {
    const own = pageOf(page);
    const labels = new Set(own.parts.flatMap(labelsOf));
    const kept = areFew ? choices : [...choices.filter(({ label }) => labels.has(label)), ...own.choices];
    return { parts: own.parts, sources: [...repeated, ...own.sources], choices: kept };
  };
  return [toPage(first), ...others.map(toPage)];
}

function fill(items: readonly Item[], room: Room): Item[][] {
  const pages: Item[][] = [[]];
  let used = { text: 0, blocks: 0, tables: 0 };
  for (const item of items) {
    const own = {
      text: cost(item, room),
      blocks: item.kind === 'part' ? room.blocksOf(item.part) : 0,
      tables: item.kind === 'part' && item.part.kind === 'table' ? 1 : 0,
    };
    const next = {
      text: used.text + own.text,
      blocks: used.blocks + own.blocks,
      tables: used.tables + own.tables,
    };
    const overflows = next.text > room.text || next.blocks > room.blocks || next.tables > room.tables;
    const isNew = overflows && used.text > 0;
    if (isNew) pages.push([]);
    used = isNew ? own : next;
    pages.at(-1)?.push(item);
  }
  return pages;
}

/** Characters that an item takes as plain text. */
function cost(item: Item, room: Room): number {
  if (item.kind === 'choice') return room.size(rich(item.choice.ask)) + 3;
  if (item.kind === 'source') return sourcesCost([item.source], room);
  return room.sizeOf(item.part) + 1;
}

function sourcesCost(sources: readonly Place[], { size }: Room): number {
  return sources.reduce((sum, source) => sum + size(rich(`Source: ${placeText(source)}`)) + 1, 0);
}

/** The bold names that stand in a part. */
export function labelsOf(part: Part): string[] {
  return part.kind === 'points' ? part.points.flatMap(({ label }) => (label === null ? [] : [label])) : [];
}

function pageOf(items: readonly Item[]): Page {
  return {
    parts: items.flatMap(item => (item.kind === 'part' ? [item.part] : [])),
    sources: items.flatMap(item => (item.kind === 'source' ? [item.source] : [])),
    choices: items.flatMap(item => (item.kind === 'choice' ? [item.choice] : [])),
  };
}
