import type { Glossary, Group, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { nameKey, spellingKey } from '../language/normalise.ts';
import type { Query } from '../language/query.ts';
import type { Answer } from './answer.ts';

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

function termsOn(subject: string, glossary: Glossary): Term[] {
  const key = nameKey(subject);
  const spelled = spellingKey(subject);
  const about = (text: string) =>
    ` ${spellingKey(text)} `.includes(` ${spelled} `) || ` ${nameKey(text)} `.includes(` ${key} `);
  const bySubject = glossary.terms.filter(term => term.subjects.some(about));
  const byName = glossary.terms.filter(term => [term.name, ...term.aliases].some(about));
  const named = [...new Set([...bySubject, ...byName])];
  return named.length > 0
    ? named
    : glossary.terms.filter(term => term.definition && about(plain(term.definition.text)));
}

/** One entry per folder of pages, or per page where there are no folders. */
function subjectsOf(glossary: Glossary): Group[] {
  const folders = new Set(glossary.terms.map(term => term.place.page.split('/')[0] ?? term.place.page));
  return [...folders].map(folder => {
    const title = folder
      .replace(/\.\w+$/, '')
      .replace(/^\d+[_-]/, '')
      .replace(/[_-]+/g, ' ');
    const terms = termsOn(title, glossary);
    return { title, terms, place: { collection: null, page: folder, section: null, line: 1, url: null } };
  });
}
