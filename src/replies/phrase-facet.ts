import type { Answer, Finding } from '../answers/answer.ts';
import {
  definitionParts,
  distinctChoices,
  distinctPlaces,
  facetChoices,
  heading,
  note,
  termChoice,
  toPoint,
} from './pieces.ts';
import type { Part, Phrased } from './reply.ts';

type FacetAnswer = Answer & { readonly kind: 'facet' };

export function phraseFacet({ findings }: FacetAnswer): Phrased {
  return {
    parts: findings.flatMap((finding, index) =>
      findingParts(finding, findings[index - 1]?.term === finding.term),
    ),
    choices: distinctChoices(
      findings.flatMap(({ term, facet }) => [termChoice(term), ...facetChoices(term, facet)]),
    ),
    sources: distinctPlaces(
      findings.flatMap(({ term, points }) =>
        points.length > 0 ? points.map(point => point.place) : [term.definition?.place ?? term.place],
      ),
    ),
  };
}

function findingParts({ term, facet, points, asked }: Finding, isSameTerm: boolean): Part[] {
  const header = isSameTerm ? [] : [heading(term)];
  if (points.length === 0) {
    const missing = asked === null ? 'does not decide that' : `does not state “${asked}”`;
    return [
      ...header,
      note(`The wiki ${missing} for ${term.name}. This is what it says:`),
      ...definitionParts(term),
    ];
  }
  const title = facet ?? 'Definition';
  const instead = asked !== null && facet !== null && asked.toLowerCase() !== facet.toLowerCase();
  const notes = instead
    ? [note(`The wiki does not state “${asked}” for ${term.name}. The nearest is “${facet}”:`)]
    : [];
  return [
    ...header,
    ...notes,
    {
      kind: 'points',
      title,
      points: points.map(point => toPoint(point.label === title ? { ...point, label: null } : point)),
    },
  ];
}
