import type { Place, Point, Term } from '../glossary/glossary.ts';
import { rich } from '../glossary/rich.ts';
import type { Choice, Part, ReplyPoint } from './reply.ts';

export function heading(term: Term): Part {
  return { kind: 'heading', text: term.name, also: term.aliases };
}

export function note(text: string): Part {
  return { kind: 'note', text };
}

export function toPoint({ label, text, points }: Point): ReplyPoint {
  return { label, text, points: points.map(toPoint) };
}

/** The definition with what is nested below it; a plain sentence when the wiki has none. */
export function definitionParts(term: Term): Part[] {
  if (!term.definition) return [note(`The wiki names ${term.name} but does not define it.`)];
  const { text, points } = term.definition;
  const paragraph: Part = { kind: 'paragraph', text: text.length > 0 ? text : rich(term.name) };
  return points.length > 0
    ? [paragraph, { kind: 'points', title: null, points: points.map(toPoint) }]
    : [paragraph];
}

/** @param name what asks for the term: its name, or one of its meanings. */
export function facetChoices(term: Term, except: string | null = null, name = term.name): Choice[] {
  return term.facets
    .filter(facet => facet.name !== except)
    .map(facet => ({ label: facet.name, ask: `${facet.name} of ${name}` }));
}

export function compareChoice(term: Term, other: Term): Choice {
  return { label: `Compare with ${other.name}`, ask: `${term.name} vs ${other.name}` };
}

export function termChoice(term: Term): Choice {
  return { label: term.name, ask: term.name };
}

/** Each choice once, by what it asks. */
export function distinctChoices(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ ask }) => !seen.has(ask) && seen.add(ask));
}

/** Each section once, at its first line: what is quoted from one table or list has one source. */
export function distinctPlaces(places: readonly Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter(({ collection, page, section }) => {
    const key = `${collection}:${page}:${section}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** "A", "A and B", "A, B and C". */
export function enumerate(names: readonly string[], joiner = 'and'): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${joiner} ${names.at(-1)}`;
}

/** Longest piece of a question that is repeated back, in characters. */
const MOST_QUOTED = 60;

/** What was typed, on one line, without characters that could steer a surface. */
export function quote(text: string): string {
  const line = [
    ...text
      .replace(/\s+/g, ' ')
      .replace(/\p{Cc}|\p{Cf}/gu, '')
      .trim(),
  ];
  return line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED).join('').trimEnd()}…` : line.join('');
}
