import { plain, type Rich, sliceRich } from '../../../src/glossary/rich.ts';
import type { Part, ReplyPoint } from '../../../src/replies/reply.ts';
import { mrkdwn } from './mrkdwn.ts';

/** Longest piece in characters. */
const LONGEST = 1200;
/** The same with what has to be escaped: `&` takes five characters. */
const MOST_ESCAPED = 3000;
/** Most rows of one table: each becomes a block of its own where tables are refused. */
const MOST_ROWS = 30;

/** A part as pieces that each fit a message well, in order, with nothing left out. */
export function splitPart(part: Part): Part[] {
  switch (part.kind) {
    case 'heading':
      return splitHeading(part);
    case 'note':
      return splitText([{ text: part.text, style: 'plain', href: null }]).map(text => ({
        kind: 'note',
        text: plain(text),
      }));
    case 'paragraph':
      return splitText(part.text).map(text => ({ kind: 'paragraph', text }));
    case 'points':
      return splitPoints(part);
    case 'table':
      return splitTable(part);
  }
}

/** A name too long for a heading's blocks is a bold paragraph. */
function splitHeading(part: Part & { readonly kind: 'heading' }): Part[] {
  const whole = [part.text, ...part.also].join(', ');
  return whole.length <= LONGEST
    ? [part]
    : splitText(strong(whole)).map(text => ({ kind: 'paragraph', text }));
}

function splitPoints({ title, points }: Part & { readonly kind: 'points' }): Part[] {
  const isLong = title !== null && title.length > LONGEST / 2;
  const above = isLong ? splitText(strong(title)).map((text): Part => ({ kind: 'paragraph', text })) : [];
  const packs = packPoints(points.flatMap(splitPoint));
  return [
    ...above,
    ...packs.map(
      (pack, index): Part => ({ kind: 'points', title: index === 0 && !isLong ? title : null, points: pack }),
    ),
  ];
}

function strong(text: string): Rich {
  return [{ text, style: 'strong', href: null }];
}

/** Cuts at the last space before the limit; a word longer than the limit is cut inside. */
function splitText(text: Rich): Rich[] {
  const all = plain(text);
  const most = mrkdwn(all).length > MOST_ESCAPED ? LONGEST / 3 : LONGEST;
  if (all.length <= most) return [text];
  const space = all.lastIndexOf(' ', most);
  const at = space > most / 2 ? space + 1 : beforePair(all, most);
  return [sliceRich(text, 0, at), ...splitText(sliceRich(text, at))];
}

/** An index that does not fall between the two halves of a character. */
function beforePair(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;
}

/** A point that is too long goes on in further points; those below it keep their order. */
function splitPoint(point: ReplyPoint): ReplyPoint[] {
  if (size(point) <= LONGEST) return [point];
  if (point.label !== null && point.label.length > LONGEST / 2) {
    return splitPoint({ ...point, label: null, text: [...strong(`${point.label}: `), ...point.text] });
  }
  const [first = [], ...others] = splitText(point.text);
  return [
    { label: point.label, text: first, points: [] },
    ...others.map(text => ({ label: null, text, points: [] })),
    ...packPoints(point.points.flatMap(splitPoint)).map(points => ({ label: null, text: [], points })),
  ];
}

function packPoints(points: readonly ReplyPoint[]): ReplyPoint[][] {
  const packs: ReplyPoint[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const needs = size(point);
    if (used + needs > LONGEST) {
      packs.push([]);
      used = 0;
    }
    packs.at(-1)?.push(point);
    used += needs;
  }
  return packs;
}

function size({ label, text, points }: ReplyPoint): number {
  const own = mrkdwn(`${label ?? ''}${plain(text)}`).length / (MOST_ESCAPED / LONGEST);
  const length = Math.max(own, (label?.length ?? 0) + plain(text).length);
  return length + 6 + points.reduce((sum, point) => sum + size(point), 0);
}

/** Rows that fit go on as tables with the same columns; a row too long for that becomes points. */
function splitTable(part: Part & { readonly kind: 'table' }): Part[] {
  const { columns } = part;
  const heads = columns.reduce((sum, column) => sum + column.length + 4, 0);
  const pieces: Part[] = [];
  let rows: typeof part.rows = [];
  let used = 0;
  const close = () => {
    if (rows.length > 0) pieces.push({ kind: 'table', columns, rows });
    rows = [];
    used = 0;
  };
  for (const row of part.rows) {
    const needs = heads + row.label.length + row.cells.reduce((sum, cell) => sum + plain(cell).length, 0);
    if (used + needs > MOST_OF_TABLE || rows.length === MOST_ROWS) close();
    if (needs > MOST_OF_TABLE) {
      const points = row.cells.map((text, index) => ({ label: columns[index] ?? null, text, points: [] }));
      pieces.push(...splitPart({ kind: 'points', title: row.label, points }));
      continue;
    }
    rows = [...rows, row];
    used += needs;
  }
  close();
  return pieces;
}

/** Most characters of one table, with its heads counted in each row as the plain text repeats them. */
const MOST_OF_TABLE = 2500;
