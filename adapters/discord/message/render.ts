import type { Place } from '../../../src/glossary/glossary.ts';
import { plain } from '../../../src/glossary/rich.ts';
import { placeText } from '../../../src/replies/plain.ts';
import type { Part, ReplyPoint } from '../../../src/replies/reply.ts';
import { safe } from '../../../src/replies/safe.ts';
import { bold, markdown, richMarkdown, webAddress } from './markdown.ts';
import { codeTable } from './table.ts';

type Draw = { readonly [K in Part['kind']]: (part: Part & { readonly kind: K }) => string };

const DRAW: Draw = {
  heading: ({ text, also }) => {
    const names = also.map(safe).filter(name => name.trim() !== '');
    return `## ${markdown(names.length > 0 ? `${safe(text)} (${names.join(', ')})` : safe(text)) || '–'}`;
  },
  paragraph: ({ text }) => richMarkdown(text),
  note: ({ text }) => markdown(safe(text)),
  points: ({ title, points }) =>
    [
      ...(title === null || safe(title).trim() === '' ? [] : [subheading(title)]),
      ...points.flatMap(point => bullets(point, 0)),
    ].join('\n'),
  table: part => codeTable(part) ?? part.rows.map(row => aspect(part.columns, row)).join('\n'),
};

/** One part as Discord's Markdown. */
export function drawPart<K extends Part['kind']>(part: Part & { readonly kind: K }): string {
  const draw: Draw[K] = DRAW[part.kind];
  return draw(part);
}

/** Where the facts stand, small, on one line: links where the pages have an address, else page and line. */
export function drawSources(sources: readonly Place[]): string {
  if (sources.length === 0) return '';
  return `-# ${sources.length > 1 ? 'Sources' : 'Source'}: ${sources.map(sourceText).join(' · ')}`;
}

function sourceText(place: Place): string {
  const named = markdown(safe(placeText({ ...place, url: null })));
  const address = place.url === null ? null : webAddress(place.url);
  return address === null ? named : `[${named}](<${address}>)`;
}

/** As large as the text, and set apart from what stands above it. */
function subheading(text: string): string {
  return `### ${markdown(safe(text))}`;
}

/** Discord draws bullets two spaces apart, ten levels deep at most. */
function bullets({ label, text, points }: ReplyPoint, depth: number): string[] {
  const words = richMarkdown(text);
  const name = label === null || safe(label).trim() === '' ? '' : bold(label);
  const line = [name, words].filter(piece => piece.trim() !== '').join(': ');
  const deeper = line === '' ? depth : Math.min(depth + 1, 10);
  return [
    ...(line === '' ? [] : [`${'  '.repeat(depth)}- ${line}`]),
    ...points.flatMap(point => bullets(point, deeper)),
  ];
}

/** One aspect of a comparison with a bullet for each term: reads well on a phone, where tables do not. */
function aspect(
  columns: readonly string[],
  { label, cells }: (Part & { readonly kind: 'table' })['rows'][number],
): string {
  const points = cells.map((cell, at) => {
    const words = safe(plain(cell)).trim() === '' ? '–' : richMarkdown(cell);
    return `- ${bold(columns[at] ?? '')}: ${words}`;
  });
  return [safe(label).trim() === '' ? '–' : bold(label), ...points].join('\n');
}
