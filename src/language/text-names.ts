import { DEFINITION } from '../glossary/facets.ts';
import type { Facet, Glossary, Mention, Point, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { contentWords, isFunctionWord } from './function-words.ts';
import { nameKey } from './normalise.ts';
import type { Match } from './said-names.ts';
import { cellsOf } from './statements.ts';
import { stemOf } from './stem.ts';
import { termsWithAll } from './terms-by-word.ts';

/** One line of the wiki about a term; `facet` is null for the definition. */
export interface Line {
  readonly term: Term;
  readonly facet: Facet | null;
  readonly point: Point;
}

/** Terms whose lines are looked at for one phrase; more of them only have its words far apart. */
const MOST_LOOKED_AT = 500;

/** The lines that have a phrase, in the glossary's order. */
export function* linesWith(phrase: string, glossary: Glossary): Generator<Line> {
  const key = ` ${nameKey(phrase)} `;
  // Folding changes the ends of words, and takes time.
  const [first = ''] = key.trim().split(' ');
  const start = first.slice(0, SURE);
  const mayHave = (text: string) => !/^[\x20-\x7e]*$/.test(text) || text.toLowerCase().includes(start);
  const terms = termsWithAll(contentWords(phrase).map(stemOf), glossary).slice(0, MOST_LOOKED_AT);
  for (const term of terms)
    for (const line of linesOf(term, glossary)) {
      const text = plain(line.point.text);
      if (mayHave(text) && ` ${nameKey(text)} `.includes(key)) yield line;
    }
}

/** Letters with which all forms of a word begin. */
const SURE = 3;

/** How sure it is that a name in the wiki's text is what was meant, and in how many terms' text it may stand. */
const CONFIDENCE = 0.8;
const MOST_TERMS = 2;
/** Letters at least in a plain word that may be asked about. */
const SHORTEST_PLAIN = 5;

/**
 * A name that stands in the wiki's text, though no page explains or lists it: "log4shell", "xz utils". Null for what
 * many terms' text names, and for plain words unless those are all that is asked about.
 */
export function nameInText(
  text: string,
  glossary: Glossary,
  { mayBePlain }: { readonly mayBePlain: boolean } = { mayBePlain: false },
): Match | null {
  const key = nameKey(text);
  if (key === '' || key.split(' ').every(isFunctionWord)) return null;
  const lines: Line[] = [];
  const terms = new Set<Term>();
  for (const line of linesWith(text, glossary)) {
    lines.push(line);
    if (terms.add(line.term).size > MOST_TERMS) return null;
  }
  if (terms.size === 0) return null;
  const written =
    lines.map(({ point }) => writtenAs(text, plain(point.text))).find(name => name !== null) ??
    (mayBePlain && key.length >= SHORTEST_PLAIN ? text.trim() : null);
  if (!written) return null;
  // What only stands in another term's definition is not defined by it.
  const mentions = lines.map(
    ({ term, facet, point }): Mention => ({ name: written, term, point, facet: facet ?? asFacet(point) }),
  );
  return { via: 'mention', confidence: CONFIDENCE, terms: [...terms], mentions, name: written };
}

function asFacet(point: Point): Facet {
  return { name: DEFINITION, label: DEFINITION, points: [point], place: point.place };
}

/** The words as a line writes them, when they look like a name there: capitals inside a sentence, or digits. */
function writtenAs(text: string, line: string): string | null {
  const words = withoutAccents(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
  const pattern = words.join('[^\\p{L}\\p{N}]{1,3}');
  const plainLine = withoutAccents(line);
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').exec(plainLine);
  if (!found) return null;
  const [name] = found;
  const isFirst = /(?:^|[.:!?]\s+)["“(]?$/.test(line.slice(0, found.index));
  const isName = /\d|\p{Lu}[^\s]*\p{Lu}|\s\p{Lu}/u.test(name) || (!isFirst && /^\p{Lu}/u.test(name));
  return isName ? name : null;
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
}

function* linesOf(term: Term, glossary: Glossary): Generator<Line> {
  if (term.definition) yield { term, facet: null, point: { ...term.definition, points: [] } };
  for (const facet of term.facets) for (const point of flat(facet.points)) yield { term, facet, point };
  for (const point of cellsOf(term, glossary)) yield asLine(term, point);
}

function* flat(points: readonly Point[]): Generator<Point> {
  for (const point of points) {
    yield { ...point, points: [] };
    yield* flat(point.points);
  }
}

/** A cell of a comparison as a line: its row's label is its facet. */
function asLine(term: Term, point: Point): Line {
  const label = point.label ?? '';
  return { term, facet: { name: label, label, points: [point], place: point.place }, point };
}
