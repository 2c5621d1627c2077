import stringWidth from 'fast-string-width';
import { placeText } from '../../src/replies/plain.ts';
import type { Part, Reply, ReplyPoint } from '../../src/replies/reply.ts';
import { safe } from '../../src/replies/safe.ts';
import type { Screen } from './screen.ts';
import { drawTable } from './table.ts';
import { drawRich, wrap } from './text.ts';

type Draw = { readonly [K in Part['kind']]: (part: Part & { readonly kind: K }, screen: Screen) => string };

const DRAW: Draw = {
  heading: ({ text, also }, { style, width }) =>
    wrap(
      `${style('bold', safe(text))}${also.length > 0 ? style('dim', ` (${also.map(safe).join(', ')})`) : ''}`,
      width,
      '',
    ),
  paragraph: ({ text }, screen) => wrap(drawRich(text, screen), screen.width, ''),
  note: ({ text }, { style, width }) => wrap(style('dim', safe(text)), width, ''),
  points: ({ title, points }, screen) =>
    [
      ...(title === null ? [] : [screen.style('bold', `${safe(title)}:`)]),
      ...points.flatMap(point => drawPoint(point, 0, screen)),
    ].join('\n'),
  table: (part, screen) => drawTable(part, screen),
};

/** How choices are reached: by number at a prompt, by typing their text anywhere else. */
export type ChoiceStyle = 'numbered' | 'typed';

/** A reply as the terminal shows it, without a final line break. */
export function render(
  reply: Pick<Reply, 'parts' | 'choices' | 'sources'>,
  screen: Screen,
  choices: ChoiceStyle,
): string {
  const parts = reply.parts.map(part => drawPart(part, screen));
  const sources = reply.sources.map(place =>
    screen.style('dim', wrap(`Source: ${safe(placeText(place))}`, screen.width, '  ')),
  );
  const offered = reply.choices.length > 0 ? [drawChoices(reply.choices, screen, choices)] : [];
  return [...parts, ...(sources.length > 0 ? [sources.join('\n')] : []), ...offered]
    .filter(text => text !== '')
    .join('\n\n');
}

function drawPart<K extends Part['kind']>(part: Part & { readonly kind: K }, screen: Screen): string {
  const draw: Draw[K] = DRAW[part.kind];
  return draw(part, screen);
}

function drawPoint(point: ReplyPoint, depth: number, screen: Screen): string[] {
  const indent = '  '.repeat(depth);
  const label = point.label === null ? '' : screen.style('bold', safe(point.label));
  const words = drawRich(point.text, screen);
  const line = [label, words].filter(text => text !== '').join(': ');
  const bullet = line === '' ? [] : [wrap(`${indent}- ${line}`, screen.width, `${indent}  `)];
  return [
    ...bullet,
    ...point.points.flatMap(child => drawPoint(child, depth + (line === '' ? 0 : 1), screen)),
  ];
}

function drawChoices(choices: Reply['choices'], screen: Screen, how: ChoiceStyle): string {
  const items = choices.map(({ label, ask }, index) =>
    how === 'numbered' ? `${screen.style('bold', String(index + 1))} ${safe(label)}` : safe(ask),
  );
  const intro = how === 'numbered' ? 'Type a number:' : 'Ask next:';
  const lines = [screen.style('dim', intro)];
  for (const [index, item] of items.entries()) {
    const piece = index < items.length - 1 ? `${item} ·` : item;
    const longer = `${lines.at(-1)} ${piece}`;
    if (stringWidth(longer) <= screen.width) lines[lines.length - 1] = longer;
    else lines.push(wrap(`  ${piece}`, screen.width, '  '));
  }
  return lines.join('\n');
}
