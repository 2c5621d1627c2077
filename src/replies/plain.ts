import type { Place } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import type { Part, Reply, ReplyPoint } from './reply.ts';
import { safeLines } from './safe.ts';

type Draw = { readonly [K in Part['kind']]: (part: Part & { readonly kind: K }) => string };

const DRAW: Draw = {
  heading: ({ text, also }) => (also.length > 0 ? `${text} (${also.join(', ')})` : text),
  paragraph: ({ text }) => plain(text),
  note: ({ text }) => text,
  points: ({ title, points }) =>
    [...(title === null ? [] : [`${title}:`]), ...points.flatMap(point => pointLines(point, ''))].join('\n'),
  table: ({ columns, rows }) =>
    rows
      .map(({ label, cells }) =>
        [`${label}:`, ...cells.map((cell, index) => `- ${columns[index] ?? ''}: ${plain(cell)}`)].join('\n'),
      )
      .join('\n'),
};

/** The whole reply as text without Markdown marks, its sources last. */
export function plainReply(reply: Pick<Reply, 'parts' | 'choices' | 'sources'>): string {
  const body = reply.parts.map(drawPart).filter(text => text !== '');
  const choices =
    reply.choices.length > 0 ? [`Ask next: ${reply.choices.map(({ ask }) => ask).join(' | ')}`] : [];
  const lines = [...body, ...choices, ...sourceLines(reply.sources)];
  return safeLines(lines.join('\n'));
}

function sourceLines(sources: readonly Place[]): string[] {
  return sources.map(place => `Source: ${placeText(place)}`);
}

/** "network/dns.md:5 › 1. DNS", with the page's address when it has one. */
export function placeText({ collection, page, section, line, url }: Place): string {
  return `${collection === null ? '' : `${collection}: `}${page}:${line}${section === null ? '' : ` › ${section}`}${url === null ? '' : ` (${url})`}`;
}

function drawPart<K extends Part['kind']>(part: Part & { readonly kind: K }): string {
  const draw: Draw[K] = DRAW[part.kind];
  return draw(part);
}

function pointLines({ label, text, points }: ReplyPoint, indent: string): string[] {
  const words = plain(text);
  const line = [label, words].filter(piece => piece !== null && piece !== '').join(': ');
  return [
    ...(line === '' ? [] : [`${indent}- ${line}`]),
    ...points.flatMap(point => pointLines(point, `${indent}  `)),
  ];
}
