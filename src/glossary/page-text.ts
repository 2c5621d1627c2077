import { nameKey } from '../language/normalise.ts';
import type { Point } from './glossary.ts';
import type { Item, Section } from './outline.ts';
import { type At, pointOf } from './points.ts';
import { plain } from './rich.ts';

export function* everySection(section: Section): Generator<Section> {
  yield section;
  for (const child of section.sections) yield* everySection(child);
}

/** Every paragraph, and every bullet with its label apart. */
export function statementsOf(section: Section, at: At): Point[] {
  const ofItem = (item: Item): Point[] => [
    { ...pointOf(item, section.heading, at), points: [] },
    ...item.items.flatMap(ofItem),
  ];
  return section.blocks.flatMap((block): Point[] => {
    if (block.kind === 'item') return ofItem(block.item);
    if (block.kind === 'table') return [];
    return [{ label: null, text: block.text, place: at(block.line, section.heading || null), points: [] }];
  });
}

/** Tells whether more than one of a page's lines has a name. Folding them takes time, so that is done when it is first asked. */
export function usedIn(root: Section, at: At): (name: string) => boolean {
  let folded: string | null = null;
  return name => {
    folded ??= linesOf(root, at)
      .map(line => ` ${nameKey(line)} `)
      .join('\n');
    const key = ` ${nameKey(name)} `;
    const first = folded.indexOf(key);
    const next = first < 0 ? -1 : folded.indexOf('\n', first);
    return next >= 0 && folded.includes(key, next);
  };
}

function linesOf(root: Section, at: At): string[] {
  return [...everySection(root)].flatMap(section => [
    section.heading,
    ...statementsOf(section, at).flatMap(({ label, text }) => [label ?? '', plain(text)]),
  ]);
}
