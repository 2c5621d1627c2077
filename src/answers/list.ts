import type { Glossary, Group, Term } from '../glossary/glossary.ts';
import { plain } from '../glossary/rich.ts';
import { contentWords } from '../language/function-words.ts';
import { nameKey, spellingKey } from '../language/normalise.ts';
import { oncePer } from '../language/once-per.ts';
import { rankPassages } from '../language/passages.ts';
import type { Query } from '../language/query.ts';
import type { Lexicon } from '../language/reading.ts';
import { stemOf } from '../language/stem.ts';
import { termsWithAll } from '../language/terms-by-word.ts';
import { indexWords, itemsWithAll } from '../language/word-index.ts';
import { Later, type Steps } from '../steps.ts';
import type { Answer } from './answer.ts';

type ListQuery = Query & { readonly kind: 'list' };

/** The terms on a subject: below a folder, page or heading that names it, with it in their name; for want of those, in their definition. */
export function listTerms(query: ListQuery, lexicon: Lexicon): Answer & { readonly kind: 'list' } {
  const { subject, group, about } = query;
  const { glossary } = lexicon;
  if (about) {
    const among = group?.terms ?? termsOn(subject, glossary);
    return { kind: 'list', subject, group, terms: havingToDoWith(about, among, lexicon), subjects: [] };
  }
  if (group) return { kind: 'list', subject: group.title, group, terms: group.terms, subjects: [] };
  if (nameKey(subject) === '')
    return { kind: 'list', subject: '', group: null, terms: [], subjects: subjectsOf(glossary).get() };
  return { kind: 'list', subject, group: null, terms: termsOn(subject, glossary), subjects: [] };
}

/** Least part of the words that some statement about a term must have, and of what the best one has. */
const TOUCHES = 0.45;
const AS_MUCH = 0.7;

function havingToDoWith(about: readonly string[], terms: readonly Term[], lexicon: Lexicon): Term[] {
  const found = terms.map(term => ({
    term,
    coverage: Math.max(0, ...rankPassages(term, about, lexicon).map(({ coverage }) => coverage)),
  }));
  const least = Math.max(TOUCHES, AS_MUCH * Math.max(0, ...found.map(({ coverage }) => coverage)));
  return found
    .filter(({ coverage }) => coverage >= least)
    .sort((a, b) => b.coverage - a.coverage)
    .map(({ term }) => term);
}

function termsOn(subject: string, glossary: Glossary): readonly Term[] {
  const asked = foldings(subject);
  const isOn = (texts: readonly Foldings[]) => texts.some(text => contains(text, asked));
  const terms = withWord(asked, glossary);
  const subjectOf = foldedSubjects(glossary);
  const bySubject = terms.filter(term => isOn(placesOf(term).map(subjectOf)));
  const byName = terms.filter(term => isOn([term.name, ...term.aliases].map(foldings)));
  const found = new Set([...bySubject, ...byName]);
  if (found.size > 0) return [...found];
  const stems = contentWords(subject).map(stemOf);
  const byDefinition = termsWithAll(stems, glossary).filter(({ definition }) =>
    contains(foldings(definition === null ? '' : plain(definition.text)), asked),
  );
  return byDefinition.length > 0 ? byDefinition : termsOnWords(subject, glossary);
}

/** "web security", which no heading says: the terms whose subjects and name have all of its words, each somewhere. */
function termsOnWords(subject: string, glossary: Glossary): readonly Term[] {
  const asked = contentWords(subject);
  if (asked.length < 2) return [];
  const [first = [], ...others] = asked.map(word => new Set(termsOn(word, glossary)));
  return [...first].filter(term => others.every(terms => terms.has(term)));
}

/** In the glossary's order, the terms that have all words of the subject in their names and what they stand under. */
function withWord(asked: Foldings, glossary: Glossary): Term[] {
  const numbers = asked.flatMap(text => itemsWithAll(text.trim().split(' '), named(glossary).get()));
  return [...new Set(numbers)].sort((a, b) => a - b).flatMap(number => glossary.terms[number] ?? []);
}

const named = oncePer((glossary: Glossary) => {
  const subjectOf = foldedSubjects(glossary);
  return new Later(() =>
    indexWords(glossary.terms, term => {
      const texts = [...[term.name, ...term.aliases].map(foldings), ...placesOf(term).map(subjectOf)];
      return texts.flat().flatMap(text => text.trim().split(' '));
    }),
  );
});

/** Works out what lists of terms are made from. */
export function* indexSubjects(glossary: Glossary): Steps<void> {
  yield* named(glossary).inSteps();
  yield* subjectsOf(glossary).inSteps();
}

/** What a term stands under. */
function placesOf(term: Term): string[] {
  return [...term.subjects, titleOf(topOf(term))];
}

/** Many terms stand under the same. */
const foldedSubjects = oncePer((_: Glossary) => {
  const kept = new Map<string, Foldings>();
  return (subject: string): Foldings => {
    const folded = kept.get(subject) ?? foldings(subject);
    kept.set(subject, folded);
    return folded;
  };
});

/** A text in the two ways in which it is compared, each between spaces: with plurals, and without. */
type Foldings = readonly [spelled: string, named: string];

function foldings(text: string): Foldings {
  return [` ${spellingKey(text)} `, ` ${nameKey(text)} `];
}

function contains(text: Foldings, asked: Foldings): boolean {
  return text[0].includes(asked[0]) || text[1].includes(asked[1]);
}

/** The folder that a term's page is in, or the page where there is none. */
function topOf({ place }: Term): string {
  return place.page.split('/')[0] ?? place.page;
}

/** "02_access-control" → "access control". */
function titleOf(path: string): string {
  return path
    .replace(/\.\w+$/, '')
    .replace(/^\d+[_-]/, '')
    .replace(/[_-]+/g, ' ');
}

/** One entry per folder of pages, or per page where there are no folders. */
const subjectsOf = oncePer(
  (glossary: Glossary) =>
    new Later(function* (): Steps<readonly Group[]> {
      const found: Group[] = [];
      for (const page of new Set(glossary.terms.map(topOf))) {
        const title = titleOf(page);
        const place = { collection: null, page, section: null, line: 1, url: null };
        found.push({ title, terms: termsOn(title, glossary), place });
        yield;
      }
      return found;
    }),
);
