import type { Place, Term } from '../glossary/glossary.ts';
import type { NameIndex } from './name-index.ts';
import type { Match } from './said-names.ts';

/** Times that a name and a path may say " in ". */
const MOST_SPLITS = 6;

/** The text that asks for one of several meanings of a name: "Secret in identity/secrets.md:14". */
export function meaningAsk({ name, place }: Term): string {
  return `${name} in ${pageOf(place)}:${place.line}`;
}

/** Reads that form; the line may have moved since. Null when it is another, or no such meaning is left. */
export function readMeaning(text: string, index: NameIndex): Match | null {
  const line = /:(\d+)$/.exec(text)?.[1] ?? '';
  const whole = line === '' ? text : text.slice(0, -line.length - 1);
  for (const { index: at } of [...whole.matchAll(/ in /g)].slice(0, MOST_SPLITS)) {
    const page = whole.slice(at + 4);
    const match = index.find(whole.slice(0, at));
    const meanings = match?.terms.filter(({ place }) => pageOf(place) === page) ?? [];
    const [nearest] = meanings.toSorted((a, b) => distance(a.place, line) - distance(b.place, line));
    if (match && match.via !== 'mention' && nearest)
      return { ...match, terms: [nearest], name: meaningAsk(nearest) };
  }
  return null;
}

function pageOf({ collection, page }: Place): string {
  return collection === null ? page : `${collection}: ${page}`;
}

function distance({ line }: Place, asked: string): number {
  return asked === '' ? 0 : Math.abs(line - Number(asked));
}
