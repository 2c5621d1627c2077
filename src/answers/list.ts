import type { Glossary, Group, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { nameKey, spellingKey } from '../language/normalise.ts';
import type { Query } from '../language/query.ts';
import type { Answer } from './answer.ts';

type ListQuery = Query & { readonly kind: 'list' };

/** The terms on a subject: below a folder, page or heading that names it, with it in their name, or in their definition. */
export function listTerms(
  { subject, group }: ListQuery,
  glossary: Glossary,
): Answer & { readonly kind: 'list' } {
  if (group) return { kind: 'list', subject: group.title, group, terms: group.terms, subjects: [] };
  const key = nameKey(subject);
  const spelled = spellingKey(subject);
  if (key === '')
    return { kind: 'list', subject: '', group: null, terms: [], subjects: subjectsOf(glossary) };
  const about = (text: string) =>
    ` ${spellingKey(text)} `.includes(` ${spelled} `) || ` ${nameKey(text)} `.includes(` ${key} `);
  const bySubject = glossary.terms.filter(term => term.subjects.some(about));
  const byName = glossary.terms.filter(term => [term.name, ...term.aliases].some(about));
  const byText = glossary.terms.filter(term => term.definition && about(plain(term.definition.text)));
  const terms = [...new Set([...bySubject, ...byName, ...byText])];
  return { kind: 'list', subject, group: null, terms, subjects: [] };
}

/** One entry per folder of pages, or per page where there are no folders. */
function subjectsOf(glossary: Glossary): Group[] {
  const folders = new Map<string, Term[]>();
  for (const term of glossary.terms) {
    const [folder = term.place.page] = term.place.page.split('/');
    const list = folders.get(folder);
    if (list) list.push(term);
    else folders.set(folder, [term]);
  }
  return [...folders].map(([folder, terms]) => ({
    title: folder
      .replace(/\.\w+$/, '')
      .replace(/^\d+[_-]/, '')
      .replace(/[_-]+/g, ' '),
    terms,
    place: { page: folder, section: null, line: 1, url: null },
  }));
}
