import type { Answer, Statement } from '../answers/answer.ts';
import { firstFacet } from '../glossary/first-facet.ts';
import type { Place, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { meaningAsk } from '../language/meaning.ts';
import { nameKey } from '../language/normalise.ts';
import {
  compareChoice,
  definitionParts,
  distinctChoices,
  distinctPlaces,
  enumerate,
  facetChoices,
  heading,
  note,
  termChoice,
  toPoint,
} from './pieces.ts';
import { placeText } from './plain.ts';
import type { Choice, Part, Phrased } from './reply.ts';

type DefineAnswer = Answer & { readonly kind: 'define' };

/** Bullets shown below a definition; the rest is one choice away. */
const MOST_POINTS = 4;
const MOST_COMPARISONS = 3;

export function phraseDefine(answer: DefineAnswer): Phrased {
  if (answer.mentions.length > 0) return phraseMention(answer);
  const { terms, comparable, described } = answer;
  const several = terms.length > 1;
  const parts = terms.flatMap(term => [
    ...header(term, several),
    ...definitionParts(term),
    ...highlights(term, several),
  ]);
  const intro = several ? [note(`The wiki explains this in ${terms.length} places:`)] : [];
  const [first] = terms;
  const comparisons = first
    ? comparable.slice(0, MOST_COMPARISONS).map(other => compareChoice(first, other))
    : [];
  const meanings = several ? terms.map(term => meaningChoice(term, terms)) : [];
  return {
    parts: [...(described ? recognised(described, answer) : []), ...intro, ...parts],
    choices: distinctChoices([
      ...meanings,
      ...(several ? [] : terms.flatMap(term => facetChoices(term, null, nameOf(term, answer.name)))),
      ...comparisons,
    ]),
    sources: distinctPlaces([
      ...(described ?? []).map(({ point }) => point.place),
      ...terms.flatMap(term => [term.definition?.place ?? term.place, ...(several ? [] : shownPlaces(term))]),
    ]),
  };
}

/** Why this term is meant though nobody named it: the line that says so, unless the definition below does. */
function recognised(described: readonly Statement[], { terms }: DefineAnswer): Part[] {
  const lines = described.filter(({ point }) =>
    terms.every(({ definition }) => plain(definition?.text ?? []) !== plain(point.text)),
  );
  const nearest = note(`The nearest that the wiki describes is ${enumerate(terms.map(({ name }) => name))}:`);
  if (lines.length === 0) return [nearest];
  const points = lines.map(({ title, point }) => ({ ...toPoint(point), label: title }));
  return [nearest, { kind: 'points', title: null, points }];
}

/** What asks for this term alone: its name, and where it stands when that was how it was asked for. */
function nameOf(term: Term, asked: string): string {
  return asked === meaningAsk(term) ? asked : term.name;
}

/** One of several meanings; those of one name are told apart by their pages, or by sections where they share a page. */
function meaningChoice(term: Term, all: readonly Term[]): Choice {
  const ask = meaningAsk(term);
  const namesakes = all.filter(({ name }) => nameKey(name) === nameKey(term.name));
  if (namesakes.length === 1) return { label: term.name, ask };
  const { page, section, line } = term.place;
  const isOnlyOne = all.filter(({ place }) => place.page === page).length === 1;
  const where = isOnlyOne ? page : (section ?? `line ${line}`);
  return { label: `${term.name}: ${where}`, ask };
}

function header(term: Term, several: boolean): Part[] {
  return several ? [heading(term), note(`In ${placeText(term.place)}:`)] : [heading(term)];
}

function highlights(term: Term, several: boolean): Part[] {
  const facet = several ? null : firstFacet(term);
  if (!facet) return [];
  const rest = facet.points.length - MOST_POINTS;
  const points: Part = {
    kind: 'points',
    title: facet.name,
    points: facet.points.slice(0, MOST_POINTS).map(toPoint),
  };
  return rest > 0 ? [points, note(`… and ${rest} more under ${facet.name}.`)] : [points];
}

function shownPlaces(term: Term): Place[] {
  return (
    firstFacet(term)
      ?.points.slice(0, MOST_POINTS)
      .map(point => point.place) ?? []
  );
}

/** A tool is no term of its own: the statement that names it, and the terms to go on with. */
function phraseMention({ name, mentions }: DefineAnswer): Phrased {
  const parts = mentions.flatMap((mention): Part[] => [
    note(`${mention.name} is named under ${mention.term.name} › ${mention.facet.name}:`),
    { kind: 'points', title: null, points: [toPoint(mention.point)] },
  ]);
  const choices: Choice[] = mentions.flatMap(({ term, facet }) => [
    termChoice(term),
    { label: `${facet.name} of ${term.name}`, ask: `${facet.name} of ${term.name}` },
  ]);
  return {
    parts: [
      { kind: 'heading', text: name, also: [] },
      ...parts,
      note(`The wiki has no entry of its own for ${name}.`),
    ],
    choices: distinctChoices(choices),
    sources: distinctPlaces(mentions.map(mention => mention.point.place)),
  };
}
