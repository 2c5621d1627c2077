import { plain, type Rich, rich, sliceRich } from '../../src/glossary/rich.ts';
import type { Part, ReplyPoint } from '../../src/replies/reply.ts';
import type { Room } from './room.ts';

/** A part as pieces that each fit a message well, in order, with nothing left out. */
export function splitPart(part: Part, room: Room): Part[] {
  switch (part.kind) {
    case 'heading':
      return splitHeading(part, room);
    case 'note':
      return splitText([{ text: part.text, style: 'plain', href: null }], room).map(text => ({
        kind: 'note',
        text: plain(text),
      }));
    case 'paragraph':
      return splitText(part.text, room).map(text => ({ kind: 'paragraph', text }));
    case 'points':
      return splitPoints(part, room);
    case 'table':
      return splitTable(part, room);
  }
}

/** Names too long for a heading are bold paragraphs, each name whole as far as it fits one. */
function splitHeading(part: Part & { readonly kind: 'heading' }, room: Room): Part[] {
  const names = [part.text, ...part.also];
  if (room.size(rich(names.join(', '))) <= room.piece) return [part];
  const lines: string[] = [];
  for (const name of names) {
    const longer = lines.length === 0 ? name : `${lines.at(-1)}, ${name}`;
    if (lines.length === 0 || room.size(rich(longer)) > room.piece) lines.push(name);
    else lines[lines.length - 1] = longer;
  }
  return lines.flatMap(line => splitText(strong(line), room)).map(text => ({ kind: 'paragraph', text }));
}

function splitPoints({ title, points }: Part & { readonly kind: 'points' }, room: Room): Part[] {
  const isLong = title !== null && title.length > room.piece / 2;
  const above = isLong
    ? splitText(strong(title), room).map((text): Part => ({ kind: 'paragraph', text }))
    : [];
  const packs = packPoints(points, room);
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

/** Cuts at the last space that leaves a piece short enough; a word longer than that is cut inside. */
function splitText(text: Rich, room: Room): Rich[] {
  const all = plain(text);
  const written = room.size(text);
  if (written <= room.piece || all.length < 2) return [text];
  let most = Math.max(1, Math.min(all.length - 1, Math.floor((room.piece * all.length) / written)));
  while (most > 1 && room.size(sliceRich(text, 0, most)) > room.piece) most = Math.floor(most / 2);
  const space = all.lastIndexOf(' ', most);
  const at = space > most / 2 ? space + 1 : beforePair(all, most);
  return [sliceRich(text, 0, at), ...splitText(sliceRich(text, at), room)];
}

/** An index that does not fall between the two halves of a character. */
function beforePair(text: string, at: number): number {
  return at > 1 && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;
}

/** A point that is too long goes on in further points; those below it keep their order. */
function splitPoint(point: ReplyPoint, room: Room): ReplyPoint[] {
  if (size(point, room) <= room.piece) return [point];
  if (point.label !== null && point.label.length > room.piece / 2) {
    const text = [...strong(`${point.label}: `), ...point.text];
    return splitPoint({ ...point, label: null, text }, room);
  }
  const [first = [], ...others] = splitText(point.text, room);
  return [
    { label: point.label, text: first, points: [] },
    ...others.map(text => ({ label: null, text, points: [] })),
    ...packPoints(point.points, room).map(points => ({ label: null, text: [], points })),
  ];
}

function packPoints(points: readonly ReplyPoint[], room: Room): ReplyPoint[][] {
  const packs: ReplyPoint[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const point of points.flatMap(point => splitPoint(point, room))) {
    const needs = size(point, room);
    if (used + needs > room.piece) {
      packs.push([]);
      used = 0;
    }
    packs.at(-1)?.push(point);
    used += needs;
  }
  return packs;
}

/** Characters of a point with its bullet and what is below it. */
function size({ label, text, points }: ReplyPoint, room: Room): number {
  const own = room.size([...rich(label ?? ''), ...text]) + 6;
  return own + points.reduce((sum, point) => sum + size(point, room), 0);
}

/** Rows that fit go on as tables with the same columns; a row too long for that becomes points. */
function splitTable(part: Part & { readonly kind: 'table' }, room: Room): Part[] {
  const { columns } = part;
  const heads = columns.reduce((sum, column) => sum + room.size(rich(column)) + 4, 0);
  const pieces: Part[] = [];
  let rows: typeof part.rows = [];
  let used = 0;
  const close = () => {
    if (rows.length > 0) pieces.push({ kind: 'table', columns, rows });
    rows = [];
    used = 0;
  };
  for (const row of part.rows) {
    const needs =
      heads + room.size(rich(row.label)) + row.cells.reduce((sum, cell) => sum + room.size(cell), 0);
    if (used + needs > room.table || rows.length === room.rowsOfTable) close();
    if (needs > room.table) {
      const points = row.cells.map((text, index) => ({ label: columns[index] ?? null, text, points: [] }));
      pieces.push(...splitPart({ kind: 'points', title: row.label, points }, room));
      continue;
    }
    rows = [...rows, row];
    used += needs;
  }
  close();
  return pieces;
}
