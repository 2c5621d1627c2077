import type { Answer } from '../answers/answer.ts';
import type { Place, Term } from '../glossary/glossary.ts';
import { rich } from '../glossary/rich.ts';
import { capitalised } from '../language/capitalised.ts';
import { distinctChoices, distinctPlaces, note, quote, termChoice } from './pieces.ts';
import type { Part, Phrased, ReplyPoint } from './reply.ts';

type ListAnswer = Answer & { readonly kind: 'list' };

/** Lists up to here show each definition; longer ones show the names alone. */
const MOST_WITH_DEFINITION = 12;

export function phraseList(answer: ListAnswer): Phrased {
  const { subject, terms, subjects } = answer;
  if (subjects.length > 0) return phraseSubjects(answer);
  if (terms.length === 0) {
    const parts = [
      note(subject === '' ? 'The glossary is empty.' : `The glossary has no terms on “${quote(subject)}”.`),
    ];
    return { parts, choices: [{ label: 'All subjects', ask: 'list' }], sources: [] };
  }
  const short = terms.length <= MOST_WITH_DEFINITION;
  const points = terms.map(
    (term): ReplyPoint => ({
      label: term.name,
      text: short ? (term.definition?.text ?? []) : rich(term.aliases.join(', ')),
      points: [],
    }),
  );
  const list: Part = { kind: 'points', title: null, points };
  const count = terms.length === 1 ? '1 term' : `${terms.length} terms`;
  return {
    parts: [{ kind: 'heading', text: capitalised(quote(subject)), also: [] }, note(`${count}:`), list],
    choices: distinctChoices(terms.map(termChoice)),
    sources: short
      ? distinctPlaces(terms.map(term => term.definition?.place ?? term.place))
      : onePerPage(terms),
  };
}

function phraseSubjects({ subjects }: ListAnswer): Phrased {
  const points = subjects.map(
    ({ title, terms }): ReplyPoint => ({
      label: capitalised(title),
      text: rich(terms.length === 1 ? '1 term' : `${terms.length} terms`),
      points: [],
    }),
  );
  return {
    parts: [
      { kind: 'heading', text: 'Subjects', also: [] },
      { kind: 'points', title: null, points },
    ],
    choices: subjects.map(({ title }) => ({ label: capitalised(title), ask: `list ${title}` })),
    sources: [],
  };
}

/** A list of bare names has one source a page: where its first name stands. */
function onePerPage(terms: readonly Term[]): Place[] {
  const places = terms.map(term => term.place);
  return places.filter(({ page }, index) => places.findIndex(other => other.page === page) === index);
}
