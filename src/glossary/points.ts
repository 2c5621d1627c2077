import type { Place, Point } from './glossary.ts';
import { splitLabel } from './labels.ts';
import type { Block, Item, Section } from './outline.ts';
import { joinRich, plain, type Rich, rich } from './rich.ts';

/** Knows the page and its address; gives the place of a line. */
export type At = (line: number, section: string | null) => Place;

export function pointsOf(section: Section, at: At): Point[] {
  return section.blocks.flatMap(block => blockPoints(block, section.heading, at));
}

export function blockPoints(block: Block, heading: string, at: At): Point[] {
  if (block.kind === 'item') return [pointOf(block.item, heading, at)];
  if (block.kind === 'paragraph') {
    return [{ label: null, text: block.text, place: at(block.line, heading || null), points: [] }];
  }
  return block.rows.map(row => {
    const [label, ...cells] = row.cells;
    return {
      label: plain(label ?? []),
      text: joinRich(
        cells.map((cell, index) => withHeader(cell, block.header, index + 1)),
        '; ',
      ),
      place: at(row.line, heading || null),
      points: [],
    };
  });
}

/** In a table of three or more columns a cell is told apart by its column's name. */
function withHeader(cell: Rich, header: readonly Rich[], column: number): Rich {
  const name = plain(header[column] ?? []);
  return header.length > 2 && name !== '' ? [...rich(`${name}: `), ...cell] : cell;
}

/** The first point, unless it is said of something else, which its label names. */
export function firstUnlabelled([first]: readonly Point[]): Point | undefined {
  return first?.label === null ? first : undefined;
}

export function pointOf(item: Item, heading: string, at: At): Point {
  const labelled = splitLabel(item);
  return {
    label: labelled?.label ?? null,
    text: labelled ? labelled.text : item.text,
    place: at(item.line, heading || null),
    points: item.items.map(child => pointOf(child, heading, at)),
  };
}
