import type { Glossary, Term } from '../../../src/glossary/glossary.ts';
import { plain } from '../../../src/glossary/rich.ts';
import { addTo } from '../../../src/language/multi-map.ts';
import { oncePer } from '../../../src/language/once-per.ts';
import { type Passage, passagesOf } from '../../../src/language/statements.ts';
import { Later, type Steps } from '../../../src/steps.ts';
import { isSameFolder, NamedIn } from './named-in.ts';

/** A statement about one term (`passage.term`) that names another. */
export interface Naming {
  readonly passage: Passage;
  readonly named: Term;
}

/** Which statements of a glossary name which terms, both ways, in the order of the wiki. */
export interface Namings {
  readonly by: ReadonlyMap<Term, readonly Naming[]>;
  readonly of: ReadonlyMap<Term, readonly Naming[]>;
}

/** Read once for each glossary, when it is first asked for. */
export const namingsIn = oncePer((glossary: Glossary) => new Later(() => readNamings(glossary)));

function* readNamings(glossary: Glossary): Steps<Namings> {
  const names = yield* NamedIn.of(glossary);
  const found: (Naming & { readonly isPlainWord: boolean })[] = [];
  const plainly = new Map<Term, Set<Term>>();
  for (const term of glossary.terms) {
    for (const passage of passagesOf(term, glossary)) {
      const { label, text } = passage.point;
      for (const { term: named, isPlainWord } of names.find(`${label ?? ''}\n${plain(text)}`, term)) {
        found.push({ passage, named, isPlainWord });
        if (isPlainWord) plainly.set(named, (plainly.get(named) ?? new Set()).add(term));
      }
    }
    yield;
  }
  const most = Math.max(MOST_PLAINLY, glossary.terms.length * MOST_PLAINLY_SHARE);
  const by = new Map<Term, Naming[]>();
  const of = new Map<Term, Naming[]>();
  for (const { passage, named, isPlainWord } of found) {
    const isEveryday = isPlainWord && (plainly.get(named)?.size ?? 0) > most;
    if (isEveryday && !isSameFolder(passage.term.place, named.place)) continue;
    addTo(by, passage.term, { passage, named });
    addTo(of, named, { passage, named });
  }
  return { by, of };
}

/**
 * A single word that stands in the statements of more terms is everyday English beyond the folder that explains it:
 * of the bundled glossary "service" is (19 of 100 terms), "authentication" is not (6 of 100).
 */
const MOST_PLAINLY_SHARE = 1 / 12;
/** In a small glossary that many terms say little. */
const MOST_PLAINLY = 10;
