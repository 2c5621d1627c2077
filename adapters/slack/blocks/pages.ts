import type { Place } from '../../../src/glossary/glossary.ts';
import { placeText, plainReply } from '../../../src/replies/plain.ts';
import type { Choice, Part, Reply } from '../../../src/replies/reply.ts';
import { LIMITS } from '../limits.ts';
import { mrkdwn } from './mrkdwn.ts';
import { splitPart } from './split.ts';

/** What of a reply goes into one message. */
export interface Page {
  readonly parts: readonly Part[];
  readonly sources: readonly Place[];
  readonly choices: readonly Choice[];
}

/** Characters kept in `text` for the page's number. */
const POSITION = 50;
const ROOM = LIMITS.textOfMessage.most - POSITION;
/** Sources up to this many characters stand on every page. */
const MOST_SOURCES = 1000;
/** Characters of a message for page numbers, Back, Share and the like. */
const CHROME = 1000;
/** Labels of choices up to this many characters stand on every page. */
const MOST_CHOICES = LIMITS.messageCharacters.most - 2 * LIMITS.textOfMessage.most - CHROME;
/** Blocks kept free for sources, choices and controls. */
const MOST_BLOCKS = LIMITS.blocksOfMessage.most - 15;

type Item =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'source'; readonly source: Place }
  | { readonly kind: 'choice'; readonly choice: Choice };

/**
 * Spreads a reply over as many messages as Slack's limits ask for; almost always one. Nothing is left out: a page has
 * its facts, and all sources and choices, or where those are too many the choices that it names.
 */
export function paginate({
  parts,
  sources,
  choices,
}: Pick<Reply, 'parts' | 'sources' | 'choices'>): readonly [Page, ...Page[]] {
  const facts = parts.flatMap(splitPart);
  const repeated = sourcesCost(sources) <= MOST_SOURCES ? sources : [];
  const areFew = choices.reduce((sum, { label }) => sum + label.length, 0) <= MOST_CHOICES;
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
  const [first = [], ...others] = fill(items, ROOM - sourcesCost(repeated));
  const toPage = (page: readonly Item[]): Page => {
    const own = pageOf(page);
    const labels = new Set(own.parts.flatMap(labelsOf));
    const kept = areFew ? choices : [...choices.filter(({ label }) => labels.has(label)), ...own.choices];
    return { parts: own.parts, sources: [...repeated, ...own.sources], choices: kept };
  };
  return [toPage(first), ...others.map(toPage)];
}

/** How many messages a reply takes. */
export function countPages(reply: Pick<Reply, 'parts' | 'sources' | 'choices'>): number {
  return paginate(reply).length;
}

function fill(items: readonly Item[], room: number): Item[][] {
  const pages: Item[][] = [[]];
  let used = { room: 0, blocks: 0, tables: 0 };
  for (const item of items) {
    const next = {
      room: used.room + cost(item),
      blocks: used.blocks + blocksOf(item),
      tables: used.tables + (item.kind === 'part' && item.part.kind === 'table' ? 1 : 0),
    };
    const overflows =
      next.room > room || next.blocks > MOST_BLOCKS || next.tables > LIMITS.tablesOfMessage.most;
    if (overflows && used.room > 0) {
      pages.push([]);
      used = {
        room: next.room - used.room,
        blocks: next.blocks - used.blocks,
        tables: next.tables - used.tables,
      };
    } else used = next;
    pages.at(-1)?.push(item);
  }
  return pages;
}

/** Characters of `text` that an item takes. */
function cost(item: Item): number {
  if (item.kind === 'choice') return mrkdwn(item.choice.ask).length + 3;
  if (item.kind === 'source') return sourcesCost([item.source]);
  return mrkdwn(plainReply({ parts: [item.part], sources: [], choices: [] })).length + 1;
}

function sourcesCost(sources: readonly Place[]): number {
  return sources.reduce((sum, source) => sum + mrkdwn(`Source: ${placeText(source)}`).length + 1, 0);
}

/** The most blocks that an item is drawn as, whatever the form. */
function blocksOf(item: Item): number {
  if (item.kind !== 'part') return 0;
  if (item.part.kind === 'table') return item.part.rows.length;
  return item.part.kind === 'heading' ? 2 : 1;
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
