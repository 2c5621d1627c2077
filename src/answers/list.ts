import type { Glossary, Group, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { nameKey, spellingKey } from '../language/normalise.ts';
import type { Query } from '../language/query.ts';
import type { Answer } from './answer.ts';
import { oncePer } from './once-per.ts';

type ListQuery = Query & { readonly kind: 'list' };

/** The terms on a subject: below a folder, page or heading that names it, with it in their name; for want of those, in their definition. */
export function listTerms(
  { subject, group }: ListQuery,
  glossary: Glossary,
): Answer & { readonly kind: 'list' } {
  if (group) return { kind: 'list', subject: group.title, group, terms: group.terms, subjects: [] };
  if (nameKey(subject) === '')
    return { kind: 'list', subject: '', group: null, terms: [], subjects: subjectsOf(glossary) };
  return { kind: 'list', subject, group: null, terms: termsOn(subject, glossary), subjects: [] };
}

function termsOn(subject: string, glossary: Glossary): readonly Term[] {
  const asked = foldings(subject);
  const isOn = (texts: readonly Foldings[]) => texts.some(text => contains(text, asked));
  const terms = glossary.terms.map(term => ({ term, ...foldedTerm(term) }));
  const bySubject = terms.filter(({ subjects }) => isOn(subjects));
  const byName = terms.filter(({ names }) => isOn(names));
  const named = new Set([...bySubject, ...byName].map(({ term }) => term));
  if (named.size > 0) return [...named];
  return glossary.terms.filter(
    term => term.definition && contains(foldings(plain(term.definition.text)), asked),
  );
}

/** A text in the two ways in which it is compared, each between spaces: with plurals, and without. */
type Foldings = readonly [spelled: string, named: string];

function foldings(text: string): Foldings {
  return [` ${spellingKey(text)} `, ` ${nameKey(text)} `];
}

function contains(text: Foldings, asked: Foldings): boolean {
  return text[0].includes(asked[0]) || text[1].includes(asked[1]);
}

const foldedTerm = oncePer((term: Term) => ({
  subjects: term.subjects.map(foldings),
  names: [term.name, ...term.aliases].map(foldings),
}));

/** One entry per folder of pages, or per page where there are no folders. */
const subjectsOf = oncePer((glossary: Glossary): readonly Group[] => {
  const folders = new Set(glossary.terms.map(term => term.place.page.split('/')[0] ?? term.place.page));
  return [...folders].map(folder => {
    const title = folder
      .replace(/\.\w+$/, '')
      .replace(/^\d+[_-]/, '')
      .replace(/[_-]+/g, ' ');
    const terms = termsOn(title, glossary);
    return { title, terms, place: { collection: null, page: folder, section: null, line: 1, url: null } };
  });
});
