import { nameKey } from '../language/normalise.ts';
import { advises, isAside } from './advice.ts';
import { namedInPassing } from './asides.ts';
import { addElsewhere, addFacet, type Draft } from './draft.ts';
import type { Point } from './glossary.ts';
import { readLabels, repeatedLabels } from './label-terms.ts';
import { type Marked, markedIn } from './marked-terms.ts';
import { isPlainWord, looksLikeName, type Named, readName } from './names.ts';
import type { Section } from './outline.ts';
import { claim, explains, known, namesIn, type Page, start } from './page-terms.ts';
import { everySection, statementsOf } from './page-text.ts';
import { pointOf } from './points.ts';
import { properNames, properSubject } from './proper-names.ts';
import { plain, sliceRich, trimRich } from './rich.ts';
import {
  calledIn,
  isProper,
  laterSentences,
  plainSubjectsOf,
  stressedIn,
  subjectsOf,
  writtenOut,
} from './sentence-terms.ts';
import { definingParagraph, namesThing, opensWithName, saysWhatThisIs } from './term-evidence.ts';
import { beginsAsNoName, objectOfTask, readsAsTerm } from './term-words.ts';
import type { Walk } from './walk.ts';

/**
 * Finds what a page explains beside the terms that its layout sets apart, once those are known: labels with their own
 * explanation ("**Token Hijacking**: Stealing …"), headings with text below them, sentences that define ("YARA is a
 * tool …"), and abbreviations that are written out ("DRM (Digital Rights Management)").
 * @param setsTermsApart whether the pages are a glossary already: then only abbreviations are looked for.
 */
export function readFurtherTerms(
  root: Section,
  walk: Walk,
  { setsTermsApart }: { readonly setsTermsApart: boolean },
): void {
  const sections = [...everySection(root)];
  const bySection = sections.map(section => statementsOf(section, walk.at));
  const statements = bySection.flat();
  const page: Page = { walk, byKey: new Map(), repeated: repeatedLabels(bySection) };
  for (const term of walk.terms) claim(term, page);
  if (!setsTermsApart) readApart(sections, statements, page);
  for (const statement of statements)
    for (const named of writtenOut(`${statement.label ?? ''} ${plain(statement.text)}`.trimStart()))
      start(named, statement, 'passage', page);
  if (!setsTermsApart) readStressed(statements, page);
}

/** Names that a statement gives in passing: in quotes after "called", in bold or slanted letters. */
function readStressed(statements: readonly Point[], page: Page): void {
  for (const statement of statements) {
    const text = plain(statement.text);
    for (const named of [...calledIn(text), ...namedInPassing(text)])
      start(named, statement, 'passage', page);
    for (const { named, as, from, to } of markedIn(statement.text))
      if (!known(named, page)?.definition && isMarkedName(named, as, page))
        start(named, { ...statement, text: trimRich(sliceRich(statement.text, from, to)) }, 'item', page);
    for (const { named, from, to } of stressedIn(statement.text))
      if (isStressedName(named, page) && !advises(text.slice(from)))
        start(named, { ...statement, text: trimRich(sliceRich(statement.text, from, to)) }, 'passage', page);
  }
}

function readApart(sections: readonly Section[], statements: readonly Point[], page: Page): void {
  for (const section of sections.slice(1)) readHeading(section, page);
  for (const section of sections) readLabels(section, page);
  const headings = sections.map(({ heading }) => heading);
  const names = properNames(statements.map(({ text }) => plain(text)));
  for (const statement of statements) {
    const text = plain(statement.text);
    const above = readName(statement.place.section ?? '');
    const endsAbove = ({ name }: Named) => nameKey(above.name).endsWith(` ${nameKey(name)}`);
    // "A whisk is …" below "Balloon Whisk" defines that.
    const isAbove = (named: Named) => isPlainWord(named) && endsAbove(named) && known(above, page) !== null;
    for (const named of subjectsOf(text, headings)) if (!isAbove(named)) define(named, statement, page);
    const later = laterSentences(text);
    for (const from of [0, ...later]) {
      const named = names.size === 0 ? null : properSubject(text.slice(from), names);
      if (named && !isInTerm(named, page))
        start(named, { ...statement, text: sliceRich(statement.text, from) }, 'item', page);
    }
    for (const from of later)
      for (const named of plainSubjectsOf(text.slice(from), headings))
        start(named, { ...statement, text: sliceRich(statement.text, from) }, 'passage', page);
  }
}

/** Whether a name stands in that of a term: what is said of Log4j on a page of its fault does not tell what it is. */
function isInTerm({ name }: Named, { byKey }: Page): boolean {
  const key = ` ${nameKey(name)} `;
  return [...byKey.keys()].some(other => ` ${other} `.includes(key));
}

function isMarkedName(named: Named, as: Marked['as'], { walk: { isUsed } }: Page): boolean {
  return as === 'name' || (readsAsTerm(named, isUsed) && (as === 'link' || isUsed(named.name)));
}

/** Stress makes a name of words that the page goes on to use, unless they are a single plain one. */
function isStressedName({ name }: Named, { walk: { isUsed } }: Page): boolean {
  return (/[\s-]/.test(name) || isProper(name)) && isUsed(name);
}

/** A heading that reads as a name, with an explanation of its own. */
function readHeading(section: Section, page: Page): void {
  const { walk } = page;
  const named = readName(section.heading);
  const first = definingParagraph(section, named) ?? section.blocks[0];
  if (!first || first.kind === 'table' || walk.recurring.has(nameKey(named.name))) return;
  const statement: Point =
    first.kind === 'paragraph'
      ? { label: null, text: first.text, place: walk.at(first.line, section.heading), points: [] }
      : { ...pointOf(first.item, section.heading, walk.at), label: null };
  if (!explains(statement)) return;
  const text = plain(statement.text);
  const opens = looksLikeName(named) && (opensWithName(text, named) || saysWhatThisIs(text, named));
  const isTold =
    (named.aliases.length === 0 && isAside(text) && !walk.isUsed(named.name)) ||
    !namesThing(named, text, walk);
  const names = opens ? [named] : isTold ? [] : namesIn(section.heading, page);
  for (const one of names) start(one, statement, 'section', page);
  for (const one of namesWithin(section.heading, text, page)) start(one, statement, 'passage', page);
}

/** What a heading names that is no name itself: "Establish an incident lead", "Content Security Policy (CSP) directives". */
function namesWithin(heading: string, text: string, page: Page): Named[] {
  const [part] = /^.+?\([^()]+\)(?=\s+\p{L})/u.exec(heading) ?? [];
  const abbreviated = part === undefined ? [] : [readName(part)];
  const named = readName(heading);
  const object = known(named, page) ? null : objectOfTask(named.name);
  const about =
    object !== null && text.toLowerCase().includes(object.toLowerCase()) ? [readName(object)] : [];
  return [
    ...abbreviated.filter(({ name, aliases }) => aliases.length > 0 && !beginsAsNoName(name)),
    ...about.filter(({ name }) => /[\s-]/.test(name) && page.walk.isUsed(name)),
  ];
}

/** A sentence that defines is a better definition than what only stands below a label; that stays as a detail. */
function define(named: Named, statement: Point, page: Page): void {
  const existing = known(named, page);
  const old = existing?.definition;
  const isLoose = existing?.level === 'item' || existing?.level === 'row';
  if (existing && old && isLoose && !opensWithName(plain(old.text), existing)) {
    existing.definition = { ...statement, label: null };
    addFacet(existing, { name: 'Details', label: 'Details', points: [old], place: old.place });
  } else if (existing && old && !isSaidBy(existing, statement)) addElsewhere(existing, statement);
  else start(named, statement, 'passage', page);
}

/** Whether a statement stands among those of a term already. */
function isSaidBy({ definition, facets }: Draft, { place }: Point): boolean {
  const has = (points: readonly Point[]): boolean =>
    points.some(point => point.place.line === place.line || has(point.points));
  return definition?.place.line === place.line || facets.some(({ points }) => has(points));
}
