import type { Answer, AnsweredRow } from '../answers/answer.ts';
import type { Term } from '../glossary/glossary.ts';
import { rich } from '../glossary/rich.ts';
import { distinctChoices, distinctPlaces, enumerate, note, quote, termChoice, toPoint } from './pieces.ts';
import type { Part, Phrased, ReplyPoint } from './reply.ts';

type CompareAnswer = Answer & { readonly kind: 'compare' };

const NOT_STATED = 'not stated';

/** The row that was asked about comes first, by itself; the whole comparison follows. */
export function phraseCompare({
  terms,
  rows,
  lead,
  asked,
  title,
  also,
  chosen,
  leftOut,
  unknown,
}: CompareAnswer): Phrased {
  const names = terms.map(term => term.name);
  const missing =
    asked !== null && lead === null ? [note(`The wiki does not compare them on “${asked}”.`)] : [];
  const leading: Part[] = lead ? [{ kind: 'points', title: lead.label, points: pointsOf(lead, terms) }] : [];
  const table: Part[] =
    rows.length > 0
      ? [
          {
            kind: 'table',
            columns: names,
            rows: rows.map(row => ({ label: row.label, cells: cellsOf(row) })),
          },
        ]
      : [];
  const aligned =
    title === null ? [note('The wiki has no table of these; this is what it says of each.')] : [];
  const others = also.map(label => ({ label, ask: `compare ${names.join(' vs ')} on ${label}` }));
  const meanings = chosen.map(term =>
    note(`“${term.name}” has several meanings; this is the one of ${term.place.page}.`),
  );
  const beyond =
    leftOut.length > 0
      ? [note(`Only ${terms.length} are put side by side; left out: ${enumerate(leftOut)}.`)]
      : [];
  const strangers =
    unknown.length > 0
      ? [note(`The glossary has no ${enumerate(unknown.map(name => `“${quote(name)}”`))}; left out.`)]
      : [];
  return {
    parts: [
      { kind: 'heading', text: names.join(' vs '), also: [] },
      ...meanings,
      ...strangers,
      ...beyond,
      ...missing,
      ...leading,
      ...aligned,
      ...table,
    ],
    choices: distinctChoices([...terms.map(termChoice), ...others]),
    sources: distinctPlaces([...(lead?.places ?? []), ...rows.flatMap(row => row.places)]),
  };
}

/** A bullet for each term; below it what a facet says, statement by statement. */
function pointsOf(row: AnsweredRow, terms: readonly Term[]): ReplyPoint[] {
  return cellsOf(row).map((text, index) => {
    const term = terms[index];
    const facet = term?.facets.find(({ name, place }) => name === row.label && row.places.includes(place));
    const label = term?.name ?? null;
    return facet !== undefined && facet.points.length > 1
      ? { label, text: [], points: facet.points.map(toPoint) }
      : { label, text, points: [] };
  });
}

function cellsOf(row: AnsweredRow) {
  return row.cells.map(cell => cell ?? rich(NOT_STATED));
}
